// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casefile/casearchive.h"
#include "models/casefile/casewriter.h"
#include "protocol/journal/canonicalrecord.h"
#include "protocol/proof/entrytree.h"
#include "protocol/proof/proofkey.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace Sonde::Client {

/// Makes a journal as a service does, and case files of it as a workstation does, with keys of its own. What a case file is made of lies
/// open, so that a test can do to it what it likes.
class CaseWorkshop final
{
public:
    struct Case {
        CaseIndex index;
        std::map<quint64, QByteArray> records;
        std::vector<std::pair<QByteArray, QByteArray>> members; ///< outputs, proofs and lists

        [[nodiscard]] QByteArray &member(const QByteArray &name)
        {
            return std::ranges::find(members, name, &std::pair<QByteArray, QByteArray>::first)->second;
        }
    };

    /// Entries of sessions 3, 4 and 5 by turns, with commands that printed something.
    explicit CaseWorkshop(quint64 entries)
    {
        for (quint64 number = 1; number <= entries; ++number) {
            const SessionId session(3 + number % 3);
            if (number % 9 == 0)
                add(session, CommandId(number), finished(number));
            else
                add(session, CommandId(number), Event::CommandRejected{QStringLiteral("ps %1").arg(number), {}});
        }
    }

    void add(SessionId session, CommandId command, JournalEvent event)
    {
        JournalEntry entry{quint64(journal.size()) + 1,
            QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + qint64(journal.size()), QTimeZone::UTC),
            QStringLiteral("ada"), DeviceId(QStringLiteral("desk-1")), session, command, std::move(event),
            journal.empty() ? QByteArray(HashSize, '\0') : journal.back().hash, {}};
        entry.hash = entryHash(entry);
        journal.push_back(std::move(entry));
    }

    /// What command `number` printed.
    [[nodiscard]] static QByteArray output(quint64 number) { return "output of " + QByteArray::number(number) + '\n'; }

    [[nodiscard]] JournalPoint point(quint64 size) const
    {
        return {size, journal.at(size_t(size) - 1).hash, proof({}, size).root};
    }

    [[nodiscard]] Countersignature countersigned(quint64 size) const
    {
        return {point(size), workstation.point(), workstation.sign(countersignText(service.point(), point(size))),
            QDateTime::fromMSecsSinceEpoch(1'700'000'100'000, QTimeZone::UTC)};
    }

    /// Of these sessions, or of all, as the service had it at this size.
    [[nodiscard]] Case make(const std::vector<SessionId> &sessions, quint64 size,
        const std::vector<Countersignature> &countersignatures) const
    {
        Case made;
        made.index = {QDateTime::fromMSecsSinceEpoch(1'700'000'200'000, QTimeZone::UTC), QStringLiteral("ada"),
            QStringLiteral("Sonde"), QStringLiteral("a test"), service.point(), sessions, {}, countersignatures};
        for (const SessionId session : sessions.empty() ? std::vector{SessionId()} : sessions) {
            addStatement(made, session, size);
            for (const Countersignature &signature : countersignatures) {
                if (signature.at.size < size)
                    made.members.emplace_back(placeOf(CaseNames::ProofFolder, session, signature.at.size),
                        proof(session, signature.at.size).beside);
            }
        }
        return made;
    }

    /// The journal is read in the order of the numbers unless `journalBytes` says another one.
    [[nodiscard]] Result<void> write(const QString &path, const Case &made, const ProofKey &key,
        const std::optional<QByteArray> &journalBytes = {}) const
    {
        auto writer = CaseWriter::create(path);
        if (!writer)
            return std::unexpected(writer.error());
        for (const auto &[name, bytes] : made.members)
            (*writer)->add(name, bytes);
        QByteArray records;
        for (const auto &[number, record] : made.records)
            records += record;
        (*writer)->add(CaseNames::Journal, journalBytes.value_or(records));
        (*writer)->add(CaseNames::Index, toJson(made.index));
        return (*writer)->finish(key.point(), [&key](const QByteArray &text) { return key.sign(text); });
    }

    std::vector<JournalEntry> journal;
    ProofKey service = ProofKey::make().value();
    ProofKey workstation = ProofKey::make().value();

private:
    [[nodiscard]] static Event::CommandFinished finished(quint64 number)
    {
        Event::CommandFinished finished;
        finished.chunks = 1;
        finished.bytes = quint64(output(number).size());
        finished.outputSha256 = QCryptographicHash::hash(output(number), QCryptographicHash::Sha256);
        return finished;
    }

    [[nodiscard]] TreeProof proof(SessionId session, quint64 size) const
    {
        QByteArray hashes;
        std::vector<quint64> numbers;
        for (quint64 number = 1; number <= size; ++number) {
            const JournalEntry &entry = journal.at(size_t(number) - 1);
            hashes += entry.hash;
            if (!session.isValid() || entry.session == session)
                numbers.push_back(number);
        }
        return proveEntries(hashes, numbers);
    }

    void addStatement(Case &made, SessionId session, quint64 size) const
    {
        QByteArray listed;
        for (quint64 number = 1; number <= size; ++number) {
            const JournalEntry &entry = journal.at(size_t(number) - 1);
            if (session.isValid() && entry.session != session)
                continue;
            listed += entry.hash;
            made.records.emplace(number, canonicalRecord(entry));
            if (std::holds_alternative<Event::CommandFinished>(entry.event))
                made.members.emplace_back(CaseNames::OutputFolder + QByteArray::number(number), output(number));
        }
        CaseStatement said{session, point(size), quint64(listed.size() / HashSize),
            QCryptographicHash::hash(listed, QCryptographicHash::Sha256)};
        const QByteArray signature = service.sign(caseText(said));
        made.index.statements.push_back({std::move(said), signature});
        made.members.emplace_back(placeOf(CaseNames::EntriesFolder, session, size), listed);
        made.members.emplace_back(placeOf(CaseNames::ProofFolder, session, size), proof(session, size).beside);
    }
};

} // namespace Sonde::Client
