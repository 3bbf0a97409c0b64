// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/library/libraryservice.h"

#include <QFuture>
#include <map>

namespace Sonde::Service {

/// What a collect takes along: the definitions of artefacts that this machine and the tenant's library have, made into what a device needs.
/// They are read off this thread, when a session begins; who asks before that is done waits for it, which takes a moment.
class ArtifactLibrary final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArtifactLibrary)

public:
    /// Where distributions have the package forensic-artifacts.
    static constexpr QLatin1StringView UsualFolder{"/usr/share/artifacts"};

    ArtifactLibrary(const LibraryService &library, const BlobStore &blobs, JournalWriter &journal,
        const QString &folder = UsualFolder, QObject *parent = nullptr);
    ~ArtifactLibrary() override;

    /// First the set for a device of this platform, in the store of the library's content; then the tenant's own files that it was made of.
    [[nodiscard]] std::vector<LibraryBlob> goesAlong(Platform platform);

private:
    using Sets = std::map<Platform, LibraryBlob>;

    void begin();

    const LibraryService &m_library;
    const BlobStore &m_blobs;
    QString m_folder;
    QFuture<Sets> m_sets;           ///< not valid: nobody has begun
    std::vector<LibraryBlob> m_own; ///< of that
};

} // namespace Sonde::Service
