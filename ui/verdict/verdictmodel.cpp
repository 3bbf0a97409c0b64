// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict/verdictmodel.h"

#include "protocol/base/devicepath.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr quintptr OfLines = 0;

} // namespace

StateLook verdictLook(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Malicious: return {u"cross"_s, Color::Bad};
    case Verdict::Suspicious:
    case Verdict::NotScanned: return {u"warning"_s, Color::Warning};
    case Verdict::Clean: return {u"check"_s, Color::Good};
    case Verdict::Unknown: break;
    }
    return {u"info"_s, Color::DimText};
}

VerdictModel::VerdictModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{
}

void VerdictModel::setExamination(const Examination &examination)
{
    beginResetModel();
    m_lines.clear();
    for (const Examination::Finding &finding : examination.findings)
        m_lines.push_back({finding, false});
    for (const Examination::Gap &gap : examination.gaps) {
        Examination::Finding open;
        open.verdict = Verdict::NotScanned;
        open.engine = gap.engine;
        open.evidence = gap.reason;
        open.path = gap.path;
        open.row = gap.row;
        m_lines.push_back({open, true});
    }
    for (const Examination::Finding &remark : examination.remarks)
        m_lines.push_back({remark, false});
    endResetModel();
}

void VerdictModel::refresh()
{
    if (m_lines.empty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString VerdictModel::saidBy(const Line &line)
{
    if (line.isGap)
        //: what is said of an engine
        return tr("did not look at all of it");
    const QString observed = Words::observationText(line.finding.name);
    return observed.isEmpty() ? line.finding.name : observed;
}

StateLook VerdictModel::lookOf(const Line &line)
{
    return verdictLook(line.finding.verdict);
}

QList<VerdictModel::Fact> VerdictModel::factsOf(const Line &line)
{
    const Examination::Finding &finding = line.finding;
    QList<Fact> facts;
    if (const QString path = DevicePath::fromCbor(finding.path).typed(); !path.isEmpty())
        //: where something was found: a path follows
        facts.append({tr("Where"), path});
    if (!line.isGap && finding.engine == Sonde::Engine::Yara)
        //: which rule found something: its file, author and licence follow
        facts.append({tr("Rule"), Words::ruleSentence(finding.author, finding.license, finding.source)});
    return facts;
}

QModelIndex VerdictModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : OfLines);
}

QModelIndex VerdictModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == OfLines)
        return {};
    return createIndex(int(child.internalId() - 1), 0, OfLines);
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_lines.size());
    if (parent.internalId() != OfLines || parent.column() != 0)
        return 0;
    return int(factsOf(m_lines.at(size_t(parent.row()))).size());
}

int VerdictModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isLine = index.internalId() == OfLines;
    const Line &line = m_lines.at(isLine ? size_t(index.row()) : size_t(index.internalId() - 1));
    if (role == RowRole)
        return line.finding.row;
    return isLine ? lineData(line, index.column(), role)
                  : factData(factsOf(line).at(index.row()), index.column(), role);
}

QVariant VerdictModel::lineData(const Line &line, int column, int role) const
{
    const StateLook look = lookOf(line);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Engine)
            return Words::engineText(line.finding.engine);
        if (column == Said)
            return saidBy(line);
        return line.isGap ? Words::reasonText(Error{ErrorCode::NotWhollyScanned, {}, line.finding.evidence, {}})
                          : line.finding.evidence;
    case Qt::DecorationRole: return column == Engine ? QVariant(m_theme.icon(look.icon, look.color)) : QVariant();
    case Qt::AccessibleTextRole:
        // The sign before the engine, in words.
        if (column != Engine)
            return lineData(line, column, Qt::DisplayRole);
        //: read aloud: %1 an engine, %2 a verdict
        return tr("%1, %2").arg(Words::engineText(line.finding.engine), Words::verdictText(line.finding.verdict));
    default: return {};
    }
}

QVariant VerdictModel::factData(const Fact &fact, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return column == Engine ? fact.first : column == Said ? fact.second : QString();
    case Qt::ForegroundRole: return column == Engine ? QVariant(m_theme.color(Color::DimText)) : QVariant();
    default: return {};
    }
}

QVariant VerdictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (Column(section)) {
    //: column: which engine says something of a file or process
    case Engine: return tr("Engine");
    //: column: what an engine says of a file or process
    case Said: return tr("What it says");
    //: column: the value that an engine saw, or why it did not look
    case Seen: return tr("Seen");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_verdictmodel.cpp"
