// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>

/// What a screen reader would say by itself, and which widgets told it that their state or name changed, as long as this lives. One at a
/// time.
class Announcements final
{
    Q_DISABLE_COPY_MOVE(Announcements)

public:
    Announcements()
    {
        s_current = this;
        QAccessible::installUpdateHandler(&Announcements::note);
        QAccessible::setActive(true);
    }
    ~Announcements()
    {
        QAccessible::installUpdateHandler(nullptr);
        s_current = nullptr;
    }

    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    /// Of the last one.
    [[nodiscard]] QAccessible::AnnouncementPoliteness politeness() const { return m_politeness; }
    /// How often this kind of event came from `object`.
    [[nodiscard]] qsizetype count(QAccessible::Event type, const QObject *object) const
    {
        return m_events.count(std::pair(type, object));
    }

private:
    static void note(QAccessibleEvent *event)
    {
        s_current->m_events.append({event->type(), event->object()});
        if (event->type() != QAccessible::Announcement)
            return;
        const auto *announcement = static_cast<QAccessibleAnnouncementEvent *>(event);
        s_current->m_texts += announcement->message();
        s_current->m_politeness = announcement->politeness();
    }

    static inline Announcements *s_current = nullptr;
    QStringList m_texts;
    QAccessible::AnnouncementPoliteness m_politeness{};
    QList<std::pair<QAccessible::Event, const QObject *>> m_events;
};
