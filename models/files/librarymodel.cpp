// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/librarymodel.h"

#include "protocol/examination/examinationfile.h"

#include <QFileInfo>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

LibraryKind libraryKind(const QString &name)
{
    static const QHash<QString, LibraryKind> kinds{
        {u"ps1"_s, LibraryKind::PowerShell},
        {u"psm1"_s, LibraryKind::PowerShell},
        {u"psd1"_s, LibraryKind::PowerShell},
        {u"sh"_s, LibraryKind::Shell},
        {u"bash"_s, LibraryKind::Shell},
        {u"py"_s, LibraryKind::Python},
        {u"bat"_s, LibraryKind::Batch},
        {u"cmd"_s, LibraryKind::Batch},
        {u"exe"_s, LibraryKind::Program},
        {u"dll"_s, LibraryKind::Program},
        {u"msi"_s, LibraryKind::Program},
        {u"zip"_s, LibraryKind::Archive},
        {u"7z"_s, LibraryKind::Archive},
        {u"tar"_s, LibraryKind::Archive},
        {u"gz"_s, LibraryKind::Archive},
        {u"xz"_s, LibraryKind::Archive},
        {u"cab"_s, LibraryKind::Archive},
        {u"txt"_s, LibraryKind::Text},
        {u"md"_s, LibraryKind::Text},
        {u"json"_s, LibraryKind::Text},
        {u"xml"_s, LibraryKind::Text},
        {u"yml"_s, LibraryKind::Text},
        {u"yaml"_s, LibraryKind::Text},
        {u"csv"_s, LibraryKind::Text},
        {u"conf"_s, LibraryKind::Text},
    };
    switch (examinationFile(name)) {
    case ExaminationFile::Rules: return LibraryKind::Rules;
    case ExaminationFile::KnownBad: return LibraryKind::KnownBad;
    case ExaminationFile::KnownGood: return LibraryKind::KnownGood;
    case ExaminationFile::Artifacts: return LibraryKind::Artifacts;
    case ExaminationFile::None: break;
    }
    return kinds.value(QFileInfo(name).suffix().toLower(), LibraryKind::Other);
}

bool examines(const QString &name)
{
    return Sonde::examines(name);
}

bool isScript(const QString &name)
{
    const LibraryKind kind = libraryKind(name);
    return kind == LibraryKind::PowerShell || kind == LibraryKind::Shell || kind == LibraryKind::Python;
}

LibraryModel::LibraryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

/// Both lists are by name: what is gone is removed, what is new inserted, what stays replaced in its place.
void LibraryModel::setFiles(std::vector<LibraryFile> files)
{
    std::ranges::sort(files, {}, &LibraryFile::name);
    const auto isIn = [](const std::vector<LibraryFile> &list, const LibraryFile &file) {
        return std::ranges::binary_search(list, file.name, {}, &LibraryFile::name);
    };
    for (int row = int(m_files.size()) - 1; row >= 0; --row) {
        if (isIn(files, m_files[size_t(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_files.erase(m_files.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(files.size()); ++row) {
        LibraryFile &file = files[size_t(row)];
        if (row < int(m_files.size()) && m_files[size_t(row)].name == file.name) {
            if (m_files[size_t(row)] == file)
                continue;
            m_files[size_t(row)] = std::move(file);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        } else {
            beginInsertRows({}, row, row);
            m_files.insert(m_files.begin() + row, std::move(file));
            endInsertRows();
        }
    }
}

const LibraryFile *LibraryModel::file(int row) const
{
    return row >= 0 && row < int(m_files.size()) ? &m_files[size_t(row)] : nullptr;
}

const LibraryFile *LibraryModel::file(const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_files, [&](const LibraryFile &file) { return file.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_files.end() ? nullptr : &*found;
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int LibraryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    const LibraryFile *file = index.isValid() ? this->file(index.row()) : nullptr;
    if (!file)
        return {};
    if (role == Qt::DisplayRole)
        return file->name;
    if (role == FileRole)
        return QVariant::fromValue(file);
    if (role != SortKeyRole)
        return {};
    switch (Column(index.column())) {
    case Name: return file->name.toCaseFolded();
    case Kind: return int(libraryKind(file->name));
    case Description: return file->description.toCaseFolded();
    case Parameters: return file->hasParameters;
    case Signature: return int(file->signature);
    case Size: return file->size;
    case Sha256: return QString::fromLatin1(file->sha256.toHex());
    case By: return file->updatedBy.toCaseFolded();
    case When: return file->updated;
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_librarymodel.cpp"
