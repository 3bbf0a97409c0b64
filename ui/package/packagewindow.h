// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/package/packagereader.h"

#include <QDialog>
#include <functional>
#include <memory>

class QLineEdit;
class QModelIndex;
class QPushButton;
class QTableView;

namespace Sonde::Client {

class CodeView;
class ColumnFit;
class PackageModel;
class PlainLabel;
class Syntax;
class Theme;

/// A package that is here: its list, one file of it to read and not to run, and a search in all of them. It is read on the thread pool, and
/// nothing of it is unpacked to a disk; closing the window ends what is under way.
class PackageWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PackageWindow)

public:
    /// More of a file is not shown.
    static constexpr qsizetype MostPreview = 512 * 1024;

    PackageWindow(const QString &path, const Syntax &syntax, const Theme &theme, const PackageCaps &caps = {},
        QWidget *parent = nullptr);
    ~PackageWindow() override;

    /// By its name; others have a preview of their bytes only.
    [[nodiscard]] static bool isPackage(const QString &name);
    [[nodiscard]] QTableView &table() { return *m_table; }
    [[nodiscard]] QString state() const;

private:
    void makeTop();
    void makeTable();
    void list();
    void showList(Result<PackageList> list);
    void search();
    void stopSearch();
    void showMatches(const QString &text, const Result<PackageMatches> &matches);
    void followArrangement();
    void showMember();
    void showContent(const Result<QByteArray> &content);
    void showNotes();
    [[nodiscard]] QString whyNoContent() const;
    using Sentence = std::function<QString()>; ///< in the language of the moment
    void say(const Sentence &sentence, const std::optional<Error> &problem = {});
    void sayList();
    void sayEnd();
    void retranslate();
    /// Asks the one under way to end, and gives the stop of the next.
    [[nodiscard]] std::stop_token renew(std::stop_source &source);
    [[nodiscard]] PackageProgress teller(const std::stop_token &stop);

    const QString m_path;
    const PackageCaps m_caps;
    PackageModel *m_model;
    QLineEdit *m_name;
    QLineEdit *m_text;
    QPushButton *m_stop;
    QTableView *m_table;
    ColumnFit *m_columns = nullptr;
    CodeView *m_preview;
    PlainLabel *m_note;
    PlainLabel *m_state;
    std::stop_source m_reading; ///< the list, or a search
    std::stop_source m_previewing;
    qint64 m_files = 0; ///< of the list
    qint64 m_bytes = 0;
    std::optional<Error> m_cut; ///< why it is not all
    Sentence m_said;
    std::optional<Error> m_problem;              ///< said with it
    std::optional<PackageMember> m_member;       ///< the one that is shown
    std::optional<Result<QByteArray>> m_content; ///< of it, once it was read
};

} // namespace Sonde::Client
