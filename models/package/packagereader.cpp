// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/package/packagereader.h"

#include "protocol/base/devicepath.h"
#include "protocol/base/reason.h"

#include <QByteArrayMatcher>
#include <QFile>
#include <archive.h>
#include <archive_entry.h>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr size_t PieceBytes = 64 * 1024;

/// An open package, read from its beginning to its end, once.
class OpenPackage final
{
    Q_DISABLE_COPY_MOVE(OpenPackage)

public:
    OpenPackage(const QString &path, const PackageCaps &caps, PackageProgress progress, std::stop_token stop)
        : m_path(path)
        , m_caps(caps)
        , m_progress(std::move(progress))
        , m_stop(std::move(stop))
        , m_file(path)
        , m_archive(archive_read_new(), &archive_read_free)
        , m_piece(PieceBytes)
    {
    }

    [[nodiscard]] Result<void> open()
    {
        if (!m_file.open(QFile::ReadOnly | QFile::Unbuffered))
            return fail(ErrorCode::ReadFailed, m_path, m_file.errorString());
        // Nothing else: some of the other formats and filters would start programs, or need to seek.
        archive_read_support_filter_gzip(m_archive.get());
        archive_read_support_format_tar(m_archive.get());
        archive_read_set_callback_data(m_archive.get(), this);
        archive_read_set_read_callback(m_archive.get(), &OpenPackage::readMore);
        return archive_read_open1(m_archive.get()) == ARCHIVE_OK ? Result<void>() : std::unexpected(failure());
    }
    /// The next member; nothing at the end of the package.
    [[nodiscard]] Result<archive_entry *> next()
    {
        if (const auto allowed = mayGoOn(); !allowed)
            return std::unexpected(allowed.error());
        if (++m_members > m_caps.members)
            return fail(ErrorCode::TooLarge, m_path).with(Fact::Limit, qint64(m_caps.members));
        archive_entry *entry = nullptr;
        const int state = archive_read_next_header(m_archive.get(), &entry);
        if (state == ARCHIVE_EOF)
            return nullptr;
        if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
            return std::unexpected(failure());
        // What lies between the last member and this one was unpacked, too.
        return mayGoOn().transform([entry] { return entry; });
    }
    /// Content of this member, the next piece of it; empty at its end.
    [[nodiscard]] Result<QByteArrayView> read()
    {
        if (const auto allowed = mayGoOn(); !allowed)
            return std::unexpected(allowed.error());
        const la_ssize_t count = archive_read_data(m_archive.get(), m_content.data(), m_content.size());
        if (count < 0)
            return std::unexpected(failure());
        m_given += count;
        return QByteArrayView(m_content.data(), count);
    }

private:
    static la_ssize_t readMore(archive *, void *self, const void **bytes)
    {
        auto &package = *static_cast<OpenPackage *>(self);
        *bytes = package.m_piece.data();
        if (!package.mayGoOn()) // also in the midst of a member that is passed over
            return -1;
        const qint64 count = package.m_file.read(package.m_piece.data(), qint64(package.m_piece.size()));
        package.m_done += std::max<qint64>(0, count);
        if (package.m_progress)
            package.m_progress(package.m_done, package.m_file.size());
        return la_ssize_t(count);
    }
    [[nodiscard]] Result<void> mayGoOn()
    {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, m_path);
        // Holes of a sparse member were never packed, but they are read through all the same.
        const qint64 unpacked = std::max<qint64>(archive_filter_bytes(m_archive.get(), 0), m_given);
        const qint64 limit =
            std::min(m_caps.unpackedBytes, std::max(m_caps.alwaysUnpacked, m_caps.mostTimesPacked * m_done));
        if (unpacked > limit)
            m_bomb = fail(ErrorCode::TooLarge, m_path).with(Fact::Limit, limit).with(Fact::Actual, unpacked).error();
        return m_bomb ? Result<void>(std::unexpected(*m_bomb)) : Result<void>();
    }
    [[nodiscard]] Error failure() const
    {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, m_path, {}, {}};
        return m_bomb.value_or(errorBecause(Reason::ArchiveDamaged, ErrorCode::ReadFailed, m_path));
    }

    const QString m_path;
    const PackageCaps m_caps;
    const PackageProgress m_progress;
    const std::stop_token m_stop;
    QFile m_file;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
    std::vector<char> m_piece;
    std::array<char, 64 * 1024> m_content;
    qint64 m_done = 0;  ///< of the package's file
    qint64 m_given = 0; ///< of its members' content
    qsizetype m_members = 0;
    std::optional<Error> m_bomb;
};

PackageMember::Kind kindOf(archive_entry *entry)
{
    if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
        return PackageMember::Kind::Link;
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG: return PackageMember::Kind::File;
    case AE_IFDIR: return PackageMember::Kind::Folder;
    default: return PackageMember::Kind::Other;
    }
}

QString printable(const char *name, qsizetype most)
{
    return DevicePath(QByteArray(name ? name : "").left(most)).typed();
}

PackageMember memberOf(archive_entry *entry, const PackageCaps &caps)
{
    PackageMember member;
    member.path = printable(archive_entry_pathname(entry), caps.nameBytes);
    member.kind = kindOf(entry);
    member.size = std::max<qint64>(0, archive_entry_size(entry));
    if (archive_entry_mtime_is_set(entry))
        member.modified = QDateTime::fromSecsSinceEpoch(archive_entry_mtime(entry), QTimeZone::UTC);
    if (member.kind == PackageMember::Kind::Link) {
        const char *hard = archive_entry_hardlink(entry);
        member.target = printable(hard ? hard : archive_entry_symlink(entry), caps.nameBytes);
    }
    return member;
}

/// Counts a text in what comes in pieces.
class PieceSearch final
{
public:
    explicit PieceSearch(const QByteArray &text)
        : m_text(text.toLower())
        , m_matcher(m_text)
    {
    }
    void begin() { m_window.clear(); }
    [[nodiscard]] qint64 countIn(QByteArrayView piece)
    {
        m_window.append(piece.toByteArray().toLower());
        qint64 count = 0;
        qsizetype at = 0;
        for (qsizetype found = 0; (found = m_matcher.indexIn(m_window, at)) >= 0; at = found + m_text.size())
            ++count;
        // What may be the beginning of one that goes on in the next piece.
        m_window.remove(0, std::max(at, m_window.size() - (m_text.size() - 1)));
        return count;
    }

private:
    const QByteArray m_text;
    const QByteArrayMatcher m_matcher;
    QByteArray m_window;
};

} // namespace

Result<PackageList> listPackage(
    const QString &path, const PackageCaps &caps, const PackageProgress &progress, const std::stop_token &stop)
{
    OpenPackage package(path, caps, progress, stop);
    if (const auto opened = package.open(); !opened)
        return std::unexpected(opened.error());
    PackageList list;
    qsizetype letters = 0;
    for (;;) {
        const auto entry = package.next();
        if (!entry && entry.error().code == ErrorCode::Cancelled)
            return std::unexpected(entry.error());
        if (!entry && list.members.empty())
            return std::unexpected(entry.error());
        if (!entry)
            list.cut = entry.error();
        if (!entry || !*entry)
            return list;
        PackageMember member = memberOf(*entry, caps);
        letters += member.path.size() + member.target.size();
        if (letters > caps.allNames) {
            list.cut = fail(ErrorCode::TooLarge, path).with(Fact::Limit, qint64(caps.allNames)).error();
            return list;
        }
        list.members.push_back(std::move(member));
    }
}

Result<QByteArray> readMember(
    const QString &path, qsizetype place, qsizetype most, const PackageCaps &caps, const std::stop_token &stop)
{
    OpenPackage package(path, caps, {}, stop);
    if (const auto opened = package.open(); !opened)
        return std::unexpected(opened.error());
    for (qsizetype at = 0; at <= place; ++at) {
        const auto entry = package.next();
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            return fail(ErrorCode::NotFound, path);
    }
    QByteArray content;
    while (content.size() < most) {
        const auto piece = package.read();
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->isEmpty())
            break;
        content.append(piece->first(std::min(piece->size(), most - content.size())));
    }
    return content;
}

Result<PackageMatches> searchPackage(const QString &path, const QString &text, const PackageCaps &caps,
    const PackageProgress &progress, const std::stop_token &stop)
{
    if (text.isEmpty())
        return fail(ErrorCode::BadValue, text);
    OpenPackage package(path, caps, progress, stop);
    if (const auto opened = package.open(); !opened)
        return std::unexpected(opened.error());
    PackageMatches matches;
    PieceSearch search(text.toUtf8());
    const auto cutBy = [&matches](const Error &error) -> Result<PackageMatches> {
        if (error.code == ErrorCode::Cancelled)
            return std::unexpected(error);
        matches.cut = error;
        return matches;
    };
    for (qsizetype place = 0;; ++place) {
        const auto entry = package.next();
        if (!entry)
            return cutBy(entry.error());
        if (!*entry)
            return matches;
        if (kindOf(*entry) != PackageMember::Kind::File)
            continue;
        ++matches.files;
        search.begin();
        qint64 count = 0;
        for (;;) {
            const auto piece = package.read();
            if (!piece)
                return cutBy(piece.error());
            if (piece->isEmpty())
                break;
            count += search.countIn(*piece);
        }
        if (count > 0)
            matches.members.emplace_back(place, count);
    }
}

} // namespace Sonde::Client
