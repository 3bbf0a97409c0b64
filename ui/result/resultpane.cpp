// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/resultpane.h"

#include "models/result/resultmodel.h"
#include "ui/result/columnchoices.h"
#include "ui/result/resultbar.h"
#include "ui/result/resultview.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/factwords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Sonde::Client {

ResultPane::ResultPane(const Theme &theme, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(new ResultView(theme, actions, this))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    m_rows->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(m_view, &ResultView::contextMenuRequested, this, &ResultPane::contextMenuRequested);
    connect(m_view, &ResultView::contentHeightChanged, this, &ResultPane::refresh);
    onLanguageChange(this, &ResultPane::retranslate);
}

ResultBar *ResultPane::bar()
{
    if (!m_bar)
        makeBar();
    return m_bar;
}

void ResultPane::makeBar()
{
    m_bar = new ResultBar(m_theme, this);
    m_bar->setCounting(m_counting);
    m_bar->hide();
    m_rows->insertWidget(0, m_bar);
    QWidget *before = m_view->previousInFocusChain();
    for (QWidget *part : m_bar->findChildren<QWidget *>()) {
        if (part->focusPolicy() & Qt::TabFocus)
            setTabOrder(std::exchange(before, part), part);
    }
    connect(m_bar, &ResultBar::neededChanged, this, &ResultPane::refresh);
    connect(m_bar, &ResultBar::leaveRequested, m_view, &ResultView::enter);
    if (m_result)
        m_bar->setResult(m_result);
}

void ResultPane::makeNone()
{
    m_none = new QWidget(this);
    m_noneText = new PlainLabel(m_none);
    m_noneClear = new QPushButton(m_none);
    auto *over = new QVBoxLayout(m_view->viewport()); // where the rows would be
    over->setContentsMargins({});
    over->addWidget(m_none, 0, Qt::AlignTop);
    auto *none = new QHBoxLayout(m_none);
    none->setContentsMargins(8, 6, 8, 6);
    none->addWidget(m_noneText);
    none->addWidget(m_noneClear);
    none->addStretch();
    setTone(m_noneText, Tone::Dim);
    connect(m_noneClear, &QPushButton::clicked, this, [this] {
        m_result->setOnlyChanges(false);
        bar()->closeFilter();
        m_view->setFocus();
    });
    retranslate();
}

void ResultPane::setResult(ResultModel *result, ColumnChoices *choices)
{
    m_result = result;
    if (choices)
        result->setColumns(choices->of(result->command()));
    if (result->command().has(Trait::Acts))
        result->setCellWords(&Words::actCellText);
    else if (result->command().verb == Verbs::Jobs.name)
        result->setCellWords(&FactWords::jobCellText);
    m_view->setColumnChoices(choices);
    m_view->setResult(result);
    if (m_bar)
        m_bar->setResult(result);
    connect(result, &ResultModel::arrangementChanged, this, &ResultPane::followArrangement);
    followArrangement();
}

void ResultPane::followArrangement()
{
    const ResultModel &rows = *m_result;
    if (!m_bar && (!rows.filterText().isEmpty() || rows.groupBy() >= 0 || rows.isTree() || rows.isComparing()))
        makeBar();
    goToWanted();
}

void ResultPane::showRow(int row)
{
    m_wanted = row;
    goToWanted();
    if (!m_wanted)
        return;
    m_result->setOnlyChanges(false);
    m_result->setGroupBy(-1);
    bar()->closeFilter();
}

void ResultPane::goToWanted()
{
    const int line = m_wanted ? m_result->lineOf(*m_wanted) : -1;
    if (line < 0)
        return;
    m_wanted.reset();
    const QModelIndex at = m_result->index(line, std::max(0, m_view->currentIndex().column()));
    m_view->setCurrentIndex(at);
    m_view->scrollTo(at);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ResultPane::setFolder(const QString &folder)
{
    m_view->setFolder(folder);
}

void ResultPane::toggleFilter()
{
    bar()->isFilterOpen() ? m_bar->closeFilter() : m_bar->openFilter();
}

void ResultPane::openFilter()
{
    bar()->openFilter();
}

/// The table is what the focus comes to.
void ResultPane::setName(const QString &name)
{
    OutputPane::setName(name);
    Client::setName(*m_view, name);
}

bool ResultPane::isBare() const
{
    return m_result && m_result->totalCount() > 0 && m_result->rowCount() == 0 && !m_result->isBusy();
}

void ResultPane::refresh()
{
    if (m_bar)
        m_bar->setVisible(m_bar->isNeeded());
    if (!m_none && isBare())
        makeNone();
    if (m_none)
        m_none->setVisible(isBare());
    Q_EMIT contentHeightChanged();
}

/// While one filters, the place for the rows stays as high as for all of them: what is typed into must not move.
int ResultPane::heightFor(int mostRows) const
{
    const bool steady = m_bar && m_bar->isFilterOpen() && m_result->groupBy() < 0;
    const int rows = !m_result ? 1 : std::max({1, m_result->rowCount(), steady ? m_result->totalCount() : 0});
    const int none = m_none && !m_none->isHidden() ? m_none->sizeHint().height() : 0;
    const int bar = m_bar && !m_bar->isHidden() ? m_bar->sizeHint().height() : 0;
    return bar + std::max(m_view->heightFor(std::min(rows, mostRows)), m_view->heightFor(0) + none);
}

bool ResultPane::hasSelection() const
{
    return m_view->hasSelection();
}

QString ResultPane::selectedText() const
{
    return m_view->selectedText();
}

void ResultPane::selectAll()
{
    m_view->selectAll();
}

void ResultPane::clearSelection()
{
    m_view->clearSelection();
}

void ResultPane::setHighlighted(const QString &text)
{
    m_view->setHighlighted(text);
}

bool ResultPane::findFrom(Start start, const QString &text, bool backwards)
{
    return m_view->findFrom(start, text, backwards);
}

void ResultPane::addActions(QMenu &menu)
{
    m_view->addCellActions(menu);
}

void ResultPane::retranslate()
{
    if (!m_none)
        return;
    m_noneText->setText(tr("No row matches the filter."));
    m_noneClear->setText(tr("Show all rows"));
}

} // namespace Sonde::Client

#include "moc_resultpane.cpp"
