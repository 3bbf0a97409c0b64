// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/rulestore.h"

#include "agent/examination/yara/yaraworker.h"
#include "agent/system/storage/storage.h"
#include "protocol/digest/digest.h"

#include <QDir>
#include <QUuid>
#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <yara.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;

constexpr qsizetype MostKept = 4;

/// Another version of libyara may write another form.
QString keyOf(const std::vector<LibraryBlob> &files)
{
    Sha256 hash;
    hash.add(QByteArray(YR_VERSION));
    for (const LibraryBlob &file : files) {
        hash.add(QByteArray(file.name.toUtf8() + '\0'));
        hash.add(file.sha256);
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<Descriptor> openFile(const QString &path, int flags)
{
    Descriptor file(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0600));
    return file.isOpen() ? Result<Descriptor>(std::move(file)) : std::unexpected(errorFromErrno(errno, path));
}

} // namespace

RuleStore::RuleStore(QString folder, QByteArray program)
    : m_folder(std::move(folder))
    , m_program(std::move(program))
{
}

Result<Descriptor> RuleStore::open(
    std::vector<LibraryBlob> files, const Source &source, const std::stop_token &stop) const
{
    std::ranges::sort(files, {}, &LibraryBlob::name);
    if (const auto made = makePrivateFolder(m_folder); !made)
        return std::unexpected(made.error());
    const QString path = m_folder + u'/' + keyOf(files);
    if (auto compiled = openFile(path, O_RDONLY)) {
        std::ignore = ::futimens(compiled->number(), nullptr); // it was used
        return compiled;
    }
    if (const auto made = compile(files, source, path, stop); !made)
        return std::unexpected(made.error());
    trim();
    return openFile(path, O_RDONLY);
}

Result<void> RuleStore::compile(
    const std::vector<LibraryBlob> &files, const Source &source, const QString &path, const std::stop_token &stop) const
{
    std::vector<QString> names;
    std::vector<Descriptor> sources;
    for (const LibraryBlob &file : files) {
        auto open = source(file);
        if (!open)
            return std::unexpected(open.error());
        names.push_back(file.name);
        sources.push_back(std::move(*open));
    }
    const QString partial = path + u'.' + QUuid::createUuid().toString(QUuid::Id128);
    const auto output = openFile(partial, O_WRONLY | O_CREAT | O_EXCL);
    if (!output)
        return fail(ErrorCode::StorageFailed, partial, output.error().reason);
    const auto compiled =
        YaraWorker::start(m_program)
            .and_then([&](const std::unique_ptr<YaraWorker> &worker) {
                return worker->compile(names, sources, *output, stop);
            })
            .and_then([&]() -> Result<void> {
                const bool isNamed =
                    ::rename(QFile::encodeName(partial).constData(), QFile::encodeName(path).constData()) == 0;
                return isNamed ? Result<void>() : fail(ErrorCode::StorageFailed, path);
            });
    if (!compiled)
        QFile::remove(partial);
    return compiled;
}

/// The ones used last stay.
void RuleStore::trim() const
{
    const auto kept = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden, QDir::Time);
    for (const QFileInfo &file : kept.sliced(std::min(MostKept, kept.size())))
        QFile::remove(file.filePath());
}

} // namespace Sonde::Agent
