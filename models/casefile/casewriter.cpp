// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/casewriter.h"

#include "models/casefile/casearchive.h"
#include "protocol/digest/digest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int MemberMode = 0600;
constexpr qsizetype CommentSizeBytes = 2;

struct WriteCloser {
    void operator()(archive *that) const { archive_write_free(that); }
    void operator()(archive_entry *that) const { archive_entry_free(that); }
};

} // namespace

struct CaseWriter::Parts {
    explicit Parts(const QString &path)
        : file(path)
    {
    }

    /// What libarchive made, kept back so far that the end of the archive can be changed.
    la_ssize_t take(QByteArrayView bytes)
    {
        tail += bytes;
        const qsizetype ready = std::max<qsizetype>(0, tail.size() - CommentSizeBytes);
        if (!put(QByteArrayView(tail).first(ready)))
            return -1;
        tail.remove(0, ready);
        return bytes.size();
    }
    bool put(QByteArrayView bytes)
    {
        hash.add(bytes);
        return file.write(bytes.data(), bytes.size()) == bytes.size();
    }

    QSaveFile file;
    QByteArray tail;
    Sha256 hash; ///< of what is in the file
    QJsonArray manifest;
    QByteArray name;
    std::optional<Sha256> memberHash;
    qint64 left = 0; ///< of the member that was begun
    qint64 size = 0;
    std::optional<Error> failure;
    std::unique_ptr<archive, WriteCloser> zip{archive_write_new()}; ///< the last one: it writes when it is given up
};

CaseWriter::CaseWriter(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

CaseWriter::~CaseWriter() = default;

Result<std::unique_ptr<CaseWriter>> CaseWriter::create(const QString &path)
{
    auto parts = std::make_unique<Parts>(path);
    // What was found on devices is nobody else's business.
    if (!parts->file.open(QIODevice::WriteOnly) || !parts->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::CannotWrite, path, parts->file.errorString());
    archive *zip = parts->zip.get();
    archive_write_set_format_zip(zip);
    archive_write_set_options(zip, "zip:compression=store,zip:hdrcharset=UTF-8");
    archive_write_set_bytes_per_block(zip, 0);
    const auto take = [](archive *, void *to, const void *bytes, size_t size) -> la_ssize_t {
        return static_cast<Parts *>(to)->take({static_cast<const char *>(bytes), qsizetype(size)});
    };
    archive_write_open(zip, parts.get(), nullptr, take, nullptr);
    return std::unique_ptr<CaseWriter>(new CaseWriter(std::move(parts)));
}

void CaseWriter::begin(const QByteArray &name, qint64 size)
{
    end();
    if (m_parts->failure)
        return;
    const std::unique_ptr<archive_entry, WriteCloser> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), MemberMode);
    archive_entry_set_size(entry.get(), size);
    m_parts->name = name;
    m_parts->size = m_parts->left = size;
    m_parts->memberHash.emplace();
    if (archive_write_header(m_parts->zip.get(), entry.get()) < ARCHIVE_WARN)
        m_parts->failure = Error{ErrorCode::CannotWrite, m_parts->file.fileName(), m_parts->file.errorString(), {}};
}

void CaseWriter::write(QByteArrayView bytes)
{
    if (m_parts->failure)
        return;
    m_parts->memberHash->add(bytes);
    m_parts->left -= bytes.size();
    const la_ssize_t written = archive_write_data(m_parts->zip.get(), bytes.data(), size_t(bytes.size()));
    if (written != bytes.size())
        m_parts->failure = Error{errno == ENOSPC ? ErrorCode::NoSpace : ErrorCode::CannotWrite,
            m_parts->file.fileName(), m_parts->file.errorString(), {}};
}

void CaseWriter::add(const QByteArray &name, const QByteArray &bytes)
{
    begin(name, bytes.size());
    write(bytes);
}

void CaseWriter::end()
{
    if (m_parts->failure || !m_parts->memberHash)
        return;
    if (m_parts->left != 0) {
        m_parts->failure = Error{ErrorCode::HashMismatch, QString::fromUtf8(m_parts->name), {}, {}};
        return;
    }
    m_parts->manifest.append(QJsonObject{{u"name"_s, QString::fromUtf8(m_parts->name)}, {u"size"_s, m_parts->size},
        {u"sha256"_s, QString::fromLatin1(m_parts->memberHash->result().toHex())}});
    m_parts->memberHash.reset();
}

Result<void> CaseWriter::finish(const QByteArray &key, const CaseSign &sign)
{
    end();
    add(CaseNames::Manifest, QJsonDocument(QJsonObject{{u"members"_s, m_parts->manifest}}).toJson());
    if (!m_parts->failure && archive_write_close(m_parts->zip.get()) < ARCHIVE_WARN)
        m_parts->failure = Error{ErrorCode::CannotWrite, m_parts->file.fileName(), m_parts->file.errorString(), {}};
    if (m_parts->failure)
        return std::unexpected(*m_parts->failure);
    return seal(key, sign);
}

/// The archive ends with the length of its comment, which has been none so far.
Result<void> CaseWriter::seal(const QByteArray &key, const CaseSign &sign)
{
    QByteArray length(CommentSizeBytes, '\0');
    qToLittleEndian(quint16(SealSize), length.data());
    m_parts->put(length);
    const QByteArray line = sealLine({key, sign(sealText(m_parts->hash.result()))});
    if (m_parts->file.write(line) != line.size() || !m_parts->file.commit())
        return fail(ErrorCode::CannotWrite, m_parts->file.fileName(), m_parts->file.errorString());
    return {};
}

} // namespace Sonde::Client
