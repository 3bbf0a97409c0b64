// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace Sonde::Service {

/// Where each user signed in from last, as long as the service runs. For users that there are: each has some memory.
class RememberedPlaces final
{
public:
    static constexpr qsizetype MostOfUser = 16;

    void remember(const QString &user, const QString &place)
    {
        QStringList &places = m_places[user];
        places.removeOne(place);
        places.prepend(place);
        if (places.size() > MostOfUser)
            places.removeLast();
    }
    [[nodiscard]] bool contains(const QString &user, const QString &place) const
    {
        return m_places.value(user).contains(place);
    }

private:
    QHash<QString, QStringList> m_places;
};

} // namespace Sonde::Service
