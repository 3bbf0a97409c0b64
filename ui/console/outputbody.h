// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandoutput.h"
#include "outputpane.h"

#include <QPointer>
#include <QWidget>

namespace Sonde {

class PlainLabel;
class Syntax;
class Theme;

/// Shows what a command printed in the view that fits its kind, and changes the view when the kind changes. Used by the blocks of the
/// console, by the command log's side bar and by the window an output can be opened in.
class OutputBody final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputBody)

public:
    OutputBody(const Theme &theme, const Syntax &syntax, QWidget *parent = nullptr);
    ~OutputBody() override;

    /// Not owned; nullptr shows nothing.
    void setOutput(CommandOutput *output);
    [[nodiscard]] CommandOutput *output() const { return m_output; }
    /// Shows a text of our own (help).
    void setText(const QString &text);
    /// Where relative paths of the output are.
    void setFolder(const QString &folder);
    /// What a screen reader calls the view.
    void setName(const QString &name);

    /// nullptr while there is nothing to show.
    [[nodiscard]] OutputPane *pane() const { return m_pane; }
    /// 0 when there is nothing to show.
    [[nodiscard]] int heightFor(int mostRows) const;
    /// "Copy", "Copy as JSON"…
    void addCopyActions(QMenu &menu);

Q_SIGNALS:
    void composeRequested(const QString &line);
    /// `menu` is about to open over the output: add to it.
    void menuAboutToShow(QMenu &menu);
    void heightChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void makePane(CommandOutput::Kind kind);
    template<typename View>
    View *adopt(View *view);
    void markErrors();
    void showJson();
    void showMenu(const QPoint &globalPosition);
    void retranslate();

    const Theme &m_theme;
    const Syntax &m_syntax;
    QPointer<CommandOutput> m_output;
    TextBuffer *m_ownText = nullptr;
    OutputPane *m_pane = nullptr; ///< a child
    CommandOutput::Kind m_kind = CommandOutput::Kind::None;
    PlainLabel *m_note;
    QString m_folder;
    QString m_name;
};

} // namespace Sonde
