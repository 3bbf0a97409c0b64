// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"
#include "ui/library/librarytextmodel.h"
#include "ui/theme/page.h"
#include "ui/toolkit/syntax.h"

class QAction;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace Sonde::Client {

class ColumnFit;
class EmptyState;
class FilePane;
class PlainLabel;
class Settings;
class Theme;

/// The tenant's library as a table with its filter line, and the selected file beside it.
class LibraryPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPage)

public:
    /// `upload` opens the upload dialog.
    LibraryPage(
        LibraryController &library, QAction &upload, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    void focusFilter();
    void selectFile(const QString &name);
    /// Into the settings: columns and widths.
    void saveLayout();
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] FilePane *pane() const { return m_pane; }

Q_SIGNALS:
    void failed(const Sonde::Error &error);
    void downloaded(const QString &path);
    void runRequested(const Sonde::LibraryFile &script);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString emptyText() const;
    void showEmpty();
    void build(QAction &upload);
    [[nodiscard]] QWidget *makeFilterLine(QAction &upload);
    void setUpTable();
    void retranslate();
    void applyFilter();
    void followModel();
    void showCurrent();
    void showMenu(const QPoint &place);
    void askWhereToDownload();
    void askToDelete();
    void confirmDelete(const std::vector<LibraryFile> &versions);
    void remove(const QString &name);

    LibraryController &m_library;
    QAction &m_upload;
    Theme &m_theme;
    Settings &m_settings;
    Syntax m_syntax;
    LibraryTextModel m_text;
    QLineEdit *m_filter;
    PlainLabel *m_count;
    QStackedWidget *m_stack;
    QTableView *m_table;
    ColumnFit *m_columns;
    EmptyState *m_empty;
    FilePane *m_pane;
    QSplitter *m_splitter;
};

} // namespace Sonde::Client
