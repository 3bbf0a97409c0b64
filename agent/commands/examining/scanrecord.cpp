// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commands/examining/scanrecord.h"

#include "agent/examination/sweep.h"
#include "agent/system/storage/storage.h"
#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "protocol/digest/digest.h"

#include <QDateTime>
#include <QDir>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qint64 MostRecorded = 256LL * 1024 * 1024; ///< bytes; some millions of files
constexpr qint64 MostStep = 16LL * 1024 * 1024;
constexpr qsizetype CheckBytes = 8;
constexpr auto ForgottenAfterDays = std::chrono::days(2); ///< no scan runs for so long
constexpr QByteArrayView Beginning("sonde scan 1\n");

/// As Codec writes them.
struct KeptJudgement {
    Verdict verdict = Verdict::NotScanned;
    qint64 confidence = 0;
    std::vector<Engine> saidBy;
    std::optional<Error> why;
};

/// What is written at once.
struct ScanStep {
    QByteArray examined; ///< for each file its key, its verdict and its size
    KeptJudgement worst;
    quint32 rows = 0;
    QByteArray sent;
};

/// One file in ScanStep::examined.
constexpr qsizetype ExaminedBytes = SweepKeyBytes + 1 + qsizetype(sizeof(qint64));

KeptJudgement kept(const Judgement &judgement)
{
    return {judgement.verdict, qint64(judgement.confidence), judgement.saidBy, judgement.why};
}

Judgement judgementOf(const KeptJudgement &kept)
{
    return {kept.verdict, Confidence(std::clamp<qint64>(kept.confidence, 0, qint64(Confidence::High))), kept.saidBy,
        kept.why};
}

QByteArray checkOf(const QByteArray &bytes)
{
    return Digest::of(bytes, *EVP_sha256()).first(CheckBytes);
}

std::optional<ScanStep> readStep(QFile &file)
{
    quint32 size = 0;
    if (file.read(reinterpret_cast<char *>(&size), sizeof size) != sizeof size)
        return {};
    size = qFromBigEndian(size);
    const QByteArray check = file.read(CheckBytes);
    const QByteArray bytes = size <= MostStep ? file.read(size) : QByteArray();
    if (bytes.size() != qsizetype(size) || checkOf(bytes) != check)
        return {};
    const auto step = Codec::fromBytes<ScanStep>(bytes);
    return step && step->examined.size() % ExaminedBytes == 0 ? std::optional(*step) : std::nullopt;
}

void addStep(ScanRecord::Read &read, const ScanStep &step)
{
    for (qsizetype at = 0; at < step.examined.size(); at += ExaminedBytes) {
        const QByteArray one = step.examined.mid(at, ExaminedBytes);
        const auto verdict = Verdict(std::min<int>(one.at(SweepKeyBytes), int(Verdict::Malicious)));
        read.sum.add(one.first(SweepKeyBytes), verdict, qFromBigEndian<qint64>(one.constData() + SweepKeyBytes + 1));
    }
    read.sum.worst = judgementOf(step.worst);
    if (step.rows > 0)
        read.sent.push_back({step.rows, step.sent});
}

} // namespace

void ScanSum::add(const QByteArray &key, Verdict verdict, qint64 size)
{
    ++files;
    bytes += size;
    ++verdicts[verdict];
    if (!key.isEmpty())
        keys.insert(key);
}

ScanRecord::ScanRecord(const QString &path)
    : m_file(path)
{
}

Result<void> ScanRecord::begin()
{
    m_file.remove();
    const bool isBegun =
        m_file.open(QFile::ReadWrite | QFile::NewOnly | QFile::Unbuffered, QFile::ReadOwner | QFile::WriteOwner)
        && m_file.write(Beginning.data(), Beginning.size()) == Beginning.size();
    return isBegun ? flushToDisk(m_file) : fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
}

Result<ScanRecord::Read> ScanRecord::resume()
{
    if (!m_file.open(QFile::ReadWrite | QFile::ExistingOnly) || m_file.read(Beginning.size()) != Beginning)
        return fail(ErrorCode::Interrupted, u"scan"_s, Reason::SeenBeforeRestart);
    Read read;
    qint64 whole = m_file.pos();
    while (const auto step = readStep(m_file)) {
        addStep(read, *step);
        whole = m_file.pos();
    }
    if (!m_file.resize(whole) || !m_file.seek(whole))
        return fail(ErrorCode::Interrupted, u"scan"_s, Reason::SeenBeforeRestart);
    return read;
}

void ScanRecord::add(const PartExamination &part, const QByteArray &key)
{
    const qint64 size = qToBigEndian(part.size.value_or(0));
    m_examined += key.isEmpty() ? QByteArray(SweepKeyBytes, '\0') : key;
    m_examined += char(part.judgement.verdict);
    m_examined.append(reinterpret_cast<const char *>(&size), sizeof size);
}

void ScanRecord::write(const Judgement &worst, const SentRows &sent)
{
    if (m_isGivenUp || !m_file.isOpen() || (m_examined.isEmpty() && sent.rows == 0))
        return;
    const QByteArray bytes =
        Codec::toBytes(ScanStep{std::exchange(m_examined, {}), kept(worst), sent.rows, sent.bytes});
    const quint32 size = qToBigEndian(quint32(bytes.size()));
    const QByteArray whole = QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + checkOf(bytes) + bytes;
    const bool fits =
        m_file.pos() + whole.size() <= MostRecorded && m_file.write(whole) == whole.size() && m_file.flush();
    if (!fits || (sent.rows > 0 && !flushToDisk(m_file))) {
        m_isGivenUp = true;
        remove();
    }
}

void ScanRecord::remove()
{
    m_file.remove();
}

void ScanRecord::removeForgotten(const QString &folder)
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addDuration(-ForgottenAfterDays);
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (file.lastModified() < before)
            QFile::remove(file.filePath());
    }
}

} // namespace Sonde::Agent
