// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/artifactlibrary.h"

#include "protocol/examination/examinationfile.h"
#include "service/artifacts/artifactbook.h"
#include "service/artifacts/ownartifacts.h"

#include <QFile>
#include <QLoggingCategory>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

Q_LOGGING_CATEGORY(artifactsLog, "sonde.service.artifacts")

namespace {

/// A file of the tenant's, where it lies.
struct OwnFile {
    LibraryBlob blob;
    QString path;
    quint32 version = 1;
};

Result<LibraryBlob> store(const BlobStore &blobs, const ArtifactSet &set)
{
    const QByteArray bytes = toBytes(set);
    const QByteArray sha256 = Digest::of(bytes, *EVP_sha256());
    const LibraryBlob blob{ArtifactSetName, sha256, bytes.size()};
    if (blobs.contains(sha256))
        return blob;
    if (const auto prepared = blobs.prepare(); !prepared)
        return std::unexpected(prepared.error());
    PartialFile file(blobs.partialPath(u"artifacts-"_s + QString::fromLatin1(sha256.toHex())));
    return file.open()
        .and_then([&] { return file.restart(); })
        .and_then([&] { return file.append(std::span(bytes.constData(), size_t(bytes.size()))); })
        .and_then([&] { return file.finish(bytes.size(), sha256); })
        .and_then([&] { return blobs.makePlaceFor(sha256); })
        .and_then([&] { return blobs.keep(file, sha256); })
        .transform([&] { return blob; });
}

ArtifactBook readAll(const QString &folder, const std::vector<OwnFile> &own)
{
    ArtifactBook book;
    std::vector<Error> problems;
    addFolder(book, folder, problems);
    const auto addText = [&](const QString &source, const QString &name, const QByteArray &text, bool isOwn) {
        auto read = readArtifacts(name, text, Strictness::LeaveOut);
        if (read)
            book.add(source, *std::move(read), isOwn);
        else
            problems.push_back(read.error());
    };
    addText(u"sonde " SONDE_VERSION ""_s, u"sonde"_s, ownArtifacts(), false);
    for (const OwnFile &one : own) {
        QFile file(one.path);
        if (file.open(QFile::ReadOnly))
            addText(u"%1 version %2"_s.arg(one.blob.name).arg(one.version), one.blob.name, file.readAll(), true);
        else
            problems.push_back({ErrorCode::ReadFailed, one.blob.name, file.errorString(), {}});
    }
    for (const Error &problem : problems)
        qCWarning(artifactsLog) << "definitions of artefacts are left out:" << debugText(problem);
    return book;
}

} // namespace

ArtifactLibrary::ArtifactLibrary(const LibraryService &library, const BlobStore &blobs, JournalWriter &journal,
    const QString &folder, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_blobs(blobs)
    , m_folder(folder)
{
    connect(&m_library, &LibraryService::changed, this, [this] { m_sets = {}; });
    connect(&journal, &JournalWriter::appended, this, [this](const JournalEntry &entry) {
        if (std::holds_alternative<Event::SessionCreated>(entry.event) && !m_sets.isValid())
            begin();
    });
}

ArtifactLibrary::~ArtifactLibrary()
{
    m_sets.waitForFinished();
}

void ArtifactLibrary::begin()
{
    std::vector<OwnFile> own;
    m_own.clear();
    for (const LibraryFile &file : m_library.list()) {
        if (examinationFile(file.name) != ExaminationFile::Artifacts)
            continue;
        m_own.push_back({file.name, file.sha256, file.size});
        own.push_back({m_own.back(), m_blobs.path(file.sha256), file.version});
    }
    m_sets = QtConcurrent::run([blobs = m_blobs, folder = m_folder, own] {
        const ArtifactBook book = readAll(folder, own);
        Sets sets;
        for (const auto &[platform, system] : {std::pair(Platform::Linux, u"Linux"_s)}) {
            const auto blob = store(blobs, book.setFor(system));
            if (blob)
                sets.emplace(platform, *blob);
            else
                qCWarning(artifactsLog) << "definitions of artefacts are not kept:" << debugText(blob.error());
        }
        return sets;
    });
}

std::vector<LibraryBlob> ArtifactLibrary::goesAlong(Platform platform)
{
    if (!m_sets.isValid())
        begin();
    const Sets sets = m_sets.result();
    const auto found = sets.find(platform);
    if (found == sets.end())
        return {};
    std::vector<LibraryBlob> files{found->second};
    std::ranges::copy(m_own, std::back_inserter(files));
    return files;
}

} // namespace Sonde::Service

#include "moc_artifactlibrary.cpp"
