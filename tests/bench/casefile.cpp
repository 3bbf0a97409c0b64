// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/casearchive.h"
#include "models/casefile/caseverifier.h"
#include "models/casefile/casewriter.h"
#include "protocol/journal/canonicalrecord.h"
#include "protocol/proof/entrytree.h"
#include "protocol/proof/proofkey.h"
#include "tests/bench/benchmark.h"
#include "tests/measuring/samples.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Sonde::Client::Bench {

namespace {

constexpr quint64 Entries = 1'000'000;
constexpr double MostSeconds = 5;
constexpr int Runs = 3;

struct WholeJournal {
    QByteArray records;
    QByteArray hashes;
    EntryTree tree;
};

WholeJournal makeJournal()
{
    WholeJournal journal;
    QByteArray previous(HashSize, '\0');
    for (quint64 number = 1; number <= Entries; ++number) {
        JournalEntry entry{number, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + qint64(number), QTimeZone::UTC),
            u"ada"_s, DeviceId(u"0123456789abcdef0123456789abcdef"_s), SessionId(number / 40 + 1), CommandId(number),
            Event::CommandRejected{u"fileinfo /usr/bin/program-%1"_s.arg(number), {}}, previous, {}};
        const QByteArray record = canonicalRecord(entry);
        previous = QCryptographicHash::hash(record, QCryptographicHash::Sha256);
        journal.records += record;
        journal.hashes += previous;
        journal.tree.add(previous);
    }
    return journal;
}

Result<void> writeCase(const QString &path, const WholeJournal &journal)
{
    const auto service = ProofKey::make();
    if (!service)
        return std::unexpected(service.error());
    const CaseStatement said{{}, {Entries, journal.hashes.last(HashSize), journal.tree.root()}, Entries,
        QCryptographicHash::hash(journal.hashes, QCryptographicHash::Sha256)};
    CaseIndex index;
    index.journalKey = service->point();
    index.statements = {{said, service->sign(caseText(said))}};
    auto writer = CaseWriter::create(path);
    if (!writer)
        return std::unexpected(writer.error());
    (*writer)->add(CaseNames::Journal, journal.records);
    (*writer)->add(placeOf(CaseNames::EntriesFolder, {}, Entries), journal.hashes);
    (*writer)->add(placeOf(CaseNames::ProofFolder, {}, Entries), {});
    (*writer)->add(CaseNames::Index, toJson(index));
    return (*writer)->finish(service->point(), [&service](const QByteArray &text) { return service->sign(text); });
}

} // namespace

Result<Measurements> casefile()
{
    const QTemporaryDir folder(fastFolder() + u"/sonde-case-XXXXXX"_s);
    const QString path = folder.filePath(u"case.zip"_s);
    if (const auto written = writeCase(path, makeJournal()); !written)
        return std::unexpected(written.error());
    Samples seconds;
    for (int i = 0; i < Runs; ++i) {
        const Stopwatch watch;
        const auto verdict = verifyCase(path);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (!verdict->isWhole() || verdict->entries != Entries)
            return fail(ErrorCode::Internal, u"casefile"_s, u"it is not whole"_s);
        seconds.add(watch.seconds());
    }
    return Measurements{{u"casefile.verify-1000000"_s, seconds.median(), u"s"_s, {.most = MostSeconds}}};
}

} // namespace Sonde::Client::Bench
