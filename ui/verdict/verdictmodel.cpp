// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict/verdictmodel.h"

#include "protocol/base/devicepath.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

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
    : LineModel(ColumnCount, parent)
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

QString VerdictModel::saidBy(const Line &line)
{
    if (line.isGap)
        //: what is said of an engine
        return tr("did not look at all of it");
    const QString observed = Words::observationText(line.finding.name);
    return observed.isEmpty() ? line.finding.name : observed;
}

/// A process has many files, each of its own package.
QString VerdictModel::seenBy(const Line &line)
{
    const Examination::Finding &finding = line.finding;
    if (line.isGap)
        return Words::reasonText(Error{ErrorCode::NotWhollyScanned, {}, finding.evidence, {}});
    QStringList seen{finding.evidence};
    if (finding.engine == Sonde::Engine::Package)
        seen.prepend(DevicePath::fromCbor(finding.path).typed());
    seen.removeAll(QString());
    return seen.join(u" · "_s);
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

int VerdictModel::factCount(int line) const
{
    return int(factsOf(m_lines.at(size_t(line))).size());
}

/// Also of a fact: what it belongs to is said by the same row.
QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (role != RowRole || !index.isValid())
        return LineModel::data(index, role);
    const int line = index.parent().isValid() ? index.parent().row() : index.row();
    return m_lines.at(size_t(line)).finding.row;
}

QVariant VerdictModel::lineData(int number, int column, int role) const
{
    const Line &line = m_lines.at(size_t(number));
    const StateLook look = lookOf(line);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Engine)
            return Words::engineText(line.finding.engine);
        if (column == Said)
            return saidBy(line);
        return seenBy(line);
    case Qt::DecorationRole: return column == Engine ? QVariant(m_theme.icon(look.icon, look.color)) : QVariant();
    case Qt::AccessibleTextRole:
        // The sign before the engine, in words.
        if (column != Engine)
            return lineData(number, column, Qt::DisplayRole);
        //: read aloud: %1 an engine, %2 a verdict
        return tr("%1, %2").arg(Words::engineText(line.finding.engine), Words::verdictText(line.finding.verdict));
    default: return {};
    }
}

QVariant VerdictModel::factData(int line, int number, int column, int role) const
{
    const Fact fact = factsOf(m_lines.at(size_t(line))).at(number);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return column == Engine ? fact.first : column == Said ? fact.second : QString();
    case Qt::ForegroundRole: return column == Engine ? QVariant(m_theme.color(Color::DimText)) : QVariant();
    default: return {};
    }
}

QString VerdictModel::title(int column) const
{
    switch (Column(column)) {
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
