// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarytextmodel.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "ui/theme/plaintext.h"
#include "ui/words/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

LibraryTextModel::LibraryTextModel(LibraryModel &files, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_files(files)
{
    setSourceModel(&files);
    setSortRole(LibraryModel::SortKeyRole);
}

void LibraryTextModel::setFilterText(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

const LibraryFile *LibraryTextModel::file(const QModelIndex &index) const
{
    return m_files.file(mapToSource(index).row());
}

int LibraryTextModel::rowOf(const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (file(index(row, 0))->name == name)
            return row;
    }
    return -1;
}

void LibraryTextModel::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool LibraryTextModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const LibraryFile &file = *m_files.file(row);
    QString all = file.parametersDescription;
    for (int column = 0; column < LibraryModel::ColumnCount; ++column)
        all += u'\n' + text(file, LibraryModel::Column(column));
    all = all.toCaseFolded();
    return std::ranges::all_of(m_words, [&all](const QString &word) { return all.contains(word); });
}

QVariant LibraryTextModel::data(const QModelIndex &index, int role) const
{
    const LibraryFile *shown = file(index);
    if (!shown)
        return {};
    const auto column = LibraryModel::Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*shown, column);
    case Qt::ToolTipRole: return plainToolTip(toolTip(*shown, column));
    case Qt::TextAlignmentRole:
        return int((column == LibraryModel::Size ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    default: return QSortFilterProxyModel::data(index, role);
    }
}

QVariant LibraryTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return columnTitle(LibraryModel::Column(section));
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

QString LibraryTextModel::text(const LibraryFile &file, LibraryModel::Column column)
{
    switch (column) {
    case LibraryModel::Name: return visible(file.name);
    case LibraryModel::Kind: return kindText(libraryKind(file.name));
    case LibraryModel::Description: return visible(file.description);
    case LibraryModel::Parameters: return file.hasParameters ? tr("yes", "takes parameters") : QString();
    case LibraryModel::Signature: return signatureText(file);
    case LibraryModel::Size: return sizeText(file.size);
    case LibraryModel::Sha256: return QString::fromLatin1(file.sha256.toHex());
    case LibraryModel::By: return visible(file.updatedBy);
    case LibraryModel::When: return TimeText().text(file.updated);
    case LibraryModel::ColumnCount: break;
    }
    return {};
}

QString LibraryTextModel::toolTip(const LibraryFile &file, LibraryModel::Column column)
{
    switch (column) {
    case LibraryModel::Size: return Words::sizeText(file.size);
    case LibraryModel::When: return Words::timeDetails(file.updated, TimeText());
    default: return text(file, column);
    }
}

QString LibraryTextModel::columnTitle(LibraryModel::Column column)
{
    switch (column) {
    //: column of the library
    case LibraryModel::Name: return tr("Name");
    //: column of the library: kind of file
    case LibraryModel::Kind: return tr("Type");
    case LibraryModel::Description: return tr("Description");
    //: column of the library: whether the script takes parameters
    case LibraryModel::Parameters: return tr("Parameters");
    case LibraryModel::Signature: return tr("Signature");
    case LibraryModel::Size: return tr("Size");
    case LibraryModel::Sha256: return u"SHA-256"_s;
    //: column of the library: who uploaded this version
    case LibraryModel::By: return tr("By");
    //: column of the library: when this version was uploaded
    case LibraryModel::When: return Words::timeTitle(tr("When"), TimeText());
    case LibraryModel::ColumnCount: break;
    }
    return {};
}

QString LibraryTextModel::kindText(LibraryKind kind)
{
    switch (kind) {
    case LibraryKind::PowerShell: return tr("PowerShell script");
    case LibraryKind::Shell: return tr("Shell script");
    case LibraryKind::Python: return tr("Python script");
    case LibraryKind::Batch: return tr("Batch file");
    case LibraryKind::Program: return tr("Program");
    //: a file that holds other files
    case LibraryKind::Archive: return tr("Archive");
    case LibraryKind::Text: return tr("Text");
    case LibraryKind::Rules: return tr("YARA rules");
    case LibraryKind::KnownBad: return tr("List of known bad files");
    case LibraryKind::Artifacts: return tr("Definitions of artefacts");
    case LibraryKind::KnownGood: return tr("List of known good files");
    case LibraryKind::Other: break;
    }
    return tr("File");
}

QString LibraryTextModel::signatureText(const LibraryFile &file)
{
    const QString words = Words::signatureText(file.signature, file.signer);
    return words.isEmpty() ? u"—"_s : visible(words);
}

} // namespace Sonde::Client

#include "moc_librarytextmodel.cpp"
