// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/typingwindow.h"

#include "models/session/commandoutput.h"
#include "tests/bench/painting.h"
#include "tests/measuring/analyst.h"
#include "tests/measuring/waiting.h"
#include "ui/console/blockwidget.h"
#include "ui/console/consoleview.h"
#include "ui/devices/devicespage.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/outputbody.h"
#include "ui/session/sessionpage.h"
#include "ui/shell/mainactions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"

#include <QAction>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr QSize WindowSize(1280, 800);

bool hasEnded(const ConsoleModel::Block *block)
{
    return block && isFinal(block->record->state) && block->output && block->output->whole()
        && !block->output->model()->isBusy();
}

const ConsoleModel::Block *newest(SessionController &session)
{
    return session.console().block(session.console().rowCount() - 1);
}

class WorkstationWindow final : public TypingWindow
{
    Q_DISABLE_COPY_MOVE(WorkstationWindow)

public:
    explicit WorkstationWindow(const TestTenant &tenant)
        : m_workstation(QUrl(u"https://localhost"_s), {}, m_folder.path())
        , m_window(m_workstation, m_look.theme, m_look.settings)
    {
        m_window.resize(WindowSize);
        m_window.show();
        m_workstation.signIn(tenant.credentials());
    }

    Result<void> startSession()
    {
        const auto *devices = m_window.findChild<DevicesPage *>();
        if (!waitUntil([&] { return m_workstation.phase() == Workstation::Phase::Ready && devices->canStart(); }))
            return fail(ErrorCode::TimedOut, u"inventory"_s);
        m_window.actions().startSession.trigger();
        const bool connected = waitUntil([this] {
            auto *session = m_window.tabs().currentController();
            return session && session->session().state == SessionState::Connected
                && !session->foregroundCommand().isValid();
        });
        return connected ? Result<void>() : fail(ErrorCode::TimedOut, u"connect"_s);
    }

    SessionController &session() override { return *m_window.tabs().currentController(); }
    QWidget &editor() override { return *page().input().editor(); }
    QWidget &editorSurface() override { return *page().input().editor()->viewport(); }

    QWidget *rowsSurface() override
    {
        const ConsoleView &console = page().console();
        const BlockWidget *block = console.blockAt(session().console().rowCount() - 1);
        if (!block || !hasEnded(newest(session())) || block->geometry().bottom() > console.viewport()->height())
            return nullptr;
        const auto *table = block->findChild<QTableView *>();
        return table && table->model() ? table->viewport() : nullptr;
    }

private:
    [[nodiscard]] SessionPage &page() { return *m_window.tabs().currentPage(); }

    QTemporaryDir m_folder;
    Look m_look;
    Workstation m_workstation;
    MainWindow m_window;
};

class PlainTerminal final : public QPlainTextEdit
{
    Q_OBJECT

Q_SIGNALS:
    void entered(const QString &line);

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Return)
            return QPlainTextEdit::keyPressEvent(event);
        const QString line = document()->lastBlock().text();
        appendPlainText({});
        Q_EMIT entered(line);
    }
};

class PlainWindow final : public TypingWindow
{
    Q_DISABLE_COPY_MOVE(PlainWindow)

public:
    explicit PlainWindow(std::unique_ptr<Analyst> analyst)
        : m_analyst(std::move(analyst))
    {
        m_terminal.resize(WindowSize);
        m_terminal.setFont(m_look.theme.consoleFont());
        m_terminal.setLineWrapMode(QPlainTextEdit::NoWrap);
        m_terminal.setUndoRedoEnabled(false);
        m_terminal.show();
        QObject::connect(&m_terminal, &PlainTerminal::entered, &m_terminal, [this](const QString &line) {
            m_isPrinted = false;
            session().submit(line);
        });
        QObject::connect(&session(), &SessionController::taken, &m_terminal,
            [this](const QString &, CommandId command) { (void)session().output(command); });
    }

    /// The device has one session at a time.
    ~PlainWindow() override
    {
        session().disconnectSession();
        (void)waitUntil([this] { return session().isEnded(); });
    }

    SessionController &session() override { return m_analyst->session(); }
    QWidget &editor() override { return m_terminal; }
    QWidget &editorSurface() override { return *m_terminal.viewport(); }
    QWidget *rowsSurface() override
    {
        if (!m_isPrinted)
            print();
        return m_isPrinted ? m_terminal.viewport() : nullptr;
    }

private:
    void print()
    {
        const ConsoleModel::Block *block = newest(session());
        if (!hasEnded(block))
            return;
        m_isPrinted = true;
        QStringList lines;
        const QAbstractItemModel &rows = *block->output->model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            QString line;
            for (int column = 0; column < rows.columnCount(); ++column)
                line += rows.index(row, column).data().toString().leftJustified(20) + u' ';
            lines += line;
        }
        m_terminal.appendPlainText(lines.join(u'\n') + u'\n');
    }

    Look m_look;
    std::unique_ptr<Analyst> m_analyst;
    PlainTerminal m_terminal;
    bool m_isPrinted = true;
};

} // namespace

Result<std::unique_ptr<TypingWindow>> workstationWindow(const TestTenant &tenant)
{
    auto window = std::make_unique<WorkstationWindow>(tenant);
    if (const auto started = window->startSession(); !started)
        return std::unexpected(started.error());
    return window;
}

Result<std::unique_ptr<TypingWindow>> plainWindow(const TestTenant &tenant)
{
    auto analyst = Analyst::at(tenant);
    if (!analyst)
        return std::unexpected(analyst.error());
    return std::make_unique<PlainWindow>(std::move(*analyst));
}

} // namespace Sonde::Client::Bench

#include "typingwindow.moc"
