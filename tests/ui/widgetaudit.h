// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

/// What every page and dialog of the workstation must keep, found by walking its widgets.
namespace WidgetAudit {

inline QString nameOf(QWidget &widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// Parts that Qt makes inside its own widgets answer through them.
inline bool isPartOfQt(const QWidget &widget)
{
    const QString name = widget.objectName();
    const QByteArray kind = widget.metaObject()->className();
    return name.startsWith(QLatin1StringView("qt_")) || kind == "QLineEditIconButton"
        || kind.startsWith("QComboBoxPrivate") || kind == "QComboBoxListView";
}

inline QString described(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\" in %3")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
            widget.parentWidget() ? QString::fromLatin1(widget.parentWidget()->metaObject()->className())
                                  : QStringLiteral("nothing"));
}

/// Those a screen reader would call nothing although keys or the mouse can act on them.
inline QStringList nameless(QWidget &root)
{
    QStringList found;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all << &root;
    for (QWidget *widget : all) {
        const bool acts = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        const bool given = !widget->focusProxy() && !isPartOfQt(*widget) && !widget->isWindow();
        if (acts && given && widget->isVisibleTo(&root) && nameOf(*widget).trimmed().isEmpty())
            found << described(*widget);
    }
    return found;
}

/// Labels that would guess whether their text is HTML, and tool tips that would be taken for it.
inline QStringList guessing(QWidget &root)
{
    QStringList found;
    for (QLabel *label : root.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && !isPartOfQt(*label))
            found << described(*label);
    }
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const bool ours = widget->toolTip().isEmpty()
            || widget->toolTip().startsWith(QLatin1StringView("<p style='white-space: pre-wrap'>"));
        if (!ours && !isPartOfQt(*widget))
            found << QStringLiteral("tool tip of ") + described(*widget);
    }
    return found;
}

/// Actions and buttons that cannot be used and do not say why.
inline QStringList unexplained(QWidget &root)
{
    QStringList found;
    for (const QAction *action : root.findChildren<QAction *>()) {
        const bool ours = !action->text().isEmpty() && !action->isSeparator() && !action->property("heading").toBool();
        const QWidget *part = qobject_cast<QWidget *>(action->parent());
        if (ours && action->isVisible() && !action->isEnabled() && action->statusTip().isEmpty()
            && !(part && isPartOfQt(*part)) && !qobject_cast<QLineEdit *>(action->parent()))
            found << QStringLiteral("action ") + action->text();
    }
    for (QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(&root) && !button->isEnabled() && button->accessibleDescription().isEmpty()
            && !isPartOfQt(*button) && button->parentWidget()->isEnabled())
            found << described(*button) + u' ' + button->text();
    }
    return found;
}

} // namespace WidgetAudit
