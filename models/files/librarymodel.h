// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/tenantfiles.h"

#include <QAbstractTableModel>
#include <vector>

namespace Sonde::Client {

/// What a library file is, as its name says.
enum class LibraryKind {
    PowerShell,
    Shell,
    Python,
    Batch,
    Program,
    Archive,
    Text,
    Rules,
    KnownBad,
    KnownGood,
    Artifacts,
    Other
};
[[nodiscard]] LibraryKind libraryKind(const QString &name);
/// Rules or hashes, which go along with every command that examines.
[[nodiscard]] bool examines(const QString &name);
/// Something that `run` runs, as its name says.
[[nodiscard]] bool isScript(const QString &name);

/// The newest version of each file of the library, by name. Words and order are the view's business.
class LibraryModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryModel)

public:
    enum Column { Name, Kind, Description, Parameters, Signature, Size, Sha256, By, When, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        FileRole = Qt::UserRole, ///< const LibraryFile *, valid until the next setFiles()
        SortKeyRole,
    };

    explicit LibraryModel(QObject *parent = nullptr);

    /// `files` by name; rows that stay keep their selections.
    void setFiles(std::vector<LibraryFile> files);
    [[nodiscard]] const std::vector<LibraryFile> &files() const { return m_files; }
    /// nullptr when there is none; valid until the next setFiles().
    [[nodiscard]] const LibraryFile *file(int row) const;
    [[nodiscard]] const LibraryFile *file(const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the file's name in every column; what else is shown is made in ui/library.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<LibraryFile> m_files;
};

} // namespace Sonde::Client
