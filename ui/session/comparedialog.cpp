// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/comparedialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace Sonde::Client {

namespace {

constexpr QSize Usual(620, 380);
enum Column { CommandColumn, WhenColumn, RowsColumn, SessionColumn };

} // namespace

CompareDialog::CompareDialog(
    EarlierRuns &runs, const CommandRecord &command, const Theme &theme, const TimeText &times, QWidget *parent)
    : QDialog(parent)
    , m_runs(runs)
    , m_command(command)
    , m_times(times)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView(this))
    , m_note(new PlainLabel(this))
    , m_compare(new QPushButton(tr("Compare"), this))
{
    setWindowTitle(tr("Compare with an earlier run"));
    auto *title = new PlainLabel(tr("What is new, gone or changed in “%1” since…").arg(visible(command.line)), this);
    title->setWordWrap(true);
    setTone(title, Tone::Strong);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(theme, m_table));
    m_table->setAccessibleName(tr("Earlier runs"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_model->setHorizontalHeaderLabels({tr("Command"), Words::timeTitle(tr("When"), times), tr("Rows"), tr("Session")});
    new ColumnFit(*m_table,
        {{CommandColumn, 40, 14, true}, ColumnFit::whole(WhenColumn, 20), {RowsColumn, 8, 6}, {SessionColumn, 18, 10}});
    setTone(m_note, Tone::Dim);
    m_note->setWordWrap(true);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    setRole(m_compare, ButtonRole::Primary);
    m_compare->setDefault(true);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_compare);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    resize(Usual);

    connect(m_compare, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableView::activated, this, &QDialog::accept);
    connect(&runs, &EarlierRuns::changed, this, &CompareDialog::refresh);
    refresh();
    runs.lookUp();
    m_table->setFocus();
}

void CompareDialog::refresh()
{
    const int before = m_table->currentIndex().row();
    const CommandId kept = before >= 0 ? m_shown.at(before).command.id : CommandId();
    m_shown = m_runs.before(m_command.id);
    m_model->setRowCount(0);
    for (const auto &run : m_shown)
        addRun(run);
    const auto same = std::ranges::find(m_shown, kept, [](const auto &run) { return run.command.id; });
    m_table->selectRow(same == m_shown.end() ? bestRow() : int(same - m_shown.begin()));
    m_table->setVisible(!m_shown.isEmpty());
    m_note->setText(noteText());
    setTone(m_note, m_runs.problem() ? Tone::Warning : Tone::Dim);
    setUsable(*m_compare, m_shown.isEmpty() ? m_note->text() : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

QString CompareDialog::noteText() const
{
    if (const auto &problem = m_runs.problem())
        //: %1 is a sentence: why
        return tr("The session before this one could not be read: %1").arg(visible(Words::errorText(*problem)));
    if (!m_runs.isComplete())
        return tr("The session before this one is being read…");
    if (m_shown.isEmpty())
        return tr("There is no earlier run of this command, neither in this session nor in the one before it on this "
                  "device that you may read.");
    return {};
}

void CompareDialog::addRun(const EarlierRuns::Run &run)
{
    const auto item = [](const QString &text) { return new QStandardItem(text); };
    m_model->appendRow({item(run.command.id.toString() % u"  " % run.command.line),
        item(m_times.text(run.command.accepted)), item(locale().toString(run.command.rows)),
        //: In which session a command ran
        item(run.thisSession ? tr("this one") : tr("the one before"))});
    m_model->item(m_model->rowCount() - 1, WhenColumn)
        ->setToolTip(plainToolTip(Words::timeDetails(run.command.accepted, m_times)));
}

/// The newest that asked for exactly the same.
int CompareDialog::bestRow() const
{
    const auto same = std::ranges::find(m_shown, m_command.line, [](const auto &run) { return run.command.line; });
    return same == m_shown.end() ? 0 : int(same - m_shown.begin());
}

EarlierRuns::Run CompareDialog::chosen() const
{
    return m_shown.value(m_table->currentIndex().row());
}

} // namespace Sonde::Client

#include "moc_comparedialog.cpp"
