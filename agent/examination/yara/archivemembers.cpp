// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/yara/archivemembers.h"

#include <archive_entry.h>
#include <sys/stat.h>

namespace Sonde::Agent::Linux {

namespace {
constexpr qsizetype MostName = 300;
} // namespace

ArchiveMembers::ArchiveMembers(const Descriptor &file, qint64 mostBytes)
    : m_file(file)
    , m_left(mostBytes)
    , m_archive(archive_read_new(), &archive_read_free)
{
    archive *reader = m_archive.get();
    // By name, and not all: some of the others would start programs, or open files that an archive names.
    for (const auto support : {&archive_read_support_filter_bzip2, &archive_read_support_filter_compress,
             &archive_read_support_filter_gzip, &archive_read_support_filter_lz4, &archive_read_support_filter_lzma,
             &archive_read_support_filter_xz, &archive_read_support_filter_zstd, &archive_read_support_format_7zip,
             &archive_read_support_format_ar, &archive_read_support_format_cab, &archive_read_support_format_cpio,
             &archive_read_support_format_rar, &archive_read_support_format_rar5, &archive_read_support_format_tar,
             &archive_read_support_format_zip, &archive_read_support_format_raw}) // raw: one file that is compressed
        support(reader);
    archive_read_set_callback_data(reader, this);
    archive_read_set_read_callback(reader, &ArchiveMembers::readMore);
    archive_read_set_seek_callback(reader, &ArchiveMembers::seek);
    m_isOpen = archive_read_open1(reader) == ARCHIVE_OK;
    if (!m_isOpen)
        stop("damaged");
}

void ArchiveMembers::stop(const char *why)
{
    if (m_why.isEmpty())
        m_why = QString::fromLatin1(why);
}

la_ssize_t ArchiveMembers::readMore(archive *, void *self, const void **bytes)
{
    auto &members = *static_cast<ArchiveMembers *>(self);
    ssize_t size = -1;
    do
        size = ::pread(members.m_file.number(), members.m_piece.data(), members.m_piece.size(), members.m_at);
    while (size < 0 && errno == EINTR);
    *bytes = members.m_piece.data();
    members.m_at += std::max<ssize_t>(0, size);
    return size;
}

la_int64_t ArchiveMembers::seek(archive *, void *self, la_int64_t offset, int whence)
{
    auto &members = *static_cast<ArchiveMembers *>(self);
    struct stat facts{};
    if (::fstat(members.m_file.number(), &facts) != 0)
        return ARCHIVE_FATAL;
    const la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? members.m_at : facts.st_size;
    if (from + offset < 0)
        return ARCHIVE_FATAL;
    members.m_at = from + offset;
    return members.m_at;
}

bool ArchiveMembers::next()
{
    m_content.clear();
    while (m_isOpen) {
        if (m_left <= 0 || ++m_members > MostMembers) {
            stop("bytes");
            return false;
        }
        archive_entry *entry = nullptr;
        const int state = archive_read_next_header(m_archive.get(), &entry);
        if (state == ARCHIVE_EOF)
            break;
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
            // 7-Zip and RAR can hide even the names.
            stop(archive_read_has_encrypted_entries(m_archive.get()) == 1 ? "encrypted" : "damaged");
            break;
        }
        if (archive_entry_is_encrypted(entry)) {
            stop("encrypted");
            continue;
        }
        if (archive_entry_filetype(entry) != AE_IFREG && archive_format(m_archive.get()) != ARCHIVE_FORMAT_RAW)
            continue;
        const char *path = archive_entry_pathname(entry);
        m_name = QString::fromUtf8(path ? path : "").left(MostName);
        if (readContent())
            return true;
        stop("damaged");
        if (!m_content.isEmpty())
            return true; // what there is of it
    }
    return false;
}

bool ArchiveMembers::readContent()
{
    constexpr qsizetype pieceBytes = 256 * 1024;
    m_content.clear();
    for (;;) {
        const qint64 most = std::min(MostMemberBytes, m_left);
        if (m_content.size() >= most) {
            stop("bytes");
            return true;
        }
        const qsizetype before = m_content.size();
        m_content.resize(before + pieceBytes);
        const la_ssize_t size = archive_read_data(m_archive.get(), m_content.data() + before, size_t(pieceBytes));
        m_content.resize(before + std::max<la_ssize_t>(0, size));
        m_left -= std::max<la_ssize_t>(0, size);
        if (size == 0)
            return true;
        if (size < 0)
            return false;
    }
}

} // namespace Sonde::Agent::Linux
