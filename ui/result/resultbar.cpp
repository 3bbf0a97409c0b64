// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/resultbar.h"

#include "models/result/resultmodel.h"
#include "ui/result/resultheader.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int WidestFilter = 460;

} // namespace

ResultBar::ResultBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filterRow(new QWidget(this))
    , m_filter(new QLineEdit(m_filterRow))
    , m_message(new ElidedLabel(m_filterRow))
    , m_close(new QToolButton(m_filterRow))
    , m_chips(new QWidget(this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 8, 4);
    rows->setSpacing(4);
    rows->addWidget(m_filterRow);
    rows->addWidget(m_chips);

    auto *filterRow = new QHBoxLayout(m_filterRow);
    filterRow->setContentsMargins({});
    filterRow->addWidget(m_filter, 1);
    filterRow->addWidget(m_message, 1);
    filterRow->addWidget(m_close);
    m_filter->setMaximumWidth(WidestFilter);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    setRole(m_close, ButtonRole::Quiet);

    auto *chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins({});
    chips->setSpacing(6);
    m_comparison = new PlainLabel(m_chips);
    m_group = addChip();
    m_tree = addChip();
    chips->addWidget(m_comparison);
    m_onlyChanges = addChip();
    m_stopComparing = addChip();
    chips->addStretch();
    m_onlyChanges->setCheckable(true);
    for (QToolButton *chip : {m_group, m_tree, m_stopComparing})
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setTone(m_comparison, Tone::Dim);

    connect(m_close, &QToolButton::clicked, this, &ResultBar::closeFilter);
    connect(&theme, &Theme::changed, this, &ResultBar::restyle);
    restyle();
    onLanguageChange(this, &ResultBar::retranslate);
    retranslate();
}

QToolButton *ResultBar::addChip()
{
    auto *chip = new QToolButton(m_chips);
    chip->setIconSize({12, 12});
    chip->setLayoutDirection(Qt::RightToLeft); // the sign that ends it stands behind the words
    m_chips->layout()->addWidget(chip);
    return chip;
}

void ResultBar::setResult(ResultModel *result)
{
    m_result = result;
    m_filter->setText(result->filterText());
    m_open = !result->filterText().isEmpty();
    connect(m_filter, &QLineEdit::textChanged, result, &ResultModel::setFilterText);
    connect(m_group, &QToolButton::clicked, result, [result] { result->setGroupBy(-1); });
    connect(m_tree, &QToolButton::clicked, result, [result] { result->setTree(false); });
    connect(m_onlyChanges, &QToolButton::toggled, result, &ResultModel::setOnlyChanges);
    connect(m_stopComparing, &QToolButton::clicked, result, &ResultModel::stopComparing);
    connect(result, &ResultModel::arrangementChanged, this, &ResultBar::refresh);
    connect(result, &ResultModel::busyChanged, this, &ResultBar::showMessage);
    refresh();
}

bool ResultBar::isNeeded() const
{
    return m_open || (m_result && (m_result->groupBy() >= 0 || m_result->isTree() || m_result->isComparing()));
}

void ResultBar::openFilter()
{
    m_open = true;
    refresh();
    m_filter->selectAll();
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void ResultBar::closeFilter()
{
    const bool hadFocus = m_filter->hasFocus() || m_close->hasFocus();
    m_open = false;
    m_filter->clear();
    refresh();
    if (hadFocus)
        Q_EMIT leaveRequested();
}

// ---- what is shown

void ResultBar::refresh()
{
    if (!m_result)
        return;
    if (m_filter->text() != m_result->filterText()) {
        m_open = true; // a menu wrote it
        m_filter->setText(m_result->filterText());
    }
    m_filterRow->setVisible(m_open);
    showMessage();
    showChips();
    Q_EMIT neededChanged();
}

void ResultBar::showMessage()
{
    const auto &error = m_result->filter().error();
    setTone(m_message, error ? Tone::Warning : Tone::Dim);
    if (error)
        //: %1 is what was typed, %2 are examples
        m_message->setText(tr("“%1” means nothing here. Write for example: %2")
                .arg(error->subject, error->facts.text(Fact::Accepted)));
    else if (m_result->filter().isEmpty())
        //: What can be typed into a filter; the names of columns stay as they are
        m_message->setText(tr("Words, or %1").arg(example()));
    else if (!m_counting)
        m_message->setText({});
    else
        m_message->setText(tr("%1 of %2")
                .arg(locale().toString(m_result->acceptedCount()), locale().toString(m_result->totalCount())));
}

/// Of a term for one of the columns there are.
QString ResultBar::example() const
{
    QStringList terms;
    for (const int column : m_result->columns()) {
        const auto &columns = m_result->command().columns;
        if (column >= columns.size())
            continue;
        const ValueType type = columns.at(column).type;
        const QString name = ResultFilter::columnName(m_result->command(), column);
        if (type == ValueType::Text && terms.isEmpty())
            terms += name + u":…"_s;
        else if (type == ValueType::Size)
            terms += name + u">10M"_s;
        else if (type == ValueType::Time)
            terms += name + u">2h"_s;
    }
    return terms.first(std::min<qsizetype>(3, terms.size())).join(u"  "_s);
}

void ResultBar::showChips()
{
    const int group = m_result->groupBy();
    const bool compares = m_result->isComparing();
    m_group->setVisible(group >= 0);
    if (group >= 0) {
        const auto &columns = m_result->command().columns;
        const QString name =
            group < columns.size() ? ResultHeader::title(columns.at(group).id) : QString(ResultComparison::ColumnId);
        m_group->setText(tr("Grouped by %1").arg(name));
        m_group->setAccessibleName(tr("Do not group by %1 any more").arg(name));
    }
    m_tree->setVisible(m_result->isTree());
    m_comparison->setVisible(compares);
    m_comparison->setText(compares ? comparisonText() : QString());
    m_onlyChanges->setVisible(compares);
    m_onlyChanges->setChecked(m_result->onlyChanges());
    m_stopComparing->setVisible(compares);
    m_chips->setVisible(group >= 0 || m_result->isTree() || compares);
}

QString ResultBar::comparisonText() const
{
    const ResultComparison *found = m_result->comparison();
    if (!found)
        return tr("Comparing with %1…").arg(m_result->comparedWith());
    const auto count = [&](ResultModel::Change change) { return locale().toString(found->count(change)); };
    //: %1 names an earlier run of the same command; then how many rows are new, gone and changed since
    return tr("Since %1: %2 new, %3 gone, %4 changed")
        .arg(m_result->comparedWith(), count(ResultModel::Change::New), count(ResultModel::Change::Gone),
            count(ResultModel::Change::Changed));
}

// ---- keys and looks

bool ResultBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        closeFilter();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT leaveRequested();
        return true;
    }
    return false;
}

void ResultBar::restyle()
{
    m_close->setIcon(m_theme.icon(u"close"_s, Color::DimText));
    for (QToolButton *chip : {m_group, m_tree, m_stopComparing})
        chip->setIcon(m_theme.icon(u"close"_s, Color::DimText));
    update();
}

void ResultBar::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter these rows"));
    m_filter->setAccessibleName(tr("Filter of these rows"));
    setHint(m_close, tr("Remove the filter (Esc)"));
    m_close->setAccessibleName(tr("Remove the filter"));
    m_tree->setText(tr("As a tree"));
    m_tree->setAccessibleName(tr("Not as a tree any more"));
    m_onlyChanges->setText(tr("Only differences"));
    m_onlyChanges->setAccessibleName(m_onlyChanges->text());
    m_stopComparing->setText(tr("End comparison"));
    m_stopComparing->setAccessibleName(m_stopComparing->text());
    if (m_result)
        refresh();
}

void ResultBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_resultbar.cpp"
