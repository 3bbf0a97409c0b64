// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "projection.h"

#include <QDialog>

namespace Sonde {

class CommandOutput;
class FindBar;
class OutputBody;
class Syntax;
class Theme;

/// One command's output in a window of its own, as large as one likes, with a find bar.
class OutputWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputWindow)

public:
    /// `output` may go first: the window is empty then.
    OutputWindow(const CommandRecord &command, CommandOutput *output, const QString &folder, const Theme &theme,
        const Syntax &syntax, QWidget *parent = nullptr);

Q_SIGNALS:
    void composeRequested(const QString &line);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    FindBar *m_find;
    OutputBody *m_body;
};

} // namespace Sonde
