// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/recordview.h"

#include "models/result/resultmodel.h"
#include "ui/result/celldetails.h"
#include "ui/result/cellmenu.h"
#include "ui/result/recordmodel.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int TextMargin = 16; ///< of a cell, before and behind its text

/// Field names in the colour and font of a key.
class FieldDelegate final : public CellDelegate
{
public:
    FieldDelegate(const Theme &theme, QObject *parent)
        : CellDelegate(theme, parent)
        , m_theme(theme)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        CellDelegate::initStyleOption(option, index);
        option->font = m_theme.consoleFont();
        option->palette.setColor(QPalette::Text, m_theme.color(Color::CodeKey));
    }

private:
    const Theme &m_theme;
};

/// Leaves room for the button behind a hash.
class ValueDelegate final : public CellDelegate
{
public:
    ValueDelegate(const Theme &theme, QObject *parent)
        : CellDelegate(theme, parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] int roomBehind(const QModelIndex &index) const override
    {
        const auto *record = qobject_cast<const RecordModel *>(index.model());
        return record && record->isHash(index.row()) ? HashButton::room(m_theme) : 0;
    }

private:
    const Theme &m_theme;
};

} // namespace

RecordView::RecordView(const Theme &theme, SessionActions &actions, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_values(new ValueDelegate(theme, this))
{
    setItemDelegateForColumn(RecordModel::Field, new FieldDelegate(theme, this));
    setItemDelegateForColumn(RecordModel::Value, m_values);
    m_values->setDetails([this](const QModelIndex &at) { return cellDetails(at, m_actions.times()); });
    setFocusPolicy(Qt::StrongFocus); // the wheel alone does not take it
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    connect(&theme, &Theme::changed, this, &RecordView::restyle);
    onLanguageChange(this, [this] {
        if (!m_record)
            return;
        m_record->refreshText(m_actions.times());
        addCopyButtons();
    });
    restyle();
}

void RecordView::setResult(const ResultTable *result)
{
    delete std::exchange(m_record, new RecordModel(*result, m_actions.times(), this));
    setModel(m_record);
    connect(m_record, &QAbstractItemModel::modelReset, this, &RecordView::onReset);
    onReset();
}

void RecordView::onReset()
{
    fitFields();
    (void)fitRows();
    addCopyButtons();
    Q_EMIT contentHeightChanged();
}

/// A hash that has no room on one line gets as many as it needs: half of one is of no use. True when a row is of another height.
bool RecordView::fitRows()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    // The last section is stretched a little later, and before it was ever laid out nobody knows how wide it will be.
    const bool isKnown = !viewport()->testAttribute(Qt::WA_PendingResizeEvent);
    option.rect.setWidth(viewport()->width() - columnWidth(RecordModel::Field));
    const QFontMetrics metrics(withTabularFigures(font()));
    bool changed = false;
    for (int row = 0; row < m_record->rowCount(); ++row) {
        if (!m_record->isHash(row))
            continue;
        const QModelIndex value = m_record->index(row, RecordModel::Value);
        const int needed =
            metrics.horizontalAdvance(value.data().toString()) + TextMargin + m_values->roomBehind(value);
        const bool wraps = isKnown && needed > option.rect.width();
        const int height = wraps ? m_values->wholeHeight(option, value) : verticalHeader()->defaultSectionSize();
        changed = changed || rowHeight(row) != height;
        setRowHeight(row, height);
    }
    return changed;
}

void RecordView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_record && fitRows())
        Q_EMIT contentHeightChanged();
}

void RecordView::fitFields()
{
    const QFontMetrics metrics(m_theme.consoleFont());
    int width = 0;
    for (int row = 0; row < m_record->rowCount(); ++row)
        width = std::max(width,
            metrics.horizontalAdvance(m_record->index(row, RecordModel::Field).data().toString())
                + CellDelegate::indent(m_record->index(row, RecordModel::Field)));
    setColumnWidth(RecordModel::Field, width + 24);
}

/// A hash is there to be taken elsewhere: a button behind it copies it.
void RecordView::addCopyButtons()
{
    for (int row = 0; row < m_record->rowCount(); ++row) {
        if (!m_record->isHash(row))
            continue;
        const QModelIndex value = m_record->index(row, RecordModel::Value);
        const int text =
            QFontMetrics(withTabularFigures(font())).horizontalAdvance(value.data().toString()) + TextMargin;
        setIndexWidget(value,
            new HashButton(
                value.data(ResultModel::PlainTextRole).toString(),
                m_record->index(row, RecordModel::Field).data().toString(), [text](int) { return text; }, m_theme));
    }
}

void RecordView::restyle()
{
    const int height = std::max(QFontMetrics(font()).height(), QFontMetrics(m_theme.consoleFont()).height());
    verticalHeader()->setDefaultSectionSize(height + 5);
    if (m_record)
        onReset();
    viewport()->update();
}

int RecordView::heightFor(int mostRows) const
{
    const int rows = m_record ? std::min(m_record->rowCount(), mostRows) : 0;
    int height = 0;
    for (int row = 0; row < rows; ++row)
        height += rowHeight(row);
    return std::max(height, verticalHeader()->defaultSectionSize());
}

bool RecordView::hasSelection() const
{
    return selectionModel() && selectionModel()->hasSelection();
}

QString RecordView::selectedText() const
{
    if (!hasSelection())
        return {};
    QList<int> rows;
    for (const auto &index : selectionModel()->selectedRows())
        rows += index.row();
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : rows) {
        lines += QString(m_record->index(row, RecordModel::Field).data().toString() % u'\t'
            % m_record->index(row, RecordModel::Value).data(ResultModel::PlainTextRole).toString());
    }
    return lines.join(u'\n');
}

void RecordView::setHighlighted(const QString &text)
{
    m_values->setHighlighted(text);
    viewport()->update();
}

bool RecordView::findFrom(Start start, const QString &text, bool backwards)
{
    const int rows = m_record ? m_record->rowCount() : 0;
    const bool here = start == Start::Here && currentIndex().isValid();
    const int from = here ? currentIndex().row() : backwards ? rows : -1;
    const int step = backwards ? -1 : 1;
    for (int row = from + step; row >= 0 && row < rows; row += step) {
        for (int column = 0; column < RecordModel::ColumnCount; ++column) {
            const QModelIndex index = m_record->index(row, column);
            if (!index.data().toString().contains(text, Qt::CaseInsensitive))
                continue;
            setCurrentIndex(index);
            return true;
        }
    }
    return false;
}

void RecordView::addActions(QMenu &menu)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    const CommandSpec &command = m_record->result().command();
    const QCborArray &row = m_record->result().row(0);
    const int column = m_record->columnOf(at.row());
    addRowCommands(menu, {command, row, column, m_folder}, m_actions);
    menu.addSeparator();
    const QString text = at.siblingAtColumn(RecordModel::Value).data(ResultModel::PlainTextRole).toString();
    connect(menu.addAction(tr("Copy value")), &QAction::triggered, this,
        [text] { QApplication::clipboard()->setText(text); });
}

void RecordView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuRequested(
        byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

bool RecordView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)
        && hasSelection()) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if (isTyping(*event))
        return event->ignore(); // for the input line, not for a search in this table
    if (!event->matches(QKeySequence::Copy))
        return QTableView::keyPressEvent(event);
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else
        event->ignore();
}

} // namespace Sonde::Client

#include "moc_recordview.cpp"
