// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/evidence/evidencearchive.h"

#include "agent/base/devicefolder.h"
#include "agent/base/wildcard.h"
#include "agent/evidence/archivetree.h"
#include "agent/system/files/files.h"
#include "agent/system/storage/storage.h"
#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"
#include "transport/disk/partialfile.h"

#include <QDir>
#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;

Error archiveError(archive *from, const QByteArray &path, ErrorCode code = ErrorCode::ReadFailed)
{
    const char *reason = archive_error_string(from);
    const int number = archive_errno(from);
    Error error =
        number > 0 ? errorFromErrno(number, DevicePath(path).typed()) : Error{code, DevicePath(path).typed(), {}, {}};
    if (error.reason.isEmpty())
        error.reason = QString::fromUtf8(reason ? reason : "");
    return error;
}

/// Puts files into one archive, as they are found below the roots.
class Packer final
{
public:
    Packer(CommandContext &context, PartialFile &target)
        : m_context(context)
        , m_target(target)
        , m_limit(context.limit(TenantSetting::GetfileBytes).value_or(std::numeric_limits<qint64>::max()))
    {
    }

    /// The number of files. NotFound when there is nothing in it.
    [[nodiscard]] Result<quint32> pack(const std::vector<QByteArray> &roots)
    {
        archive_write_set_format_pax(m_out.get());
        // Names are bytes, whatever the agent's locale is.
        archive_write_set_options(m_out.get(), "hdrcharset=BINARY");
        archive_write_set_bytes_per_block(m_out.get(), int(BulkChunkBytes));
        archive_write_set_bytes_in_last_block(m_out.get(), 512);
        archive_write_open2(m_out.get(), this, nullptr, &Packer::write, nullptr, nullptr);
        for (const QByteArray &root : roots) {
            if (const auto packed = packTree(root); !packed)
                return std::unexpected(packed.error());
        }
        if (archive_write_close(m_out.get()) != ARCHIVE_OK)
            return std::unexpected(m_failure.value_or(archiveError(m_out.get(), {}, ErrorCode::CannotWrite)));
        if (m_entries == 0)
            return fail(ErrorCode::NotFound, m_context.invocation().value(u"path"_s), Reason::NothingReadable);
        return m_files;
    }

private:
    static la_ssize_t write(archive *, void *self, const void *bytes, size_t size)
    {
        auto &packer = *static_cast<Packer *>(self);
        const auto content = std::span(static_cast<const char *>(bytes), size);
        if (packer.m_target.size() + qint64(size) > packer.m_limit)
            packer.m_failure = Error{ErrorCode::TooLarge, packer.m_context.invocation().value(u"path"_s), {}, {}}
                                   .with(Fact::Limit, packer.m_limit)
                                   .with(Fact::Actual, packer.m_target.size() + qint64(size));
        else if (const auto written = packer.m_target.append(content); !written)
            packer.m_failure = written.error();
        else
            return la_ssize_t(size);
        return -1;
    }

    [[nodiscard]] Result<void> packTree(const QByteArray &root)
    {
        const Reader in(archive_read_disk_new(), &archive_read_free);
        archive_read_disk_set_symlink_physical(in.get());
        archive_read_disk_set_standard_lookup(in.get());
        archive_read_disk_set_behavior(in.get(), ARCHIVE_READDISK_NO_TRAVERSE_MOUNTS | ARCHIVE_READDISK_RESTORE_ATIME);
        if (!openTree(in.get(), root)) {
            m_context.addError(archiveError(in.get(), root));
            return {};
        }
        for (;;) {
            const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(
                archive_entry_new(), &archive_entry_free);
            const int found = archive_read_next_header2(in.get(), entry.get());
            if (found == ARCHIVE_EOF)
                return {};
            const QByteArray path = treePathOf(entry.get());
            if (found < ARCHIVE_WARN) {
                m_context.addError(archiveError(in.get(), path.isEmpty() ? root : path));
                if (found == ARCHIVE_FATAL)
                    return {};
                continue;
            }
            archive_read_disk_descend(in.get());
            if (const auto packed = packEntry(in.get(), entry.get(), path); !packed)
                return packed;
            if (!m_context.mayGoOn())
                return fail(ErrorCode::Cancelled);
            m_context.showProgress({m_files, -1, u"files"_s});
        }
    }

    [[nodiscard]] Result<void> packEntry(archive *in, archive_entry *entry, const QByteArray &path)
    {
        archive_entry_copy_pathname(entry, memberName(path).constData());
        if (archive_entry_filetype(entry) == AE_IFSOCK)
            return {}; // no archive holds one
        if (archive_write_header(m_out.get(), entry) < ARCHIVE_WARN) {
            if (m_failure)
                return std::unexpected(*m_failure);
            m_context.addError(archiveError(m_out.get(), path));
            return {};
        }
        ++m_entries;
        m_files += archive_entry_filetype(entry) == AE_IFDIR ? 0 : 1;
        return archive_entry_size(entry) > 0 && archive_entry_filetype(entry) == AE_IFREG ? copyContent(in, path)
                                                                                          : Result<void>();
    }

    [[nodiscard]] Result<void> copyContent(archive *in, const QByteArray &path)
    {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        la_int64_t done = 0;
        static const std::vector<char> zeros(64 * 1024);
        for (;;) {
            const int got = archive_read_data_block(in, &block, &size, &offset);
            if (got == ARCHIVE_EOF)
                return {};
            if (got < ARCHIVE_WARN) {
                m_context.addError(archiveError(in, path));
                return {};
            }
            for (; done < offset; done += la_int64_t(std::min<size_t>(zeros.size(), size_t(offset - done))))
                archive_write_data(m_out.get(), zeros.data(), std::min<size_t>(zeros.size(), size_t(offset - done)));
            archive_write_data(m_out.get(), block, size);
            done += la_int64_t(size);
            if (m_failure)
                return std::unexpected(*m_failure);
            if (m_context.stop().stop_requested())
                return fail(ErrorCode::Cancelled);
        }
    }

    CommandContext &m_context;
    PartialFile &m_target;
    qint64 m_limit;
    std::optional<Error> m_failure;
    quint32 m_entries = 0; ///< with the folders
    quint32 m_files = 0;
    Writer m_out{archive_write_new(), &archive_write_free}; // goes first: it may still write
};

QString scratchFolder(const CommandContext &context)
{
    return context.agentFolder() + u"/scratch"_s;
}

/// Finds what a start of the agent before this one finished; its name holds how many files it has.
std::optional<std::pair<QString, quint32>> findFinished(const QString &folder, CommandId command)
{
    const QString prefix = command.toString() + u'-';
    const auto names = QDir(folder).entryList({prefix + u"*.tar"_s}, QDir::Files);
    if (names.isEmpty())
        return {};
    const QString count = names.first().sliced(prefix.size()).chopped(4);
    return std::pair(folder + u'/' + names.first(), count.toUInt());
}

void expand(
    const QByteArray &folder, const QByteArrayList &rest, const std::stop_token &stop, std::vector<QByteArray> &found)
{
    if (rest.isEmpty() || stop.stop_requested())
        return;
    const QByteArray &part = rest.first();
    const QByteArrayList after = rest.sliced(1);
    const Wildcard wildcard(part);
    // What cannot be listed has no matches, as in a shell.
    std::ignore = readDirectory(folder, [&](const DirectoryEntry &entry) {
        const bool hidden = entry.name.startsWith('.') && !part.startsWith('.');
        if (!hidden && wildcard.matches(entry.name)) {
            const QByteArray path = joinedPath(folder, entry.name);
            if (after.isEmpty())
                found.push_back(path);
            else
                expand(path, after, stop, found);
        }
        return !stop.stop_requested();
    });
}

} // namespace

Result<EvidenceArchive> EvidenceArchive::make(CommandContext &context, const std::vector<QByteArray> &roots)
{
    const QString folder = scratchFolder(context);
    if (const auto prepared = makePrivateFolder(folder); !prepared)
        return std::unexpected(prepared.error());
    if (const auto finished = findFinished(folder, context.command()))
        return EvidenceArchive(devicePathOf(finished->first), finished->second);

    const QString partial = folder + u'/' + context.command().toString() + u".part"_s;
    QFile::remove(partial);
    PartialFile file(partial);
    if (const auto opened = file.open(); !opened)
        return std::unexpected(opened.error());
    Result<quint32> members;
    {
        Packer packer(context, file);
        members = packer.pack(roots);
    }
    if (!members) {
        file.discard();
        return std::unexpected(members.error());
    }
    const QString path = folder + u"/%1-%2.tar"_s.arg(context.command().value()).arg(*members);
    if (const auto finished = file.finish(file.size(), file.sha256()).and_then([&] { return file.renameTo(path); });
        !finished)
        return std::unexpected(finished.error());
    return EvidenceArchive(devicePathOf(path), *members);
}

void EvidenceArchive::remove() const
{
    QFile::remove(localPathOf(m_path));
}

bool isPattern(const QByteArray &path)
{
    return std::ranges::any_of(
        namesOf(path).names, [](const QByteArray &name) { return name.contains('*') || name.contains('?'); });
}

Error withoutPattern(Error error, const QByteArray &path)
{
    if (error.code == ErrorCode::NotFound && isPattern(path))
        error.facts.set(Fact::Why, u"no-pattern"_s);
    return error;
}

Result<std::vector<QByteArray>> matchingPaths(const QByteArray &pattern, const std::stop_token &stop)
{
    std::vector<QByteArray> found;
    const auto [root, names] = namesOf(pattern);
    expand(root, names, stop, found);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    std::ranges::sort(found);
    return found;
}

} // namespace Sonde::Agent
