// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/sessioncontroller.h"
#include "ui/result/sessionactions.h"

#include <QObject>

namespace Sonde::Client {

class DeviceModel;
class InputLine;
class LibraryController;
class SessionDialogs;

/// What the parts of a session's page, and others, want of the session: it is passed to the controller, put into the input, or asked about
/// in a dialog.
class SessionRequests final : public QObject, public SessionActions
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionRequests)

public:
    SessionRequests(SessionController &session, DeviceModel &devices)
        : m_session(session)
        , m_devices(devices)
    {
    }

    /// To be called once, as soon as there are these.
    void serve(InputLine &input, SessionDialogs &dialogs);
    /// Whose state blocks of acts follow; outlives this. Before there are blocks.
    void setActs(ActListController &acts) { m_acts = &acts; }

    [[nodiscard]] TimeText times() const override;
    [[nodiscard]] bool mayCompose() const override;
    [[nodiscard]] ActListController *acts() const override { return m_acts; }
    void compose(const QString &line) override;
    void askToAct(const QString &line) override;
    void askToAct(const Invocation &wanted);
    void cancel(CommandId command) override { m_session.cancel(command); }
    void setBackground(CommandId command, bool background) override { m_session.setBackground(command, background); }
    void fetchOutput(CommandId command) override { m_session.output(command); }
    void setRendered(CommandId command) override { m_session.setRendered(command); }
    void answerDownload(CommandId command, DownloadAnswer answer) override
    {
        m_session.answerDownload(command, answer);
    }
    void bring(CommandId command) override { m_session.bring(command); }
    void openWindow(CommandId command) override;
    void saveOutput(CommandId command) override;
    void exportRows(CommandId command, const ResultPart &part) override;
    void compareRows(CommandId command, ResultModel &rows) override;

    /// Opens the form of a library script; what is filled in becomes a line in the input.
    void askToRun(LibraryController &library, const LibraryFile &script);
    void askToCollect();
    void askToIsolate();
    void askToRelease();
    void askToDisconnect();
    void askWhereToExport();
    void askWhereToExportCase();
    /// The line that was to be asked about before the session was read.
    void askWhatWaited();

Q_SIGNALS:
    /// The line that runs this script of the library is in the input, without parameters.
    void scriptComposed(const QString &name);

private:
    [[nodiscard]] QString deviceName() const;

    SessionController &m_session;
    DeviceModel &m_devices;
    InputLine *m_input = nullptr;
    SessionDialogs *m_dialogs = nullptr;
    ActListController *m_acts = nullptr;
    QString m_toAsk; ///< a line that would change the device, as soon as the journal has been read
};

} // namespace Sonde::Client
