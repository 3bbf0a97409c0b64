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

#include <QHBoxLayout>
#include <QPushButton>

namespace Sonde::Client {

ResultPane::ResultPane(const Theme &theme, SessionActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_bar(new ResultBar(theme, this))
    , m_view(new ResultView(theme, actions, this))
    , m_none(new QWidget(this))
    , m_noneText(new PlainLabel(m_none))
    , m_noneClear(new QPushButton(m_none))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_view, 1);
    auto *over = new QVBoxLayout(m_view->viewport()); // where the rows would be
    over->setContentsMargins({});
    over->addWidget(m_none, 0, Qt::AlignTop);
    auto *none = new QHBoxLayout(m_none);
    none->setContentsMargins(8, 6, 8, 6);
    none->addWidget(m_noneText);
    none->addWidget(m_noneClear);
    none->addStretch();
    setTone(m_noneText, Tone::Dim);
    m_bar->hide();
    m_none->hide();
    setFocusProxy(m_view);
    connect(m_bar, &ResultBar::neededChanged, this, &ResultPane::refresh);
    connect(m_bar, &ResultBar::leaveRequested, m_view, [this] { m_view->setFocus(); });
    connect(m_view, &ResultView::contextMenuRequested, this, &ResultPane::contextMenuRequested);
    connect(m_view, &ResultView::contentHeightChanged, this, &ResultPane::refresh);
    connect(m_noneClear, &QPushButton::clicked, this, [this] {
        m_result->setOnlyChanges(false);
        m_bar->closeFilter();
        m_view->setFocus();
    });
    onLanguageChange(this, &ResultPane::retranslate);
    retranslate();
}

void ResultPane::setResult(ResultModel *result, ColumnChoices *choices)
{
    m_result = result;
    if (choices)
        result->setColumns(choices->of(result->command()));
    m_view->setColumnChoices(choices);
    m_view->setResult(result);
    m_bar->setResult(result);
}

void ResultPane::setFolder(const QString &folder)
{
    m_view->setFolder(folder);
}

void ResultPane::toggleFilter()
{
    m_bar->isFilterOpen() ? m_bar->closeFilter() : m_bar->openFilter();
}

void ResultPane::openFilter()
{
    m_bar->openFilter();
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
    m_bar->setVisible(m_bar->isNeeded());
    m_none->setVisible(isBare());
    Q_EMIT contentHeightChanged();
}

/// While one filters, the place for the rows stays as high as for all of them: what is typed into must not move.
int ResultPane::heightFor(int mostRows) const
{
    const bool steady = m_bar->isFilterOpen() && m_result->groupBy() < 0;
    const int rows = !m_result ? 1 : std::max({1, m_result->rowCount(), steady ? m_result->totalCount() : 0});
    const int none = m_none->isHidden() ? 0 : m_none->sizeHint().height();
    const int bar = m_bar->isHidden() ? 0 : m_bar->sizeHint().height();
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

bool ResultPane::find(const QString &text, bool backwards)
{
    return m_view->find(text, backwards);
}

void ResultPane::addActions(QMenu &menu)
{
    m_view->addCellActions(menu);
}

void ResultPane::retranslate()
{
    m_noneText->setText(tr("No row matches the filter."));
    m_noneClear->setText(tr("Show all rows"));
}

} // namespace Sonde::Client

#include "moc_resultpane.cpp"
