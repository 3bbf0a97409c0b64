// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/time/timetext.h"

#include <QString>

namespace Sonde::Client {

class ActListController;
class ResultModel;
enum class DownloadAnswer;
struct ResultPart;

/// What the parts of a session's page want done with their session. The page does it; each part is handed this and calls it directly,
/// however deep it stands. Outlives the parts.
class SessionActions
{
    Q_DISABLE_COPY_MOVE(SessionActions)

public:
    SessionActions() = default;

    /// How times from the session's device are shown; to be asked anew on QEvent::LanguageChange.
    [[nodiscard]] virtual TimeText times() const = 0;
    /// Whether a line may be put into the input: nothing can be typed in a session that is over, or another's.
    [[nodiscard]] virtual bool mayCompose() const { return true; }
    /// The tenant's acts, as long as this object lives; nullptr where nobody keeps them.
    [[nodiscard]] virtual ActListController *acts() const { return nullptr; }
    /// Puts a line into the input, for the analyst to confirm.
    virtual void compose(const QString &line) = 0;
    /// Asks the device for the plan of a line that would change it, and the analyst whether that is to be done.
    virtual void askToAct(const QString &line) = 0;
    virtual void cancel(CommandId command) = 0;
    virtual void setBackground(CommandId command, bool background) = 0;
    /// Has an output fetched that nobody asked for yet.
    virtual void fetchOutput(CommandId command) = 0;
    /// Of a traced command: all of its output was painted.
    virtual void setRendered(CommandId command) = 0;
    /// What the analyst wants of a download that asks.
    virtual void answerDownload(CommandId command, DownloadAnswer answer) = 0;
    /// Has evidence brought here that the service keeps.
    virtual void bring(CommandId command) = 0;
    virtual void openWindow(CommandId command) = 0;
    /// Asks where to save an output that is no table.
    virtual void saveOutput(CommandId command) = 0;
    /// Asks where to write these rows of the command.
    virtual void exportRows(CommandId command, const ResultPart &part) = 0;
    /// Asks which earlier run the command's rows are to be compared with.
    virtual void compareRows(CommandId command, ResultModel &rows) = 0;

protected:
    ~SessionActions() = default;
};

} // namespace Sonde::Client
