// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/activityexport.h"
#include "models/activity/ocsf.h"
#include "protocol/base/codec.h"
#include "ui/cli/record/recordverbs.h"

#include <QJsonDocument>
#include <set>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quint32 ShownUsually = 50;
constexpr quint32 RecordsAtOnce = 200;

/// The zone is UTC where none is said.
Result<std::optional<QDateTime>> timeFrom(const QString &text)
{
    if (text.isEmpty())
        return std::optional<QDateTime>();
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(ErrorCode::BadValue, text);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::UTC);
    return std::optional(time.toUTC());
}

class ActivityVerb final : public CliVerb
{
public:
    ActivityVerb()
        : CliVerb({.name = u"activity"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Shows what was done in the tenant, and finds what was typed and printed."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "Newest first. With words: the commands in whose line or in one line of whose output all of them "
                  "are; "
                  "the beginning of a word is enough."),
              .forms = {{u"[WORD…]"_s, nullptr}},
              .options = {{u"by"_s, u"NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only what this user did.")},
                  {u"device"_s, u"DEVICE"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only what is about this device.")},
                  {u"outcome"_s, u"WORD"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "Only what is underway, done, partly done, failed, refused or cancelled: “underway”, “done”, "
                          "“partly”, “failed”, “refused”, “cancelled”.")},
                  {u"from"_s, u"TIME"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only from this time on, e.g. 2026-11-26T08:00:00Z.")},
                  {u"until"_s, u"TIME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Only before this time.")},
                  {u"most"_s, u"N"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "At most so many; without it 50 on the screen, and everything with --format.")},
                  {u"format"_s, u"TYPE"_s,
                      QT_TRANSLATE_NOOP(
                          "Sonde::Client::Cli", "csv, or ocsf: one event of OCSF 1.8 as JSON per line.")}},
              .examples = {u"--embedded activity"_s, u"--embedded activity mimikatz --by ada"_s,
                  u"--embedded activity --format csv > activity.csv"_s,
                  u"--embedded activity --format ocsf --from 2026-11-26T00:00:00Z"_s}})
    {
    }

protected:
    void start() override
    {
        if (const auto good = readOptions(); !good)
            return fail(good.error());
        fetch();
    }

private:
    Result<void> readOptions()
    {
        ActivityFilter &filter = m_wanted.filter;
        filter.what = options().arguments.join(u' ');
        filter.user = options().by;
        if (!options().device.isEmpty()) {
            const auto device = findDevice(options().device);
            if (!device)
                return std::unexpected(device.error());
            filter.device = *device;
        }
        if (!options().outcome.isEmpty()) {
            filter.outcome = Codec::fromWireName<ActivityOutcome>(options().outcome);
            if (!filter.outcome)
                return Sonde::fail(ErrorCode::BadValue, options().outcome);
        }
        const auto from = timeFrom(options().from);
        const auto until = timeFrom(options().until);
        for (const auto *read : {&from, &until}) {
            if (!*read)
                return std::unexpected(read->error());
        }
        filter.from = *from;
        filter.until = *until;
        const QString format = options().format;
        if (!format.isEmpty() && format != "csv"_L1 && format != "ocsf"_L1)
            return Sonde::fail(ErrorCode::BadValue, format);
        const bool isFile = !format.isEmpty();
        m_left = options().most ? options().most : isFile ? std::numeric_limits<quint64>::max() : ShownUsually;
        return {};
    }

    void fetch()
    {
        m_wanted.most = quint32(std::min<quint64>(m_left, RecordsAtOnce));
        tenant().client.request<Message::ActivityPage>(
            m_wanted, this, [this](const Result<Message::ActivityPage> &page) {
                if (!page)
                    return fail(page.error());
                show(*page);
                askForNext(m_wanted, *page);
                if (page->complete || m_left == 0)
                    end();
                else
                    fetch();
            });
    }

    void show(const Message::ActivityPage &page)
    {
        std::vector<ActivityRecord> fresh;
        for (const ActivityRecord &record : page.records) {
            // A command may be found twice, by what was typed and by what it printed.
            if (m_left > 0 && m_told.insert(record.number).second) {
                fresh.push_back(record);
                --m_left;
            }
        }
        if (options().format == "csv"_L1)
            printCsv(fresh);
        else if (options().format == "ocsf"_L1)
            std::ranges::for_each(fresh, [this](const ActivityRecord &record) {
                const QJsonDocument event(
                    toOcsf(record, {tenant().client.welcome().tenant, options().tenant, nameOf()}));
                Printer::line(QString::fromUtf8(event.toJson(QJsonDocument::Compact)));
            });
        else if (options().format.isEmpty())
            std::ranges::for_each(
                fresh, [this](const ActivityRecord &record) { m_rows.push_back(activityJson(record, nameOf())); });
    }

    /// Record by record: what would end a line inside of one is shown instead.
    void printCsv(const std::vector<ActivityRecord> &records)
    {
        if (std::exchange(m_isFirst, false))
            Printer::line(activityCsv({}, nameOf(), true).trimmed());
        for (const ActivityRecord &record : records)
            Printer::line(activityCsv({record}, nameOf(), false).trimmed());
    }

    void end()
    {
        for (QJsonObject &row : m_rows) {
            if (!options().json && row.contains("found"_L1))
                row["found"_L1] = row["found"_L1].toObject().value("text"_L1).toString().simplified();
        }
        QStringList columns{u"entry"_s, u"time"_s, u"user"_s, u"device"_s, u"kind"_s, u"what"_s, u"outcome"_s};
        if (!m_wanted.filter.what.isEmpty())
            columns += u"found"_s;
        if (options().format.isEmpty())
            printer().list(columns, m_rows);
        finish();
    }

    [[nodiscard]] DeviceNames nameOf() const
    {
        return [devices = &tenant().inventory.devices()](const DeviceId &id) {
            const DeviceRecord *device = devices->device(id);
            return device ? device->facts.name : id.value();
        };
    }

    Message::FetchActivity m_wanted;
    quint64 m_left = 0;
    bool m_isFirst = true;
    std::set<quint64> m_told;
    std::vector<QJsonObject> m_rows;
};

} // namespace

std::unique_ptr<CliVerb> activityVerb()
{
    return std::make_unique<ActivityVerb>();
}

} // namespace Sonde::Client
