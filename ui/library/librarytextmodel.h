// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/librarymodel.h"

#include <QSortFilterProxyModel>

namespace Sonde::Client {

/// The library in the analyst's words, filtered and sorted; everything shown is made harmless.
class LibraryTextModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryTextModel)

public:
    explicit LibraryTextModel(LibraryModel &files, QObject *parent = nullptr);

    /// Only files that hold each word somewhere in what is shown of them.
    void setFilterText(const QString &text);
    /// nullptr when there is none; valid until the library changes.
    [[nodiscard]] const LibraryFile *file(const QModelIndex &index) const;
    /// Its row, -1 when it is not shown.
    [[nodiscard]] int rowOf(const QString &name) const;
    /// The language changed: views ask again.
    void refresh();

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] static QString columnTitle(LibraryModel::Column column);
    [[nodiscard]] static QString kindText(LibraryKind kind);
    /// "—" for what is no PowerShell script.
    [[nodiscard]] static QString signatureText(const LibraryFile &file);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] static QString text(const LibraryFile &file, LibraryModel::Column column);
    [[nodiscard]] static QString toolTip(const LibraryFile &file, LibraryModel::Column column);

    LibraryModel &m_files;
    QStringList m_words;
};

} // namespace Sonde::Client
