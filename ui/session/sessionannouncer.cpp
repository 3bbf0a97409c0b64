// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sessionannouncer.h"

#include "models/result/examination.h"
#include "models/text/visibletext.h"
#include "ui/evidence/commandlook.h"
#include "ui/toolkit/announce.h"
#include "ui/verdict/verdictpane.h"
#include "ui/words/words.h"

namespace Sonde::Client {

SessionAnnouncer::SessionAnnouncer(SessionController &session, QWidget &page)
    : QObject(&page)
    , m_session(session)
    , m_page(page)
{
    connect(&session, &SessionController::commandFinished, this, &SessionAnnouncer::announceOutcome);
    connect(&session, &SessionController::noted, this, &SessionAnnouncer::announceNote);
    connect(&session, &SessionController::fileWritten, this,
        [this](CommandId, const QString &path) { say(tr("Saved as %1").arg(path)); });
    connect(&session, &SessionController::fileFailed, this,
        [this](CommandId, const Error &error) { say(Words::errorText(error)); });
}

QString SessionAnnouncer::outcome(const CommandRecord &command) const
{
    const QString state = CommandLook::text(command, m_session.deliveries().arrival(command));
    if (command.state != CommandState::Completed) {
        for (const Error &error : command.errors) {
            if (!isNote(error.code))
                //: Read aloud: %1 a command line, %2 its state ("failed"), %3 a sentence that says why
                return tr("%1, %2: %3").arg(CommandLook::line(command), state, Words::errorText(error));
        }
    }
    const CommandSpec *spec = Catalogue::instance().find(command.invocation.verb);
    if (spec && spec->has(Trait::Examines) && command.rows > 0) {
        const ResultTable *table = m_session.output(command.id)->table();
        if (const auto examination = table ? examinationOf(*table) : std::nullopt)
            //: Read aloud: %1 a command line, %2 its state ("completed"), %3 a sentence that says what was found
            return tr("%1, %2. %3").arg(CommandLook::line(command), state, VerdictPane::sentenceOf(*examination));
    }
    if (command.rows > 0 && spec && !spec->columns.empty())
        //: Read aloud: %1 a command line, %2 its state ("completed")
        return tr("%1, %2, %n row(s)", nullptr, int(command.rows)).arg(CommandLook::line(command), state);
    //: Read aloud: %1 a command line, %2 its state ("completed")
    return tr("%1, %2").arg(CommandLook::line(command), state);
}

void SessionAnnouncer::announceOutcome(CommandId command)
{
    const CommandRecord *record = m_session.command(command);
    if (!record || record->origin != LineOrigin::Analyst || !m_session.isCaughtUp())
        return;
    // A verdict is in the rows, which may come after the end.
    CommandOutput *output =
        record->invocation.has(Trait::Examines) && record->rows > 0 ? m_session.output(command) : nullptr;
    if (output && !output->whole())
        connect(
            output, &CommandOutput::wholeChanged, this, [this, command] { announceOutcome(command); },
            Qt::SingleShotConnection);
    else
        say(outcome(*record));
}

void SessionAnnouncer::announceNote(const QString &submission, const Error &error)
{
    const ConsoleModel::Block *block = m_session.console().block(m_session.console().rowOfSubmission(submission));
    const QString line = block ? block->record->line : QString();
    //: Read aloud: %1 a command line, %2 a sentence that says why it was not run
    say(line.isEmpty() ? Words::errorText(error) : tr("%1: %2").arg(line, Words::errorText(error)));
}

void SessionAnnouncer::say(const QString &text)
{
    if (m_page.isVisible() && m_page.isActiveWindow())
        announce(m_page, visible(text), Urgency::Polite);
}

} // namespace Sonde::Client

#include "moc_sessionannouncer.cpp"
