// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agent/commandprobe.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

namespace Sonde::Agent {

/// A device's files as a test wants them, in a folder of its own. Paths are the device's: "/etc/crontab".
class DeviceTree final
{
public:
    [[nodiscard]] QByteArray root() const { return QFile::encodeName(m_folder.path()); }
    [[nodiscard]] QString place(const QString &path) const { return m_folder.path() + path; }

    bool write(const QString &path, const QByteArray &content = {}) const
    {
        makeFolderOf(path);
        QFile file(place(path));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    bool script(const QString &path, const QByteArray &content = "#!/bin/sh\n") const
    {
        return write(path, content)
            && QFile::setPermissions(place(path),
                QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
    }
    /// The link says just what it is told.
    bool link(const QString &path, const QByteArray &target) const
    {
        makeFolderOf(path);
        return ::symlink(target.constData(), QFile::encodeName(place(path)).constData()) == 0;
    }
    bool folder(const QString &path) const { return QDir().mkpath(place(path)); }

private:
    void makeFolderOf(const QString &path) const { QDir().mkpath(QFileInfo(place(path)).path()); }

    QTemporaryDir m_folder;
};

/// Runs a command there; it is expected to work.
inline void runOn(const DeviceTree &tree, CommandProbe &probe, const QString &line)
{
    probe.around.root = tree.root();
    const Outcome outcome = probe.run(line);
    QVERIFY2(!outcome.failure, outcome.failure ? qPrintable(debugText(*outcome.failure)) : "");
}

} // namespace Sonde::Agent
