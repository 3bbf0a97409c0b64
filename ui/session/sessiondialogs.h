// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/earlierruns.h"
#include "protocol/base/devicerecord.h"

#include <QWidget>

namespace Sonde::Client {

class CaseFileExport;
class ColumnChoices;
class InputLine;
class LibraryController;
class ResultModel;
class SessionActions;
class Settings;
class Syntax;
class Theme;
struct CommandLog;
struct ResultPart;

/// What a session asks before it disconnects, overwrites, runs, saves or compares, and the windows its outputs are opened in. All stand
/// over its page, and none keeps the analyst from the others.
class SessionDialogs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionDialogs)

public:
    /// Owned by `page`; nothing else is. `actions` is for the windows.
    SessionDialogs(SessionController &session, TenantClient &client, SessionActions &actions, InputLine &input,
        Theme &theme, const Syntax &syntax, Settings &settings, ColumnChoices &columns, QWidget &page);

    /// The form of a library script; what is filled in becomes a line in the input.
    void askToRun(LibraryController &library, const LibraryFile &script, const QString &device);
    /// What a package is to hold; what is chosen becomes a line in the input.
    void askToCollect(const QString &device);
    /// Whether the device is to be changed, by the plan that it makes for it.
    void askToAct(const Invocation &wanted, const QString &device);
    /// Whether to type in the session of somebody else.
    void askToStepIn();
    void askToDisconnect(const QString &device, const QList<CommandRecord> &running);
    void openWindow(CommandId command);
    void askWhereToSave(CommandId command);
    void askWhereToWrite(CommandId command, const ResultPart &part);
    void askWhatToCompareWith(CommandId command, ResultModel &rows);
    void askWhereToExport(const DeviceFacts &device);
    void askWhereToExportCase(const DeviceFacts &device);

private:
    [[nodiscard]] QString proposedName(const QString &name, CommandId command) const;
    void askToOverwrite(const QString &line, const QString &path);
    void showError(const Error &error);
    void tellWritten(const QString &path, const Result<void> &written);

    [[nodiscard]] CommandLog logOf(const DeviceFacts &device) const;

    SessionController &m_session;
    TenantClient &m_client;
    SessionActions &m_actions;
    InputLine &m_input;
    Theme &m_theme;
    const Syntax &m_syntax;
    Settings &m_settings;
    ColumnChoices &m_columns;
    QWidget &m_page;
    EarlierRuns m_earlierRuns;
    CaseFileExport &m_caseFile;
};

} // namespace Sonde::Client
