// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/textview.h"

#include "models/text/textbuffer.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/textviewaccessible.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto FrameTime = 16ms;
constexpr int Margin = 10;
constexpr int LinesKept = 400; ///< set lines in the cache: some screens full

} // namespace

TextView::TextView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_lines(LinesKept)
    , m_input(*this)
{
    QAccessible::installFactory(&TextViewAccessible::make); // once, however often it is said
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    verticalScrollBar()->setSingleStep(1);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_settingBars)
            setTop(value >= verticalScrollBar()->maximum() ? lastTop() : Top{value, 0});
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &TextView::restyle);
    restyle();
}

TextView::~TextView() = default;

void TextView::setBuffer(TextBuffer *buffer)
{
    if (m_buffer)
        m_buffer->disconnect(this);
    m_buffer = buffer;
    m_lines.clear();
    m_widest = 0;
    m_selection = {};
    m_top = {};
    m_following = true;
    if (buffer)
        connect(buffer, &TextBuffer::appended, this, &TextView::onAppended);
    updateBars();
    viewport()->update();
    Q_EMIT contentHeightChanged();
}

void TextView::setWrap(bool wrap)
{
    if (m_wrap == wrap)
        return;
    m_wrap = wrap;
    m_top.row = 0;
    restyle();
    Q_EMIT contentHeightChanged();
}

void TextView::setLabels(std::function<QString(qsizetype)> labels)
{
    m_labels = std::move(labels);
    restyle();
}

// ---- growing

void TextView::onAppended(qsizetype first, qsizetype last)
{
    Q_UNUSED(last)
    // A line that had no end yet may have grown; the ones after it are new.
    m_lines.remove(first);
    if (!m_frame.isActive())
        m_frame.start(FrameTime, this);
}

void TextView::onFrame()
{
    m_frame.stop();
    updateBars();
    if (m_following)
        setTop(lastTop());
    viewport()->update();
    Q_EMIT contentHeightChanged();
}

void TextView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId())
        onFrame();
    else
        QAbstractScrollArea::timerEvent(event);
}

// ---- setting lines

void TextView::restyle()
{
    m_style.font = m_theme.consoleFont();
    m_style.rowHeight = std::ceil(QFontMetricsF(m_style.font).height() * 1.1);
    m_style.mark = {};
    m_style.mark.setForeground(m_theme.color(Color::Warning));
    m_labelWidth = m_labels ? QFontMetrics(m_style.font).horizontalAdvance(QStringLiteral("stdout ")) : 0;
    m_style.wrapWidth = m_wrap ? std::max(80, viewport()->width() - textLeft() - Margin) : 0;
    m_lines.clear();
    m_widest = 0;
    updateBars();
    if (m_following)
        setTop(lastTop());
    viewport()->update();
}

LineLayout &TextView::line(qsizetype index) const
{
    if (LineLayout *known = m_lines.object(index))
        return *known;
    auto *fresh = new LineLayout(m_buffer->line(index), m_style);
    m_widest = std::max(m_widest, fresh->width());
    m_lines.insert(index, fresh);
    return *fresh;
}

qsizetype TextView::lineCount() const
{
    return m_buffer ? m_buffer->lineCount() : 0;
}

int TextView::textLeft() const
{
    return Margin + m_labelWidth;
}

// ---- scrolling

int TextView::rowsOnScreen() const
{
    return std::max(1, int(viewport()->height() / m_style.rowHeight));
}

TextView::Top TextView::lastTop() const
{
    const qsizetype lines = lineCount();
    if (!m_wrap || lines == 0)
        return {std::max<qsizetype>(0, lines - rowsOnScreen()), 0};
    return moved({lines - 1, line(lines - 1).rows()}, -rowsOnScreen());
}

TextView::Top TextView::moved(Top top, int rows) const
{
    const qsizetype lines = lineCount();
    if (!m_wrap)
        return {std::clamp<qsizetype>(top.line + rows, 0, std::max<qsizetype>(0, lines - 1)), 0};
    top.row += rows;
    while (top.row < 0 && top.line > 0)
        top.row += line(--top.line).rows();
    while (top.line + 1 < lines && top.row >= line(top.line).rows())
        top.row -= line(top.line++).rows();
    top.row = std::max(0, top.row);
    return top;
}

void TextView::setTop(Top top)
{
    const Top last = lastTop();
    m_following = top >= last;
    m_top = std::clamp(top, Top{}, last);
    m_settingBars = true;
    verticalScrollBar()->setValue(int(m_top.line));
    m_settingBars = false;
    viewport()->update();
}

void TextView::scrollRows(int rows)
{
    setTop(moved(m_top, rows));
}

void TextView::scrollToLine(qsizetype line)
{
    setTop(moved({std::clamp<qsizetype>(line, 0, std::max<qsizetype>(0, lineCount() - 1)), 0}, -rowsOnScreen() / 3));
}

void TextView::scrollToEnd()
{
    setTop(lastTop());
}

bool TextView::isAtEnd() const
{
    return m_top >= lastTop();
}

std::pair<qsizetype, qsizetype> TextView::visibleLines() const
{
    const qsizetype lines = lineCount();
    qsizetype past = m_top.line;
    for (int rows = -m_top.row; past < lines && rows <= rowsOnScreen(); ++past)
        rows += m_wrap ? line(past).rows() : 1;
    return {m_top.line, past};
}

void TextView::updateBars()
{
    m_settingBars = true;
    const int rows = rowsOnScreen();
    verticalScrollBar()->setRange(0, int(lastTop().line));
    verticalScrollBar()->setPageStep(rows);
    const int overhang = m_wrap ? 0 : int(m_widest) + textLeft() + Margin - viewport()->width();
    horizontalScrollBar()->setRange(0, std::max(0, overhang));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(QFontMetrics(m_style.font).averageCharWidth() * 4);
    m_settingBars = false;
}

int TextView::heightFor(int mostRows) const
{
    int rows = 0;
    const qsizetype lines = lineCount();
    for (qsizetype i = 0; i < lines && rows < mostRows; ++i)
        rows += m_wrap ? line(i).rows() : 1;
    const int barHeight = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return int(std::clamp(rows, 1, mostRows) * m_style.rowHeight) + barHeight;
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool following = m_following;
    if (m_wrap && event->size().width() != event->oldSize().width())
        restyle();
    updateBars();
    setTop(following ? lastTop() : m_top);
}

// ---- places

TextPosition TextView::endPosition() const
{
    const qsizetype lines = lineCount();
    return lines == 0 ? TextPosition{} : TextPosition{lines - 1, m_buffer->line(lines - 1).size()};
}

QRect TextView::cursorRect(TextPosition position) const
{
    const auto [first, past] = visibleLines();
    if (position.line < first || position.line >= past)
        return {};
    qreal y = -m_top.row * m_style.rowHeight;
    for (qsizetype i = first; i < position.line; ++i)
        y += line(i).rows() * m_style.rowHeight;
    const QPointF origin(textLeft() - horizontalScrollBar()->value(), y);
    return line(position.line).cursorRect(position.column).translated(origin).toAlignedRect();
}

TextPosition TextView::positionAt(QPoint point) const
{
    const qsizetype lines = lineCount();
    if (lines == 0)
        return {};
    const qreal left = textLeft() - horizontalScrollBar()->value();
    qreal y = -m_top.row * m_style.rowHeight;
    for (qsizetype i = m_top.line; i < lines; ++i) {
        const qreal height = line(i).rows() * m_style.rowHeight;
        if (point.y() < y + height)
            return {i, line(i).columnAt({point.x() - left, std::max<qreal>(0, point.y() - y)})};
        y += height;
    }
    return endPosition();
}

// ---- selection

void TextView::setSelection(const TextRange &selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    viewport()->update();
    Q_EMIT selectionChanged();
    QAccessibleTextCursorEvent moved(this, 0);
    QAccessible::updateAccessibility(&moved);
}

QString TextView::selectedText() const
{
    return m_buffer && hasSelection() ? m_buffer->text(m_selection.begin(), m_selection.end()) : QString();
}

void TextView::addActions(QMenu &menu)
{
    QAction *wrap = menu.addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(m_wrap);
    connect(wrap, &QAction::toggled, this, &TextView::setWrap);
}

void TextView::copy() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void TextView::moveCursor(TextPosition to, bool select)
{
    setSelection({select ? m_selection.anchor : to, to});
    reveal(to);
}

void TextView::reveal(TextPosition position)
{
    const auto [first, past] = visibleLines();
    if (position.line < first || position.line >= past - 1)
        scrollToLine(position.line);
    const QRect cursor = cursorRect(position);
    if (cursor.bottom() >= viewport()->height())
        scrollRows(1 + (cursor.bottom() - viewport()->height()) / int(m_style.rowHeight));
    else if (cursor.top() < 0)
        scrollRows(-1 + cursor.top() / int(m_style.rowHeight));
    if (m_wrap)
        return;
    updateBars();
    QScrollBar *bar = horizontalScrollBar();
    if (cursor.left() < textLeft())
        bar->setValue(bar->value() + cursor.left() - textLeft());
    else if (cursor.right() > viewport()->width())
        bar->setValue(bar->value() + cursor.right() - viewport()->width() + textLeft());
}

TextPosition TextView::verticallyMoved(TextPosition from, int rows) const
{
    const qreal x = line(from.line).cursorRect(from.column).x();
    const int row = int(line(from.line).cursorRect(from.column).y() / m_style.rowHeight);
    const Top target = moved({from.line, row}, rows);
    return {target.line, line(target.line).columnAt({x, (target.row + 0.5) * m_style.rowHeight})};
}

// ---- finding

void TextView::setHighlighted(const QString &text)
{
    m_highlighted = text;
    viewport()->update();
}

bool TextView::findFrom(Start start, const QString &text, bool backwards)
{
    if (!m_buffer || text.isEmpty())
        return false;
    using enum TextBuffer::Direction;
    const auto direction = backwards ? Backward : Forward;
    const TextPosition here = backwards ? m_selection.begin() : m_selection.end();
    const TextPosition edge = backwards ? endPosition() : TextPosition{};
    const auto match = m_buffer->find(text, start == Start::Here ? here : edge, direction);
    if (!match)
        return false;
    const TextPosition end{match->start.line, match->start.column + match->length};
    setSelection({match->start, end});
    reveal(end);
    reveal(match->start);
    return true;
}

// ---- painting

QList<LineHighlight> TextView::highlightsOf(qsizetype index, const QString &text) const
{
    QList<LineHighlight> highlights;
    if (!m_highlighted.isEmpty()) {
        QTextCharFormat found;
        found.setBackground(m_theme.color(Color::Match));
        for (qsizetype at = text.indexOf(m_highlighted, 0, Qt::CaseInsensitive); at >= 0;
            at = text.indexOf(m_highlighted, at + m_highlighted.size(), Qt::CaseInsensitive))
            highlights.append({at, m_highlighted.size(), found});
    }
    const TextPosition begin = m_selection.begin();
    const TextPosition end = m_selection.end();
    if (!m_selection.isEmpty() && index >= begin.line && index <= end.line) {
        QTextCharFormat selected;
        const auto group = hasFocus() ? QPalette::Active : QPalette::Inactive;
        selected.setBackground(palette().brush(group, QPalette::Highlight));
        selected.setForeground(palette().brush(group, QPalette::HighlightedText));
        const qsizetype start = index == begin.line ? begin.column : 0;
        const qsizetype stop = index == end.line ? end.column : text.size();
        highlights.append({start, stop - start, selected});
    }
    return highlights;
}

void TextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::Text));
    const qreal widestBefore = m_widest;
    const qsizetype lines = lineCount();
    const int left = textLeft() - horizontalScrollBar()->value();
    qreal y = -m_top.row * m_style.rowHeight;
    for (qsizetype i = m_top.line; i < lines && y < viewport()->height(); ++i) {
        LineLayout &layout = line(i);
        const bool marked = !m_highlighted.isEmpty() || !m_selection.isEmpty();
        layout.paint(painter, {qreal(left), y}, marked ? highlightsOf(i, m_buffer->line(i)) : QList<LineHighlight>{});
        if (m_labels) {
            painter.setFont(m_style.font);
            painter.fillRect(QRectF(0, y, textLeft(), layout.rows() * m_style.rowHeight), palette().base());
            painter.setPen(m_theme.color(Color::Warning));
            painter.drawText(QRectF(Margin, y, m_labelWidth, m_style.rowHeight), Qt::AlignVCenter, m_labels(i));
            painter.setPen(palette().color(QPalette::Text));
        }
        y += layout.rows() * m_style.rowHeight;
    }
    if (hasFocus())
        painter.fillRect(cursorRect(m_selection.cursor), palette().color(QPalette::Text));
    if (m_widest > widestBefore)
        QMetaObject::invokeMethod(this, &TextView::updateBars, Qt::QueuedConnection);
}

// ---- keys, mouse, focus

bool TextView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_input.wantsShortcut(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (!m_input.keyPress(*event))
        event->ignore();
}

void TextView::wheelEvent(QWheelEvent *event)
{
    const bool up = event->angleDelta().y() > 0;
    const bool canScroll = up ? m_top > Top{} : !isAtEnd();
    const bool sideways = std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    if (sideways)
        QAbstractScrollArea::wheelEvent(event);
    else if (canScroll)
        scrollRows(-event->angleDelta().y() * QApplication::wheelScrollLines() / 120);
    event->setAccepted(sideways || canScroll); // at its end the console around it scrolls
}

void TextView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place =
        byKey ? viewport()->mapToGlobal(cursorRect(m_selection.cursor).bottomLeft()) : event->globalPos();
    Q_EMIT contextMenuRequested(place);
}

void TextView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TextView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        restyle();
}

} // namespace Sonde::Client

#include "moc_textview.cpp"
