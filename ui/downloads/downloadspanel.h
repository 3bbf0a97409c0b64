// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace Sonde::Client {

class ColumnFit;
class DownloadActions;
class DownloadManager;
class DownloadTextModel;
class EmptyState;
class HashField;
class PlainLabel;
class QuestionBar;
class Settings;
struct ShortcutLine;
class Syntax;
class Theme;

/// Every download of every session: how far it is, and what can be done with it.
class DownloadsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadsPanel)

public:
    DownloadsPanel(
        DownloadManager &manager, Theme &theme, const Syntax &syntax, Settings &settings, QWidget *parent = nullptr);

    void select(CommandId command);
    /// Into the settings: the columns.
    void saveLayout();
    [[nodiscard]] DownloadActions &actions() { return *m_actions; }
    [[nodiscard]] QTableView &table() { return *m_table; }
    /// Its keys, for the list of shortcuts.
    [[nodiscard]] static QList<ShortcutLine> keys();
    /// Its head, a question and a row: rows give way first, then the hash.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    /// To the command that asked for a download.
    void commandRequested(Sonde::SessionId session, Sonde::CommandId command);
    /// Esc: the focus goes back to where it came from.
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeHeader();
    void makeTable();
    void refresh();
    void followSelection();
    void openMenu(const QPoint &position);
    void openPreview(const Download &download);
    void restyle();
    void retranslate();
    void showQuestion();
    [[nodiscard]] QWidget *makeHash();
    void showHash();
    void keepRoomForHash();
    [[nodiscard]] CommandId current() const;

    DownloadManager &m_manager;
    Theme &m_theme;
    const Syntax &m_syntax;
    Settings &m_settings;
    DownloadTextModel *m_text;
    DownloadActions *m_actions;
    QHBoxLayout *m_header;
    PlainLabel *m_title;
    PlainLabel *m_totals;
    QToolButton *m_close;
    QuestionBar *m_question;
    QWidget *m_hashPart; ///< of the one that is selected
    PlainLabel *m_hashTitle = nullptr;
    HashField *m_hash;
    QStackedLayout *m_stack;
    QTableView *m_table;
    ColumnFit *m_columns;
    EmptyState *m_empty;
    QTimer m_frame; ///< changes are shown together
};

} // namespace Sonde::Client
