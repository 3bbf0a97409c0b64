// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/workstationsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace Sonde::Client {

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file, QSettings::IniFormat)
{
}

QString Settings::downloadFolder() const
{
    QString chosen = get(Settled::DownloadFolder);
    if (!chosen.isEmpty())
        return chosen;
    const QString system = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return system.isEmpty() ? QDir::homePath() : system;
}

QString Settings::folder() const
{
    return QFileInfo(m_store.fileName()).absolutePath();
}

void Settings::store(QLatin1StringView key, const QVariant &value)
{
    m_store.setValue(key, value);
    Q_EMIT changed(key);
}

} // namespace Sonde::Client

#include "moc_workstationsettings.cpp"
