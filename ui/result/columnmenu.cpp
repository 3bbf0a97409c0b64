// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/columnmenu.h"

#include "models/result/resultfilter.h"
#include "models/result/resultmodel.h"
#include "models/result/resulttree.h"
#include "ui/result/columnchoices.h"
#include "ui/result/resultheader.h"
#include "ui/theme/plaintext.h"

namespace Sonde::Client {

using namespace Qt::StringLiterals;

ColumnMenu::ColumnMenu(ResultModel &model, int column, ColumnChoices *choices, QWidget *parent)
    : QMenu(parent)
    , m_model(model)
    , m_choices(choices)
    , m_column(model.commandColumn(column))
{
    //: Menu: what can be done with a column; %1 is its name
    setTitle(tr("Column “%1”").arg(ResultHeader::title(model.column(column).id)));
    addSorting();
    addSeparator();
    addFiltering();
    addGrouping();
    addSeparator();
    addColumns();
}

bool ColumnMenu::isCommandColumn() const
{
    return m_column < m_model.command().columns.size();
}

void ColumnMenu::addSorting()
{
    const auto addSort = [this](const QString &text, const QList<SortColumn> &sort) {
        connect(addAction(text), &QAction::triggered, &m_model, [this, sort] { m_model.setSort(sort); });
    };
    addSort(tr("Sort ascending"), {{m_column, Qt::AscendingOrder}});
    addSort(tr("Sort descending"), {{m_column, Qt::DescendingOrder}});
    QList<SortColumn> further = m_model.sortColumns();
    if (!further.isEmpty() && !std::ranges::contains(further, m_column, &SortColumn::column)) {
        further.append({m_column, Qt::AscendingOrder});
        //: After the columns the rows are sorted by already
        addSort(tr("Then sort by this column"), further);
    }
    if (!m_model.sortColumns().isEmpty())
        addSort(tr("In the device's order"), {});
}

void ColumnMenu::addFiltering()
{
    if (!isCommandColumn())
        return;
    connect(addAction(tr("Filter…")), &QAction::triggered, this, [this] { Q_EMIT filterRequested(m_column); });
    if (!m_model.filter().hasTermFor(m_column))
        return;
    connect(addAction(tr("Remove this column's filter")), &QAction::triggered, &m_model, [this] {
        m_model.setFilterText(ResultFilter::replaced(m_model.filterText(), m_model.command(), m_column, {}));
    });
}

void ColumnMenu::addGrouping()
{
    const bool grouped = m_model.groupBy() == m_column;
    connect(addAction(grouped ? tr("Do not group") : tr("Group by this column")), &QAction::triggered, &m_model,
        [this, grouped] { m_model.setGroupBy(grouped ? -1 : m_column); });
    if (m_model.groupBy() >= 0) {
        connect(addAction(tr("Open all groups")), &QAction::triggered, &m_model, [this] { m_model.setAllOpen(true); });
        connect(
            addAction(tr("Close all groups")), &QAction::triggered, &m_model, [this] { m_model.setAllOpen(false); });
    }
    if (!hasTree(m_model.command()))
        return;
    QAction *tree = addAction(tr("As a tree of processes"));
    tree->setCheckable(true);
    tree->setChecked(m_model.isTree());
    connect(tree, &QAction::triggered, &m_model, &ResultModel::setTree);
}

/// Such a column is there when the rows were compared with a baseline, and only then.
bool ColumnMenu::isOfBaseline(int column) const
{
    return m_model.command().columns.at(column).ofBaseline;
}

void ColumnMenu::addColumns()
{
    QAction *hide = addAction(tr("Hide this column"));
    setUsable(*hide,
        !isCommandColumn()                 ? tr("This column goes when the comparison ends.")
            : isOfBaseline(m_column)       ? tr("It says what the comparison with the baseline found.")
            : m_model.columns().size() > 1 ? QString()
                                           : tr("It is the only column."));
    connect(hide, &QAction::triggered, this, [this] { showColumn(m_column, false); });
    QMenu *all = addMenu(tr("Columns"));
    for (int column = 0; column < m_model.command().columns.size(); ++column) {
        if (isOfBaseline(column))
            continue;
        QAction *action = all->addAction(ResultFilter::columnName(m_model.command(), column));
        action->setCheckable(true);
        action->setChecked(m_model.columns().contains(column));
        connect(action, &QAction::triggered, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    all->addSeparator();
    connect(all->addAction(tr("The usual columns")), &QAction::triggered, this, [this] {
        m_model.setAllColumns(false);
        if (m_choices)
            m_choices->choose(m_model.command(), shownColumns(m_model.command(), false));
    });
}

/// Shown again, a column goes to its place.
void ColumnMenu::showColumn(int column, bool shown)
{
    QList<int> columns = m_model.columns();
    columns.removeIf([&](int one) { return one == column || one >= m_model.command().columns.size(); });
    if (shown) {
        const QList<int> order = readingOrder(m_model.command());
        const auto place = [&order](int one) { return order.indexOf(one); };
        columns.insert(std::ranges::find_if(columns, [&](int one) { return place(one) > place(column); }), column);
    }
    if (columns.isEmpty())
        return;
    m_model.setColumns(columns);
    if (m_choices)
        m_choices->choose(m_model.command(), columns);
}

} // namespace Sonde::Client

#include "moc_columnmenu.cpp"
