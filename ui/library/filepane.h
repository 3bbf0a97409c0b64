// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"

#include <QWidget>

class QFormLayout;
class QPushButton;
class QTabWidget;

namespace Sonde::Client {

class CodeView;
class ElidedLabel;
class PlainLabel;
class Syntax;
class Theme;
class HashField;
class VersionHistory;

/// A library file beside the table: its facts, its content to read, its history, and what can be done with it.
class FilePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilePane)

public:
    FilePane(LibraryController &library, const Syntax &syntax, const Theme &theme, QWidget *parent = nullptr);

    void setFile(const LibraryFile &file);
    [[nodiscard]] const LibraryFile &file() const { return m_file; }
    /// The version selected in the history, the newest when none is.
    [[nodiscard]] const LibraryFile &version() const;
    [[nodiscard]] QPushButton *runButton() const { return m_run; }
    [[nodiscard]] QPushButton *downloadButton() const { return m_download; }
    [[nodiscard]] QPushButton *deleteButton() const { return m_delete; }

Q_SIGNALS:
    void runRequested();
    void downloadRequested();
    void deleteRequested();

private:
    struct Fact {
        PlainLabel *title;
        PlainLabel *value;
    };

    void build();
    [[nodiscard]] Fact addFact(QFormLayout *facts);
    void showFacts();
    void showContent();
    void showHash();
    void showRules();
    void retranslate();

    LibraryController &m_library;
    LibraryFile m_file;
    ElidedLabel *m_name;
    PlainLabel *m_description;
    Fact m_kind;
    Fact m_signature;
    Fact m_created;
    Fact m_uses;
    PlainLabel *m_hashTitle;
    HashField *m_hash;
    Fact m_parameters;
    QPushButton *m_run;
    QPushButton *m_download;
    QPushButton *m_delete;
    QTabWidget *m_tabs;
    CodeView *m_preview;
    VersionHistory *m_history;
};

/// Why the library may not be changed, for a tool tip; empty when it may.
[[nodiscard]] QString refusalToManage(const LibraryController &library);

} // namespace Sonde::Client
