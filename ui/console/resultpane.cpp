// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultpane.h"

#include "columnchoices.h"
#include "plaintext.h"
#include "resultbar.h"
#include "resultmodel.h"
#include "resultview.h"
#include "theme.h"
#include "tones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace Sonde {

ResultPane::ResultPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_bar(new ResultBar(theme, this))
    , m_view(new ResultView(theme, this))
    , m_none(new QWidget(this))
    , m_noneText(new PlainLabel(m_none))
    , m_noneClear(new QPushButton(m_none))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_bar);
    rows->addWidget(m_none);
    rows->addWidget(m_view, 1);
    auto *none = new QHBoxLayout(m_none);
    none->setContentsMargins(12, 8, 12, 8);
    none->addWidget(m_noneText);
    none->addWidget(m_noneClear);
    none->addStretch();
    setTone(m_noneText, Tone::Dim);
    m_bar->hide();
    m_none->hide();
    setFocusProxy(m_view);
    connect(m_bar, &ResultBar::neededChanged, this, &ResultPane::refresh);
    connect(m_bar, &ResultBar::leaveRequested, m_view, [this] { m_view->setFocus(); });
    connect(m_view, &ResultView::composeRequested, this, &ResultPane::composeRequested);
    connect(m_view, &ResultView::contextMenuRequested, this, &ResultPane::contextMenuRequested);
    connect(m_view, &ResultView::contentHeightChanged, this, &ResultPane::refresh);
    connect(m_noneClear, &QPushButton::clicked, this, [this] {
        m_result->setOnlyChanges(false);
        m_bar->closeFilter();
        m_view->setFocus();
    });
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

int ResultPane::heightFor(int mostRows) const
{
    const auto part = [](const QWidget &widget) { return widget.isHidden() ? 0 : widget.sizeHint().height(); };
    return part(*m_bar) + part(*m_none) + m_view->heightFor(mostRows);
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

void ResultPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Sonde
