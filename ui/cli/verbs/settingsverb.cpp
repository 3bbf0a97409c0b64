// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/editdistance.h"
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
                  {u"KEY VALUE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Changes one, and shows all.")}},
              .options = {},
              .examples = {u"--embedded settings"_s, u"--embedded settings inactivity-minutes"_s,
                  u"--embedded settings allow-unsigned-scripts true"_s}})
    {
    }

protected:
    void start() override
    {
        fetch([this](const Values &values) {
            const QString key = argument(0);
            if (options().arguments.isEmpty())
                show(values);
            else if (!values.contains(key))
                fail(unknown(key, values));
            else if (options().arguments.size() == 1)
                show({{key, values.value(key)}});
            else
                change(key, argument(1));
        });
    }

private:
    void fetch(std::function<void(const Values &)> use)
    {
        tenant().client.request<Message::Settings>(
            Message::FetchSettings{}, this, [this, use = std::move(use)](const Result<Message::Settings> &settings) {
                if (settings)
                    use(settings->values);
                else
                    fail(settings.error());
            });
    }

    void show(const Values &values)
    {
        std::vector<QJsonObject> rows;
        for (const auto &[key, value] : values.asKeyValueRange())
            rows.push_back(settingObject(key, value));
        printer().list({u"key"_s, u"value"_s, u"unit"_s, u"range"_s, u"default"_s, u"purpose"_s}, rows);
        finish();
    }

    void change(const QString &key, const QString &value)
    {
        Message::ChangeSetting request;
        request.key = key;
        request.value = value;
        tenant().client.request<Message::Done>(request, this, [this](const Result<Message::Done> &done) {
            if (done)
                fetch([this](const Values &values) { show(values); });
            else
                fail(done.error());
        });
    }

    static Error unknown(const QString &key, const Values &values)
    {
        const QStringList nearest = nearestNames(key, values.keys());
        if (nearest.isEmpty())
            return {ErrorCode::BadValue, key, u"no such setting"_s, {}};
        return Error{ErrorCode::BadValue, key, {}, {}}.with(Fact::Nearest, QCborArray::fromStringList(nearest));
    }
};

} // namespace

std::unique_ptr<CliVerb> settingsVerb()
{
    return std::make_unique<SettingsVerb>();
}

} // namespace Sonde::Client
