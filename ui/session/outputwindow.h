// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QDialog>

namespace Sonde::Client {

class ColumnChoices;
class CommandOutput;
class FindBar;
class OutputBody;
class SessionActions;
class Syntax;
class Theme;

/// One command's output in a window of its own, as large as one likes, with a find bar. Rows are arranged here for themselves.
class OutputWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputWindow)

public:
    /// `output` may go first: the window is empty then.
    OutputWindow(const CommandRecord &command, CommandOutput *output, const QString &folder, const Theme &theme,
        const Syntax &syntax, ColumnChoices &columns, SessionActions &actions, QWidget *parent = nullptr);

    /// Above the output, as long as the window is there.
    void say(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addActions(QMenu &menu);

    const Theme &m_theme;
    SessionActions &m_actions;
    CommandId m_command;
    FindBar *m_find;
    OutputBody *m_body;
};

} // namespace Sonde::Client
