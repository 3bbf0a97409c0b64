// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plaintext.h"

#include <QAction>
#include <QEvent>
#include <QHelpEvent>
#include <QMessageBox>
#include <QStyle>
#include <QStylePainter>
#include <QToolTip>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
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
    return text.isEmpty() ? text : "<p style='white-space: pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
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
}

} // namespace Sonde::Client

#include "moc_plaintext.cpp"
