// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/evidence/blobcache.h"
#include "agent/evidence/workingfolder.h"
#include "tests/agent/commandprobe.h"

#include <QTemporaryDir>

namespace Sonde::Agent {

/// A device to which library files have come before, so that no service is needed.
class LibraryDevice final
{
    Q_DISABLE_COPY_MOVE(LibraryDevice)

public:
    LibraryDevice()
    {
        if (!blobs->prepare() || !working->prepare(QStringLiteral("boot 1")))
            qFatal("no folder for the agent");
    }

    /// The order of the next command is about this file.
    void bring(CommandProbe &probe, const QString &name, const QByteArray &content)
    {
        Sha256 hash;
        hash.add(content);
        const LibraryBlob blob{name, hash.result(), content.size()};
        QFile file(blobPath(blob));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no blob");
        probe.order.blob = blob;
        probe.around = {{}, folder.path(), blobs, working};
    }
    /// The next command examines with this file, too.
    void bringExamination(CommandProbe &probe, const QString &name, const QByteArray &content)
    {
        const auto before = probe.order.examinedBy.value_or(std::vector<LibraryBlob>());
        bring(probe, name, content);
        probe.order.examinedBy = before;
        probe.order.examinedBy->push_back(*probe.order.blob);
        probe.order.blob.reset();
    }
    [[nodiscard]] QString blobPath(const LibraryBlob &blob) const
    {
        return folder.filePath(QStringLiteral("blobs/") + QString::fromLatin1(blob.sha256.toHex()));
    }

    QTemporaryDir folder;
    std::shared_ptr<BlobCache> blobs = std::make_shared<BlobCache>(folder.filePath(QStringLiteral("blobs")));
    std::shared_ptr<WorkingFolder> working = std::make_shared<WorkingFolder>(folder.path());
};

} // namespace Sonde::Agent
