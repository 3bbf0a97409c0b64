// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandoutput.h"
#include "ui/toolkit/outputpane.h"

#include <QPointer>
#include <QWidget>

namespace Sonde::Client {

class ColumnChoices;
class PlainLabel;
class SessionActions;
class Syntax;
class Theme;
struct ResultPart;

/// Shows what a command printed in the view that fits its kind, and changes the view when the kind changes. Used by the blocks of the
/// console, by the command log's side bar and by the window an output can be opened in.
class OutputBody final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputBody)

public:
    OutputBody(const Theme &theme, const Syntax &syntax, SessionActions &actions, QWidget *parent = nullptr);
    ~OutputBody() override;

    /// Whose output it is. Before setOutput().
    void setCommand(CommandId command) { m_command = command; }
    /// Not owned; nullptr shows nothing.
    void setOutput(CommandOutput *output);
    [[nodiscard]] CommandOutput *output() const { return m_output; }
    /// Shows a text of our own (help).
    void setText(const QString &text);
    /// Where choices of columns are remembered; not owned. Before setOutput().
    void setColumnChoices(ColumnChoices *choices) { m_choices = choices; }
    /// Rows are arranged for this view alone, not as in the console. Before setOutput().
    void setApart() { m_apart = true; }
    /// It lies in a block of the console, whose head counts the rows, and to which the wheel over it belongs until one has clicked into it.
    /// Before setOutput().
    void setInBlock() { m_inBlock = true; }
    /// Whether there is somebody who may act on what it shows is another.
    void followReader();
    /// Where relative paths of the output are.
    void setFolder(const QString &folder);
    /// What a screen reader calls the view.
    void setName(const QString &name);

    /// nullptr while there is nothing to show.
    [[nodiscard]] OutputPane *pane() const { return m_pane; }
    /// A single record: fields, one below the other.
    [[nodiscard]] bool isRecord() const { return m_pane && m_kind == CommandOutput::Kind::Record; }
    /// How the rows are arranged here; nullptr when no table is shown.
    [[nodiscard]] ResultModel *arrangement() const;
    /// Of a table: shows the line that filters it, or removes the filter.
    void toggleFilter();
    /// Of a table: shows that line, and gives it the focus.
    void openFilter();
    /// Of a table: goes to a row of the command's result.
    void showRow(int row);
    /// 0 when there is nothing to show.
    [[nodiscard]] int heightFor(int mostRows) const;
    /// "Copy", "Copy as JSON"…
    void addCopyActions(QMenu &menu);

Q_SIGNALS:
    /// `menu` is about to open over the output: add to it.
    void menuAboutToShow(QMenu &menu);
    void heightChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void makePane(CommandOutput::Kind kind);
    template<typename View>
    View *adopt(View *view);
    void watchWheel(QWidget &view);
    [[nodiscard]] bool isInPane(const QWidget *widget) const;
    void showText();
    void addEncodings(QMenu &menu);
    void markErrors();
    void showJson();
    void addRowActions(QMenu &menu);
    void addRowCopies(QMenu &menu, const QString &title, const std::function<ResultPart()> &part);
    void showMenu(const QPoint &globalPosition);
    void retranslate();

    const Theme &m_theme;
    const Syntax &m_syntax;
    SessionActions &m_actions;
    CommandId m_command;
    QPointer<CommandOutput> m_output;
    TextBuffer *m_ownText = nullptr;
    OutputPane *m_pane = nullptr; ///< a child
    CommandOutput::Kind m_kind = CommandOutput::Kind::None;
    PlainLabel *m_note;
    ColumnChoices *m_choices = nullptr;
    bool m_apart = false;
    bool m_inBlock = false;
    QString m_folder;
    QString m_name;
};

} // namespace Sonde::Client
