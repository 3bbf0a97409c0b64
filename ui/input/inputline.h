// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandhistory.h"
#include "models/session/completionmodel.h"
#include "models/session/typedline.h"
#include "ui/input/readline.h"

#include <QWidget>

class QKeyEvent;

namespace Sonde::Client {

class CommandEdit;
class CompletionPopup;
class ElidedLabel;
class HistoryPopup;
class PlainLabel;
class Theme;
class UsageHint;

/// Where commands are typed: prompt, editor, usage of what is being typed, and what is wrong with it.
///
/// Enter sends a line that parses; of one that does not it says why, and a second Enter sends it anyway, so that nothing typed is lost.
/// Tab completes, Up and Down walk through the history, Ctrl+R searches it. Ctrl+C copies what is selected and cancels the foreground
/// command when nothing is; Ctrl+Z undoes, and in an empty line moves the foreground command to the background; Ctrl+L empties the
/// console. The keys of a terminal edit the line (LineKey). Several pasted lines are put in one by one.
///
/// What is wrong with a line, and what stands out in the list of completions, is announced to a screen reader.
class InputLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InputLine)

public:
    InputLine(const Theme &theme, CommandHistory &history, const CompletionSources &sources, QWidget *parent = nullptr);

    void setPrompt(const QString &workingDirectory);
    [[nodiscard]] QString line() const;
    /// Puts a line in to be confirmed; the focus goes there. Undo brings back what was typed.
    void compose(const QString &line);
    /// The editor, for who wants to pass on keys.
    [[nodiscard]] CommandEdit *editor() const { return m_edit; }
    /// The sources know more than before, or something else may be done on the device.
    void completionChanged();

Q_SIGNALS:
    /// The device should be asked by this line for what completes the one being typed.
    void lookupWanted(const QString &line);
    /// The line begins with this command now; once for each change.
    void verbTyped(const QString &verb);
    void submitted(const Sonde::Client::TypedLine &line);
    void cancelRequested();
    void backgroundRequested();
    void clearRequested();
    /// To the block above (-1) or below (1).
    void jumpRequested(int step);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool isCompleting() const;
    bool pressed(const QKeyEvent &key);
    bool pressedPlain(const QKeyEvent &key);
    bool pressedInPopup(const QKeyEvent &key);
    bool pressedWithControl(const QKeyEvent &key);
    [[nodiscard]] TypedLine typed() const;
    void enter();
    void send(const TypedLine &line);

    void onLineChanged();
    void followApproval();
    void updateHint();
    void fitHint();
    void complete();
    void stopCompleting();
    void lookUp();
    void accept(int row);
    void refreshPopup();
    void walk(const std::optional<QString> &line);
    void searchHistory();
    void takePasted(const QStringList &lines);
    void nextPasted();
    void dropPasted();
    void setProblem(const std::optional<Error> &problem);
    void showMessage();
    [[nodiscard]] QString noteText() const;
    void retranslate();
    void fitPrompt();
    void restyle();

    const Theme &m_theme;
    CommandHistory &m_history;
    HistoryWalk m_walk;
    const CompletionSources &m_sources;
    CompletionModel m_completion;
    ElidedLabel *m_prompt;
    CommandEdit *m_edit;
    Readline m_readline;
    UsageHint *m_hint;
    PlainLabel *m_message;
    CompletionPopup *m_popup = nullptr; ///< made when first needed: it belongs to the window
    HistoryPopup *m_historyPopup = nullptr;
    QString m_directory;
    QString m_verb; ///< that verbTyped told last
    std::optional<Error> m_problem;
    QString m_completedLine; ///< that was to be completed and waits for the device; empty: none
    QString m_refused;       ///< the line m_problem is about: entered again it is sent
    QStringList m_pasted;    ///< still to come
    bool m_walking = false;
    bool m_needsApproval = false; ///< the line, as it is now
};

} // namespace Sonde::Client
