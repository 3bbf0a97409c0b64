// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/editdistance.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/verbs/cliverbs.h"
#include "ui/words/words.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Values = QMap<QString, QString>;

/// One that only a later version knows has no more than its value.
QJsonObject settingObject(const QString &key, const QString &value)
{
    QJsonObject object{{u"key"_s, key}, {u"value"_s, value}};
    if (const SettingSpec *spec = findSetting(key)) {
        object.insert(u"unit"_s, Words::unitText(spec->unit));
        object.insert(u"range"_s, Words::settingRange(*spec));
        object.insert(u"default"_s, spec->fallback);
        object.insert(u"purpose"_s, Words::settingPurpose(spec->id));
    }
    return object;
}

class SettingsVerb final : public CliVerb
{
public:
    SettingsVerb()
        : CliVerb({.name = u"settings"_s,
              .purpose = QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows the settings of the tenant, or changes one."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Only a security administrator can change one; the journal keeps who did, and what it was before."),
              .forms = {{QString(), QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows all.")},
                  {u"KEY"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows one.")},
                  {u"KEY VALUE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Changes one, and shows all.")},
                  {u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Shows all.")},
                  {u"set KEY VALUE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Changes one, and shows all.")},
                  {u"revert KEY"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Makes one what it was before its last change.")}},
              .options = {{u"entry"_s, u"N"_s,
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                      "Of “revert”: the entry of the journal whose change is taken back; without it, the last one.")}},
              .examples = {u"--embedded settings list"_s, u"--embedded settings inactivity-minutes"_s,
                  u"--embedded settings set allow-unsigned-scripts true"_s,
                  u"--embedded settings revert allow-unsigned-scripts"_s}})
    {
    }

protected:
    void start() override
    {
        fetch([this](const Values &values) {
            const QString first = argument(0);
            const bool isWord = first == u"set" || first == u"revert";
            const QString key = isWord ? argument(1) : first;
            if (key.isEmpty() || key == u"list")
                show(values);
            else if (!values.contains(key))
                fail(unknown(key, values));
            else if (first == u"revert")
                revert(key);
            else if (isWord || options().arguments.size() > 1)
                change(key, argument(isWord ? 2 : 1));
            else
                show({{key, values.value(key)}});
        });
    }

private:
    void fetch(std::function<void(const Values &)> use)
    {
        tenant().client.request<Message::Settings>(
            Message::FetchSettings{}, this, [this, use = std::move(use)](const Result<Message::Settings> &settings) {
                if (settings) {
                    m_changes = settings->changes.value_or(std::vector<SettingChange>());
                    use(settings->values);
                } else
                    fail(settings.error());
            });
    }

    void show(const Values &values)
    {
        std::vector<QJsonObject> rows;
        for (const auto &[key, value] : values.asKeyValueRange())
            rows.push_back(withChange(settingObject(key, value)));
        printer().list(
            {u"key"_s, u"value"_s, u"unit"_s, u"range"_s, u"default"_s, u"changed_by"_s, u"changed"_s, u"purpose"_s},
            rows);
        finish();
    }

    [[nodiscard]] QJsonObject withChange(QJsonObject object) const
    {
        const auto found = std::ranges::find(m_changes, object.value("key"_L1).toString(), &SettingChange::key);
        const bool isChanged = found != m_changes.end();
        object.insert(u"changed_by"_s, isChanged ? QJsonValue(found->by) : QJsonValue());
        object.insert(u"changed"_s, isChanged ? jsonTime(found->at) : QJsonValue());
        return object;
    }

    template<typename Request>
    void ask(const Request &request)
    {
        tenant().client.request<Message::Done>(request, this, [this](const Result<Message::Done> &done) {
            if (done)
                fetch([this](const Values &values) { show(values); });
            else
                fail(done.error());
        });
    }

    void change(const QString &key, const QString &value) { ask(Message::ChangeSetting{.key = key, .value = value}); }

    void revert(const QString &key)
    {
        const quint64 entry = options().entry;
        ask(Message::RevertSetting{.key = key, .entry = entry ? std::optional(entry) : std::nullopt});
    }

    static Error unknown(const QString &key, const Values &values)
    {
        const QStringList nearest = nearestNames(key, values.keys());
        if (nearest.isEmpty())
            return {ErrorCode::BadValue, key, u"no such setting"_s, {}};
        return Error{ErrorCode::BadValue, key, {}, {}}.with(Fact::Nearest, QCborArray::fromStringList(nearest));
    }

    std::vector<SettingChange> m_changes;
};

} // namespace

std::unique_ptr<CliVerb> settingsVerb()
{
    return std::make_unique<SettingsVerb>();
}

} // namespace Sonde::Client
