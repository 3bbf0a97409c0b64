// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/stepmodel.h"

#include "models/result/objecttext.h"
#include "models/result/resultmodel.h"
#include "ui/acts/actlook.h"
#include "ui/acts/actthings.h"
#include "ui/theme/theme.h"
#include "ui/words/factwords.h"
#include "ui/words/words.h"

#include <QCborArray>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr size_t MostFacts = 300; ///< of one step

bool isOfProcesses(StepKind kind)
{
    return kind == StepKind::KillProcesses || kind == StepKind::StopProcesses || kind == StepKind::LookAgain;
}

} // namespace

StepModel::StepModel(const Theme &theme, QObject *parent)
    : LineModel(ColumnCount, parent)
    , m_theme(theme)
{
}

void StepModel::setSteps(const std::vector<ShownStep> &steps)
{
    if (steps == m_steps)
        return;
    beginResetModel();
    m_steps = steps;
    m_processes = processesIn(steps);
    m_facts.assign(steps.size(), std::nullopt);
    endResetModel();
}

void StepModel::setTimes(const TimeText &times)
{
    if (m_times == times)
        return;
    m_times = times;
    refresh();
}

void StepModel::forgetWords()
{
    m_facts.assign(m_steps.size(), std::nullopt);
}

/// Made when somebody looks: a plan may have a thousand steps.
const StepModel::Facts &StepModel::factsOf(int line) const
{
    auto &known = m_facts.at(size_t(line));
    if (known)
        return *known;
    known.emplace();
    const ShownStep &step = m_steps.at(size_t(line));
    if (step.error)
        //: why a step was not done
        known->push_back({0, tr("why"), Words::errorText(*step.error)});
    addFacts(*known, step.outcome, true);
    addFacts(*known, step.identity, false);
    if (known->size() > MostFacts) {
        known->resize(MostFacts);
        known->push_back({0, u"…"_s, {}});
    }
    return *known;
}

void StepModel::addFacts(Facts &facts, const QCborMap &said, bool isOutcome) const
{
    QStringList names;
    for (const auto &[key, value] : said)
        names += key.toString();
    std::ranges::stable_partition(names, [](const QString &name) { return name == u"sha256"; }); // what is looked for
    for (const QString &name : std::as_const(names)) {
        const QCborValue value = said.value(name);
        const bool isEmpty = (value.isArray() && value.toArray().isEmpty()) || value.isNull();
        if (FactWords::isInner(name) || isEmpty || facts.size() > MostFacts)
            continue;
        const QString title = FactWords::title(isOutcome && name == u"images" ? u"kept_images"_s : name);
        if (name == u"processes" || name == u"known") {
            addProcesses(facts, title, value.toArray());
            continue;
        }
        for (const ObjectLine &line : objectLines(name, value)) {
            const bool isOwn = line.depth == 0;
            if (!FactWords::isInner(line.name))
                facts.push_back({line.depth, isOwn ? title : FactWords::title(line.name),
                    FactWords::value(line.name, line.value, m_times)});
        }
    }
}

/// One line for each: who it is, and what else is known of it.
void StepModel::addProcesses(Facts &facts, const QString &title, const QCborArray &processes) const
{
    facts.push_back({0, title, QLocale().toString(processes.size())});
    for (const QCborValue one : processes) {
        if (facts.size() > MostFacts)
            return;
        const KnownProcess process = m_processes.value(one[u"pid"_s].toInteger());
        if (process.pid > 0)
            facts.push_back({1, ActThings::nameOf(process), ActThings::detailsOf(process, m_times)});
    }
}

/// The numbers of processes, with the names that belong to them; the network in the reader's language.
QString StepModel::subjectOf(const ShownStep &step) const
{
    if (step.kind == StepKind::IsolateNetwork || step.kind == StepKind::ReleaseNetwork)
        return Words::entityText(EntityType::Network);
    if (!step.kind || !isOfProcesses(*step.kind) || m_processes.isEmpty())
        return step.subject;
    QStringList names;
    for (const QString &pid : step.subject.split(u", "_s)) {
        const auto known = m_processes.constFind(pid.toLongLong());
        names += known == m_processes.constEnd() ? pid : ActThings::nameOf(*known);
    }
    return Words::listText(names);
}

QVariant StepModel::lineData(int line, int column, int role) const
{
    const ShownStep &step = m_steps.at(size_t(line));
    const bool isState = column == State && step.state;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Step)
            //: %1 the number of a step, %2 what it does
            return tr("%1. %2").arg(
                QLocale().toString(line + 1), step.kind ? Words::stepText(*step.kind) : step.action);
        if (column == Subject)
            return subjectOf(step);
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

QVariant StepModel::factData(int line, int fact, int column, int role) const
{
    const Fact &shown = factsOf(line).at(size_t(fact));
    switch (role) {
    case Qt::DisplayRole:
        if (column == Step)
            return QString(QString(shown.depth * 2, u' ') + shown.name);
        return column == Subject ? QVariant(shown.text) : QVariant();
    case Qt::ForegroundRole: return column == Step ? QVariant(m_theme.color(Color::DimText)) : QVariant();
    case ResultModel::ValueTypeRole: return int(column == Subject ? ValueType::Path : ValueType::Text);
    default: return {};
    }
}

QString StepModel::title(int column) const
{
    switch (Column(column)) {
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
