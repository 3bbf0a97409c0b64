// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/casereport.h"

#include "models/text/visibletext.h"
#include "protocol/base/devicepath.h"
#include "protocol/proof/proofkey.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto Style = R"(
body { font-family: sans-serif; font-size: 10pt; color: #1a1a1a; background: #ffffff; }
h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 18pt; } h3 { font-size: 10pt; margin-top: 12pt; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #b8b8b8; padding: 3pt 5pt; text-align: left; vertical-align: top; }
th { background: #ececec; }
code { font-family: monospace; font-size: 9pt; }
)";

class Report
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::CaseFile)

public:
    explicit Report(const CaseContents &contents)
        : m_contents(contents)
    {
    }

    QString text()
    {
        m_html = u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title><style>%3</style>"
                 "</head><body>\n"_s.arg(
                     tr("en", "the code of this language"), plain(tr("Case file")), QString::fromLatin1(Style));
        element(u"h1"_s, tr("Case file"));
        addFacts();
        for (const auto &[id, projection] : m_contents.sessions) {
            if (const SessionRecord *session = projection.session(id))
                addSession(*session, projection);
        }
        addActs();
        addProof();
        m_html += u"</body></html>\n"_s;
        return m_html;
    }

private:
    [[nodiscard]] static QString plain(const QString &text) { return visible(text).toHtmlEscaped(); }
    [[nodiscard]] static QString code(const QString &text) { return u"<code>%1</code>"_s.arg(plain(text)); }
    [[nodiscard]] static QString hash(const QByteArray &bytes) { return code(QString::fromLatin1(bytes.toHex())); }
    [[nodiscard]] QString time(const QDateTime &time) const { return plain(m_times.text(time)); }
    void element(const QString &name, const QString &text) { m_html += u"<%1>%2</%1>\n"_s.arg(name, plain(text)); }
    void beginTable(const QStringList &titles = {})
    {
        m_html += u"<table>\n"_s;
        if (titles.isEmpty())
            return;
        m_html += u"<tr>"_s;
        for (const QString &title : titles)
            m_html += u"<th>%1</th>"_s.arg(plain(title));
        m_html += u"</tr>\n"_s;
    }
    /// Cells are HTML.
    void row(const QStringList &cells) { m_html += u"<tr><td>"_s + cells.join("</td><td>"_L1) + u"</td></tr>\n"_s; }
    void fact(const QString &name, const QString &html)
    {
        m_html += u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(plain(name), html);
    }
    void endTable() { m_html += u"</table>\n"_s; }

    void addFacts();
    void addSession(const SessionRecord &session, const Projection &projection);
    void addSteps(SessionId session);
    void addCommands(const Projection &projection);
    void addEvidence(const Projection &projection);
    void addActs();
    void addProof();
    [[nodiscard]] static QString approver(const CommandRecord *command);
    [[nodiscard]] static QString duration(const CommandRecord &command);
    [[nodiscard]] QString actState(const ActSummary &act) const;
    [[nodiscard]] QString outcome(const CommandRecord &command, const std::vector<Error> &removals) const;
    [[nodiscard]] QString deviceName(const DeviceId &device) const;

    const CaseContents &m_contents;
    const TimeText m_times{QTimeZone::UTC};
    QString m_html;
};

QString Report::deviceName(const DeviceId &device) const
{
    const auto found = m_contents.devices.find(device);
    return found == m_contents.devices.end() || found->second.name.isEmpty()
        ? device.value()
        : u"%1 (%2)"_s.arg(found->second.name, device.value());
}

void Report::addFacts()
{
    const CaseIndex &index = m_contents.index;
    beginTable();
    fact(tr("Tenant"), plain(index.tenant));
    fact(tr("Made"), plain(m_times.withZone(index.made)));
    fact(tr("Made by"), plain(index.madeBy));
    fact(tr("Program"), plain(index.program));
    fact(tr("Entries of the journal"), QString::number(m_contents.records.size()));
    endTable();
    element(u"p"_s,
        tr("All times are UTC. The bytes of every output, the journal and the hashes are in the archive beside this "
           "report; "
           "“sonde-cli verify” checks it."));
}

void Report::addSession(const SessionRecord &session, const Projection &projection)
{
    element(u"h2"_s, tr("Session %1").arg(session.id.toString()));
    beginTable();
    fact(tr("Device"), plain(deviceName(session.device)));
    fact(tr("Analyst"), plain(session.createdBy));
    if (!session.reason.isEmpty())
        fact(tr("Reason"), plain(session.reason));
    fact(tr("Started"), time(session.started));
    if (session.ended.isValid())
        fact(tr("Ended"), time(session.ended));
    else
        fact(tr("Ended"), plain(tr("It went on when this file was made.")));
    if (session.endReason)
        fact(tr("Why it ended"), plain(Words::endText(session)));
    if (session.ended.isValid())
        fact(tr("Duration"), plain(Words::durationText(session.ended - session.started)));
    endTable();
    addSteps(session.id);
    addCommands(projection);
    addEvidence(projection);
}

void Report::addSteps(SessionId session)
{
    const auto steps = m_contents.steps.find(session);
    if (steps == m_contents.steps.end())
        return;
    //: heading of a table: who besides its owner acted in a session, and when
    element(u"h3"_s, tr("Who else acted in it"));
    beginTable({tr("Time"), tr("Analyst"), tr("What")});
    for (const CaseStep &step : steps->second)
        row({time(step.time), plain(step.user), plain(Words::activityText(step.kind))});
    endTable();
}

/// Of the act or line of this command: whoever had to approve it, and did.
QString Report::approver(const CommandRecord *command)
{
    return command ? command->approvedBy.value_or(QString()) : QString();
}

QString Report::outcome(const CommandRecord &command, const std::vector<Error> &removals) const
{
    QStringList lines{plain(Words::commandStateText(command))};
    if (const QString by = approver(&command); !by.isEmpty())
        //: %1 a user
        lines += plain(tr("Approved by %1.").arg(by));
    for (const Error &error : command.errors)
        lines += plain(Words::errorText(error));
    for (const Error &removal : removals)
        lines += plain(Words::errorText(removal));
    return lines.join("<br>"_L1);
}

/// Empty for what never ran.
QString Report::duration(const CommandRecord &command)
{
    const bool hasRun = isFinal(command.state) && command.state != CommandState::Rejected;
    return hasRun && command.duration.count() > 0 ? plain(Words::durationText(command.duration)) : QString();
}

void Report::addCommands(const Projection &projection)
{
    element(u"h3"_s, tr("Commands"));
    beginTable({tr("No."), tr("Time"), tr("Analyst"), tr("Command"), tr("Outcome"), tr("Duration"), tr("Rows"),
        tr("Output (SHA-256)")});
    for (const CommandRecord &command : projection.commands()) {
        const SessionRecord *session = projection.session(command.session);
        const auto removals = session ? removalsOf(*session, command) : std::vector<Error>();
        row({command.id.toString(), time(command.accepted),
            plain(session ? typistOf(*session, command) : command.typedBy.value_or(QString())), code(command.line),
            outcome(command, removals), duration(command), QString::number(command.rows),
            command.outputSha256 ? hash(*command.outputSha256) : QString()});
    }
    endTable();
}

void Report::addEvidence(const Projection &projection)
{
    const bool isAny =
        std::ranges::any_of(projection.commands(), [](const CommandRecord &one) { return one.evidence.has_value(); });
    if (!isAny)
        return;
    element(u"h3"_s, tr("Files from the device"));
    beginTable({tr("No."), tr("Path"), tr("Size"), u"SHA-256"_s, tr("Handed to")});
    for (const CommandRecord &command : projection.commands()) {
        if (command.evidence)
            row({command.id.toString(), code(DevicePath(command.evidence->file.path).typed()),
                plain(Words::sizeText(command.evidence->file.size)), hash(command.evidence->sha256),
                plain(command.evidence->deliveredTo.join(u", "_s))});
    }
    endTable();
}

/// Which one it took back, or was taken back by, where both are in the file.
QString Report::actState(const ActSummary &act) const
{
    QStringList lines{plain(Words::actStateText(act.state))};
    if (act.undoes)
        //: %1 a number
        lines += plain(tr("It takes back act %1 of this device.").arg(QString::number(*act.undoes)));
    if (act.undoneBy)
        //: %1 a number
        lines += plain(tr("Taken back by act %1 of this device.").arg(QString::number(*act.undoneBy)));
    return lines.join("<br>"_L1);
}

void Report::addActs()
{
    const auto acts = m_contents.acts.changedAfter(0, m_contents.records.size() + 1);
    if (acts.empty())
        return;
    element(u"h2"_s, tr("What was done to devices"));
    beginTable({tr("Act"), tr("Time"), tr("Device"), tr("Analyst"), tr("Approved by"), tr("What"), tr("Outcome"),
        tr("Reason")});
    for (const ActSummary &act : acts) {
        QStringList things{code(act.id)};
        for (const QString &thing : act.besides.value_or(QStringList()))
            things += code(thing);
        const auto session = m_contents.sessions.find(act.session);
        const auto *command = session == m_contents.sessions.end() ? nullptr : session->second.command(act.command);
        row({QString::number(act.act), time(act.time), plain(deviceName(act.device)), plain(act.analyst),
            plain(approver(command)),
            plain(Words::actKindText(act.kind)) + u" – "_s + plain(Words::entityText(act.type)) + u" "_s
                + things.join(u", "_s),
            actState(act), plain(act.reason)});
    }
    endTable();
    element(u"p"_s,
        tr("What a session that is not in this file did is not told here: it may have taken back something of this."));
}

void Report::addProof()
{
    const CaseIndex &index = m_contents.index;
    element(u"h2"_s, tr("Proof"));
    beginTable();
    fact(tr("Key of the journal (SHA-256)"), code(proofFingerprint(index.journalKey)));
    for (const SignedStatement &statement : index.statements)
        fact(statement.said.session.isValid() ? tr("Session %1").arg(statement.said.session.toString())
                                              : tr("Whole journal"),
            plain(tr("%n entries of a journal whose tree has this root:", nullptr, int(statement.said.entries)))
                + u"<br>"_s + hash(statement.said.at.root));
    for (const Countersignature &signature : index.countersignatures)
        fact(tr("Countersigned at %1").arg(m_times.withZone(signature.time)),
            plain(tr("entry %1, by the key").arg(signature.at.size)) + u"<br>"_s
                + code(proofFingerprint(signature.key)));
    endTable();
}

} // namespace

QString caseReport(const CaseContents &contents)
{
    return Report(contents).text();
}

} // namespace Sonde::Client
