// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/stepmodel.h"

#include "models/result/objecttext.h"
#include "models/result/resultmodel.h"
#include "protocol/time/timetext.h"
#include "ui/acts/actlook.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MostFacts = 300; ///< of one step's facts
constexpr quintptr OfSteps = 0;

/// The facts of a file as a person reads them; the device counts times in nanoseconds since the epoch.
QString valueText(const QString &name, const QCborValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isInteger() && (name == u"modified" || name == u"changed"))
        return TimeText().withZone(QDateTime::fromMSecsSinceEpoch(value.toInteger() / 1'000'000, QTimeZone::UTC));
    if (value.isInteger() && name == u"size")
        return Words::sizeText(value.toInteger());
    return objectLine(value);
}

/// Which step of the act an undo takes back: for the device only.
constexpr auto InnerFact = "of_step"_L1;

} // namespace

StepModel::StepModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{
}

void StepModel::setSteps(const std::vector<ShownStep> &steps)
{
    if (steps == m_steps)
        return;
    beginResetModel();
    m_steps = steps;
    m_lines.assign(steps.size(), std::nullopt);
    endResetModel();
}

void StepModel::refresh()
{
    m_lines.assign(m_steps.size(), std::nullopt);
    if (m_steps.empty())
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

/// Made when somebody looks: a plan may have a thousand steps.
const std::vector<StepModel::Line> &StepModel::linesOf(int step) const
{
    auto &known = m_lines.at(size_t(step));
    if (known)
        return *known;
    known.emplace();
    const ShownStep &shown = m_steps.at(size_t(step));
    if (shown.error)
        //: why a step was not done
        known->push_back({0, tr("why"), Words::errorText(*shown.error)});
    for (const QCborMap &facts : {shown.outcome, shown.identity}) {
        for (const auto &[name, value] : facts) {
            if (name.toString() == InnerFact)
                continue;
            for (const ObjectLine &line : objectLines(name.toString(), value)) {
                if (known->size() == MostFacts) {
                    known->push_back({0, u"…"_s, {}});
                    return *known;
                }
                known->push_back({line.depth, line.name, valueText(line.name, line.value)});
            }
        }
    }
    return *known;
}

QModelIndex StepModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : OfSteps);
}

QModelIndex StepModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == OfSteps)
        return {};
    return createIndex(int(child.internalId() - 1), 0, OfSteps);
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_steps.size());
    if (parent.internalId() != OfSteps || parent.column() != 0)
        return 0;
    return int(linesOf(parent.row()).size());
}

int StepModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == OfSteps)
        return stepData(m_steps.at(size_t(index.row())), index.row(), index.column(), role);
    return lineData(linesOf(int(index.internalId() - 1)).at(size_t(index.row())), index.column(), role);
}

QVariant StepModel::stepData(const ShownStep &step, int row, int column, int role) const
{
    const bool isState = column == State && step.state;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Step)
            //: %1 the number of a step, %2 what it does
            return tr("%1. %2").arg(QLocale().toString(row + 1), step.kind ? Words::stepText(*step.kind) : step.action);
        if (column == Subject)
            return step.subject;
        if (isState)
            return step.kind ? Words::stepStateText(*step.kind, *step.state) : Words::stepStateText(*step.state);
        return {};
    case Qt::DecorationRole:
        return isState ? QVariant(m_theme.icon(stepLook(step.state).icon, stepLook(step.state).color)) : QVariant();
    case Qt::ForegroundRole: return isState ? QVariant(m_theme.color(stepLook(step.state).color)) : QVariant();
    case ResultModel::ValueTypeRole: return int(column == Subject ? ValueType::Path : ValueType::Text);
    default: return {};
    }
}

QVariant StepModel::lineData(const Line &line, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == Step)
            return QString(QString(line.depth * 2, u' ') + line.name);
        return column == Subject ? QVariant(line.text) : QVariant();
    case Qt::ForegroundRole: return column == Step ? QVariant(m_theme.color(Color::DimText)) : QVariant();
    default: return {};
    }
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (Column(section)) {
    //: column: what a step of a plan does
    case Step: return tr("Step");
    //: column: what a step of a plan is done to
    case Subject: return tr("To what");
    //: column: what came of a step
    case State: return tr("Outcome");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Sonde::Client

#include "moc_stepmodel.cpp"
