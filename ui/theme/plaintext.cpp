// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QStyle>
#include <QStylePainter>
#include <QToolTip>
#include <algorithm>
#include <array>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar WordJoiner(0x2060);
constexpr QChar MayBreak(0x200B);
constexpr qsizetype LongWord = 24; ///< letters: a hash is one, no word of a language is
constexpr int LeastBox = 360;      ///< pixels of a message's text
constexpr int MostBox = 480;

constexpr std::array<QStringView, 19> units{u"ms", u"s", u"min", u"h", u"d", u"j", u"%", u"B", u"KiB", u"MiB", u"GiB",
    u"TiB", u"o", u"Kio", u"Mio", u"Gio", u"Tio", u"bytes", u"octets"};

/// "ms", and not the beginning of a word.
bool isUnit(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, [](QChar c) { return c.isLetter() || c == u'%'; });
    const QStringView word = text.first(std::distance(text.begin(), end));
    return std::ranges::find(units, word) != units.end();
}

bool beginsOption(QStringView text, qsizetype at)
{
    const bool first = at == 0 || text[at - 1].isSpace() || QStringView(u"“«‘\"'([「").contains(text[at - 1]);
    const qsizetype letter = text.sliced(at).startsWith(u"--") ? at + 2 : at + 1;
    return first && letter < text.size() && text[letter].isLetter();
}

QString withoutJoiners(QString text)
{
    return text.remove(WordJoiner).remove(MayBreak).replace(QChar::Nbsp, u' ');
}

/// Of what has no place to break: letters that need no shaping, and figures.
bool isOfWord(QChar c)
{
    return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
}

/// A hash breaks anywhere rather than being cut where there is less room than it needs.
QString breakable(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const auto begin = text.cbegin() + at;
        const qsizetype word = std::find_if_not(begin, text.cend(), isOfWord) - begin;
        for (qsizetype i = 0; i < word; ++i) {
            if (i > 0 && word > LongWord)
                shown += MayBreak;
            shown += text[at + i];
        }
        at += word;
        if (at < text.size())
            shown += text[at++];
    }
    return shown;
}

} // namespace

QString unbroken(const QString &text)
{
    QString shown;
    shown.reserve(text.size() + 4);
    bool inOption = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        inOption = c == u'-' ? inOption || beginsOption(text, at) : inOption && c.isLetterOrNumber();
        const bool afterNumber = c == u' ' && at > 0 && text[at - 1].isDigit();
        shown += afterNumber && isUnit(QStringView(text).sliced(at + 1)) ? QChar(QChar::Nbsp) : c;
        if (inOption && c == u'-')
            shown += WordJoiner;
    }
    return shown;
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    m_text = text;
    showText();
}

QString PlainLabel::text() const
{
    return QLabel::text() == m_shown ? m_text : QLabel::text(); // whoever knows it as a QLabel may have set another
}

void PlainLabel::setWordWrap(bool wraps)
{
    m_text = text();
    QLabel::setWordWrap(wraps);
    showText();
}

int PlainLabel::textWidth() const
{
    ensurePolished();
    return fontMetrics().horizontalAdvance(QLabel::text());
}

/// A name of its own keeps a screen reader from reading out what is there for the eye.
void PlainLabel::showText()
{
    m_shown = wordWrap() ? breakable(unbroken(m_text)) : m_text;
    const bool isNamedByOthers = accessibleName() != m_spoken;
    QLabel::setText(m_shown);
    if (isNamedByOthers)
        return;
    m_spoken = m_shown == m_text ? QString() : m_text;
    if (accessibleName() != m_spoken)
        setAccessibleName(m_spoken);
}

void PlainLabel::copy() const
{
    QGuiApplication::clipboard()->setText(withoutJoiners(selectedText()));
}

void PlainLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && hasSelectedText())
        copy();
    else
        QLabel::keyPressEvent(event);
}

/// What is selected can be pasted with the middle button, where there is that.
void PlainLabel::mouseReleaseEvent(QMouseEvent *event)
{
    QLabel::mouseReleaseEvent(event);
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (hasSelectedText() && clipboard->supportsSelection())
        clipboard->setText(withoutJoiners(selectedText()), QClipboard::Selection);
}

void PlainLabel::contextMenuEvent(QContextMenuEvent *event)
{
    QLabel::contextMenuEvent(event);
    for (const QMenu *menu : findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->objectName() != "edit-copy"_L1)
                continue;
            action->disconnect();
            connect(action, &QAction::triggered, this, &PlainLabel::copy);
        }
    }
}

SteadyLabel::SteadyLabel(QWidget *parent)
    : PlainLabel(parent)
{
    fit();
}

void SteadyLabel::setText(const QString &text)
{
    if (text == this->text())
        return;
    const bool fits = fontMetrics().horizontalAdvance(text) == m_advance;
    PlainLabel::setText(text); // of a fixed size, it tells no layout
    if (!fits)
        fit();
}

void SteadyLabel::fit()
{
    m_advance = fontMetrics().horizontalAdvance(text());
    setMinimumSize(0, 0); // a label wishes for no less than its least
    setFixedSize(QLabel::sizeHint());
}

void SteadyLabel::changeEvent(QEvent *event)
{
    PlainLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"mm…"_s), QLabel::minimumSizeHint().height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), int(alignment()), palette(), isEnabled(), shownText(), foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return PlainLabel::event(event);
    const QString tip = shownText() == text() ? QString() : plainToolTip(text());
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), tip, this);
    return true;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? text : "<p style='white-space: pre-wrap'>"_L1 + unbroken(text).toHtmlEscaped() + "</p>"_L1;
}

void setHint(QWidget *widget, const QString &text)
{
    if (widget->accessibleDescription() == text)
        return;
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(text);
}

// Screen readers are told of each name and description that is set.
void setNameAndHint(QWidget *widget, const QString &name)
{
    if (widget->accessibleName() != name)
        widget->setAccessibleName(name);
    setHint(widget, name);
}

void setUsable(QAction &action, const QString &whyNot)
{
    action.setEnabled(whyNot.isEmpty());
    action.setStatusTip(whyNot);
    action.setToolTip(plainToolTip(whyNot));
}

void setUsable(QWidget &button, const QString &whyNot)
{
    button.setEnabled(whyNot.isEmpty());
    setHint(&button, whyNot);
}

QString withoutMnemonic(QString text)
{
    // Japanese menus carry the mnemonic behind the text: "設定(&S)".
    if (const qsizetype at = text.indexOf("(&"_L1); at >= 0 && text.indexOf(u')', at) == at + 3)
        text.remove(at, 4);
    return text.remove(u'&').remove(u'…').trimmed();
}

void showPlain(QMessageBox &box)
{
    box.setTextFormat(Qt::PlainText);
    // The informative text is a label of its own, which the box does not tell the format.
    for (QLabel *label : box.findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    // A box asks whether its text wants to wrap only where that is wider than half a window; it is never narrower than this.
    if (auto *text = box.findChild<QLabel *>(u"qt_msgbox_label"_s)) {
        text->ensurePolished();
        const int wanted = text->fontMetrics().size(0, text->text()).width() + 1;
        text->setMinimumWidth(std::clamp(wanted, LeastBox, MostBox));
    }
}

} // namespace Sonde::Client

#include "moc_plaintext.cpp"
