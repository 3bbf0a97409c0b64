// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/desktopshell.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Sonde::Client::DesktopShell {

// https://www.freedesktop.org/wiki/Specifications/file-manager-interface/
void showInFolder(const QString &path)
{
    const QUrl folder = QUrl::fromLocalFile(QFileInfo(path).absolutePath());
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
        u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    call << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, folder] {
        watcher->deleteLater();
        if (QDBusPendingReply<>(*watcher).isError())
            QDesktopServices::openUrl(folder);
    });
}

// https://wiki.ubuntu.com/Unity/LauncherAPI, which KDE's and others' task bars follow
void showProgress(std::optional<double> progress)
{
    auto update =
        QDBusMessage::createSignal(u"/org/sonde/launcher"_s, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName())
           << QVariantMap{{u"progress"_s, progress.value_or(0)}, {u"progress-visible"_s, progress.has_value()}};
    QDBusConnection::sessionBus().send(update);
}

} // namespace Sonde::Client::DesktopShell
