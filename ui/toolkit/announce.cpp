// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/announce.h"

#include <QAccessible>
#include <QWidget>

namespace Sonde::Client {

void announce(QWidget &widget, const QString &text, Urgency urgency)
{
    if (text.isEmpty())
        return;
    QAccessibleAnnouncementEvent announcement(&widget, text);
    announcement.setPoliteness(urgency == Urgency::Polite ? QAccessible::AnnouncementPoliteness::Polite
                                                          : QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&announcement);
}

void setName(QWidget &widget, const QString &name)
{
    if (widget.accessibleName() != name)
        widget.setAccessibleName(name);
}

} // namespace Sonde::Client
