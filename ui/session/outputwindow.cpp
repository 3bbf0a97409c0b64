// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/outputwindow.h"

#include "models/result/resultcomparison.h"
#include "models/text/visibletext.h"
#include "ui/result/outputbody.h"
#include "ui/result/sessionactions.h"
#include "ui/toolkit/findbar.h"
#include "ui/toolkit/noteline.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

OutputWindow::OutputWindow(const CommandRecord &command, CommandOutput *output, const QString &folder,
    const Theme &theme, const Syntax &syntax, ColumnChoices &columns, SessionActions &actions, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_theme(theme)
    , m_actions(actions)
    , m_command(command.id)
    , m_find(new FindBar(theme, this))
    , m_body(new OutputBody(theme, syntax, actions, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QString(command.id.toString() % u' ' % visible(command.line)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_body, 1);
    resize(960, 640);
    m_body->setApart();
    m_body->setColumnChoices(&columns);
    m_body->setCommand(m_command);
    m_body->setFolder(folder);
    m_body->setName(windowTitle());
    m_body->setOutput(output);
    m_body->setFocus();
    connect(m_body, &OutputBody::menuAboutToShow, this, &OutputWindow::addActions);
    connect(m_find, &FindBar::textChanged, this, [this](const QString &text) {
        if (m_body->pane())
            m_body->pane()->setHighlighted(text);
    });
    connect(m_find, &FindBar::findRequested, this, [this](const QString &text, bool backwards) {
        m_find->setFound(m_body->pane() && m_body->pane()->findRound(text, backwards));
    });
    connect(m_find, &FindBar::closed, m_body, [this] { m_body->setFocus(); });
}

void OutputWindow::say(const QString &sentence)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, new NoteLine(m_theme, NoteLine::Kind::Info, sentence, this));
}

void OutputWindow::addActions(QMenu &menu)
{
    ResultModel *rows = m_body->arrangement();
    if (!rows)
        return;
    menu.addSeparator();
    connect(menu.addAction(tr("Filter these rows")), &QAction::triggered, m_body, &OutputBody::toggleFilter);
    if (ResultComparison::isPossible(rows->command())) {
        connect(menu.addAction(tr("Compare with an earlier run…")), &QAction::triggered, this,
            [this, rows] { m_actions.compareRows(m_command, *rows); });
    }
}

void OutputWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        m_find->open();
    else if (event->key() == Qt::Key_L && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        m_body->toggleFilter();
    else
        QDialog::keyPressEvent(event);
}

} // namespace Sonde::Client

#include "moc_outputwindow.cpp"
