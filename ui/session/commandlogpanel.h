// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/projection.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSplitter;
class QTableView;
class QTabWidget;

namespace Sonde::Client {

class ColumnChoices;
class CommandLogTextModel;
class OutputBody;
class SessionActions;
class SessionController;
class Settings;
class TextBuffer;
class TextView;
class Syntax;
class Theme;

/// Every command of a session: a table with a filter, which follows the newest while its end is in view; below it what is known of the
/// one that is selected, and its output.
class CommandLogPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandLogPanel)

public:
    CommandLogPanel(SessionController &session, const Theme &theme, const Syntax &syntax, Settings &settings,
        SessionActions &actions, QWidget *parent = nullptr);

    /// Where choices of columns are remembered; not owned.
    void setColumnChoices(ColumnChoices *choices);
    /// Running durations.
    void tick();
    /// Opens the Output tab for a command.
    void select(CommandId command);
    [[nodiscard]] CommandId selected() const;

Q_SIGNALS:
    /// Double click or Enter: to its block in the console, or where else it can be seen.
    void jumpRequested(Sonde::CommandId command);
    void exportRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void beginAtNewest();
    void makeDetails();
    void foldDetails();
    void openMenu(const QPoint &position);
    void showSelected();
    /// What is said in its block above its output.
    void showInput();
    void showNotes();
    [[nodiscard]] QString factsOf(const CommandRecord &command) const;
    void restyle();
    void retranslate();

    SessionController &m_session;
    const Theme &m_theme;
    Settings &m_settings;
    SessionActions &m_actions;
    CommandLogTextModel *m_text;
    QLineEdit *m_filter;
    QPushButton *m_export;
    QTableView *m_table;
    bool m_following = true;
    QSplitter *m_splitter;
    QTabWidget *m_details;
    TextView *m_input;
    TextBuffer *m_inputText = nullptr;
    class Notes;
    QWidget *m_result; ///< notes and output
    Notes *m_notes;
    OutputBody *m_output;
};

} // namespace Sonde::Client
