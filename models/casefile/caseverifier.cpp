// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/casefile/caseverifier.h"

#include "models/casefile/casearchive.h"
#include "models/casefile/caseentries.h"
#include "protocol/digest/digest.h"
#include "protocol/digest/quickdigest.h"
#include "protocol/proof/entrytree.h"
#include "protocol/proof/proofkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <set>

namespace Sonde::Client {

namespace {

using Fault = CaseFinding::Fault;
constexpr size_t MostFindings = 1000;

QByteArrayView viewOf(const Sha256Bytes &hash)
{
    return {hash.data(), qsizetype(hash.size())};
}

/// Where entries are not those of the list: the number of the one that should have been another or none, or of the last one before those
/// that are missing.
std::optional<quint64> firstDifference(std::span<const TreeEntry> entries, QByteArrayView listed)
{
    const size_t count = size_t(listed.size() / HashSize);
    for (size_t i = 0; i < std::min(entries.size(), count); ++i) {
        if (viewOf(entries[i].hash) != listed.sliced(qsizetype(i) * HashSize, HashSize))
            return entries[i].number;
    }
    if (entries.size() == count)
        return {};
    return entries.empty() ? 0 : entries[std::min(entries.size() - 1, count)].number;
}

class CaseCheck
{
public:
    CaseCheck(const CaseArchive &archive, const std::stop_token &stop)
        : m_archive(archive)
        , m_stop(stop)
    {
    }

    CaseVerdict run()
    {
        checkSeal();
        checkManifest();
        readIndex();
        readEntries();
        checkMissing();
        checkRest();
        checkStatements();
        checkCountersignatures();
        m_verdict.members = m_archive.members.size();
        m_verdict.entries = m_all.size();
        return std::move(m_verdict);
    }

private:
    void find(CaseFinding finding)
    {
        if (m_verdict.findings.size() < MostFindings)
            m_verdict.findings.push_back(std::move(finding));
    }
    void findMember(Fault fault, const QByteArray &name) { find({fault, QString::fromUtf8(name)}); }
    void findEntry(Fault fault, quint64 number) { find({.fault = fault, .entry = number}); }
    [[nodiscard]] const CaseMember *member(const QByteArray &name) const
    {
        const auto found = m_archive.members.find(name);
        return found == m_archive.members.end() ? nullptr : &found->second;
    }
    [[nodiscard]] QByteArray bytesOf(const QByteArray &name) const
    {
        const CaseMember *found = member(name);
        return found ? found->bytes : QByteArray();
    }

    void checkSeal();
    void checkManifest();
    void readIndex();
    void readEntries();
    void checkEntry(const CaseEntry &entry);
    void checkOutput(const CaseEntry &entry);
    void checkEvidence(const CaseEntry &entry);
    void noteRemoval(const CaseEntry &entry);
    void checkMissing();
    void checkRest();
    void checkStatements();
    void checkStatement(const SignedStatement &statement);
    void checkCountersignatures();
    void checkCountersignature(const Countersignature &signature);
    [[nodiscard]] std::span<const TreeEntry> entriesOf(SessionId session, quint64 size) const;
    [[nodiscard]] bool leadsTo(SessionId session, const JournalPoint &point) const;
    void checkHash(const JournalPoint &point);

    const CaseArchive &m_archive;
    const std::stop_token &m_stop;
    CaseVerdict m_verdict;
    std::vector<TreeEntry> m_all;
    std::map<quint64, std::vector<TreeEntry>> m_ofSession;
    std::vector<std::pair<quint64, CaseFinding>> m_missing; ///< by session
    std::map<quint64, quint64> m_outputRemoved;             ///< of a session by an entry
    std::set<QByteArray> m_spokenOf;                        ///< outputs and evidence that an entry speaks of
};

void CaseCheck::checkSeal()
{
    if (!m_archive.isWhole)
        find({Fault::ArchiveDamaged});
    if (!m_archive.seal)
        return find({Fault::NoSeal});
    m_verdict.sealKey = m_archive.seal->key;
    if (!proofVerify(m_archive.seal->key, sealText(m_archive.sha256), m_archive.seal->signature))
        find({Fault::SealBroken});
}

void CaseCheck::checkManifest()
{
    std::set<QByteArray> listed{CaseNames::Manifest};
    const QJsonObject manifest = QJsonDocument::fromJson(bytesOf(CaseNames::Manifest)).object();
    for (const QJsonValue value : manifest.value(QLatin1StringView("members")).toArray()) {
        const QByteArray name = value[QLatin1StringView("name")].toString().toUtf8();
        listed.insert(name);
        const CaseMember *found = member(name);
        if (!found)
            findMember(Fault::MemberMissing, name);
        else if (found->size != quint64(value[QLatin1StringView("size")].toInteger(-1))
            || QString::fromLatin1(found->sha256.toHex()) != value[QLatin1StringView("sha256")].toString())
            findMember(Fault::MemberChanged, name);
    }
    if (!member(CaseNames::Manifest))
        findMember(Fault::MemberMissing, CaseNames::Manifest);
    for (const auto &[name, found] : m_archive.members) {
        if (found.isTwice)
            findMember(Fault::MemberTwice, name);
        if (found.isDamaged)
            findMember(Fault::MemberDamaged, name);
        if (!listed.contains(name))
            findMember(Fault::MemberUnlisted, name);
    }
}

void CaseCheck::readIndex()
{
    if (auto index = indexFromJson(bytesOf(CaseNames::Index)))
        m_verdict.index = *std::move(index);
    else
        findMember(Fault::OtherFormat, CaseNames::Index);
}

void CaseCheck::readEntries()
{
    const QByteArray journal = bytesOf(CaseNames::Journal);
    Sha256Bytes chain{};
    for (QByteArrayView rest = journal; !rest.isEmpty() && !m_stop.stop_requested();) {
        const auto entry = nextEntry(rest);
        const quint64 before = m_all.empty() ? 0 : m_all.back().number;
        if (!entry)
            return findEntry(Fault::EntryMalformed, before);
        if (entry->number <= before)
            return findEntry(Fault::EntryOutOfOrder, entry->number);
        if (entry->number == before + 1 && entry->previous != viewOf(chain))
            findEntry(Fault::ChainBroken, entry->number);
        chain = sha256Of(entry->record);
        m_all.push_back({entry->number, chain});
        if (!m_verdict.index.sessions.empty())
            m_ofSession[entry->session].push_back(m_all.back());
        checkEntry(*entry);
    }
}

void CaseCheck::checkEntry(const CaseEntry &entry)
{
    if (entry.kind == "command-finished")
        checkOutput(entry);
    else if (entry.kind == "evidence-stored")
        checkEvidence(entry);
    else if (entry.kind == "content-removed")
        noteRemoval(entry);
}

/// What a later version removes besides is not known here, and excuses nothing.
void CaseCheck::noteRemoval(const CaseEntry &entry)
{
    const auto what = textFact(entry.facts, "what");
    if (what == QByteArrayView("output"))
        m_outputRemoved[entry.session] = entry.number;
    if (what == QByteArrayView("output") || what == QByteArrayView("evidence"))
        m_verdict.removals.push_back({SessionId(entry.session), entry.number, what == QByteArrayView("output")});
}

/// An entry that says that it was removed comes later than the output.
void CaseCheck::checkMissing()
{
    for (const auto &[session, finding] : m_missing) {
        const auto removed = m_outputRemoved.find(session);
        if (removed == m_outputRemoved.end() || removed->second < finding.entry)
            find(finding);
    }
}

void CaseCheck::checkOutput(const CaseEntry &entry)
{
    if (numberFact(entry.facts, "chunks").value_or(1) == 0)
        return;
    const QByteArray name = CaseNames::OutputFolder + QByteArray::number(entry.command);
    const CaseMember *found = member(name);
    m_spokenOf.insert(name);
    if (!found)
        m_missing.emplace_back(entry.session, CaseFinding{Fault::OutputMissing, QString::fromUtf8(name), entry.number});
    else if (bytesFact(entry.facts, "outputSha256") != QByteArrayView(found->sha256))
        find({Fault::OutputDiffers, QString::fromUtf8(name), entry.number});
}

void CaseCheck::checkEvidence(const CaseEntry &entry)
{
    const QByteArray name = CaseNames::EvidenceFolder + QByteArray::number(entry.command);
    const CaseMember *found = member(name);
    m_spokenOf.insert(name);
    if (found && bytesFact(entry.facts, "sha256") != QByteArrayView(found->sha256))
        find({Fault::EvidenceDiffers, QString::fromUtf8(name), entry.number});
}

void CaseCheck::checkRest()
{
    for (const auto &[name, found] : m_archive.members) {
        const bool isOfEntry = name.startsWith(CaseNames::OutputFolder) || name.startsWith(CaseNames::EvidenceFolder);
        if (isOfEntry && !m_spokenOf.contains(name))
            findMember(Fault::OfNoEntry, name);
    }
}

std::span<const TreeEntry> CaseCheck::entriesOf(SessionId session, quint64 size) const
{
    const auto found = m_ofSession.find(session.value());
    std::span<const TreeEntry> entries;
    if (!session.isValid())
        entries = m_all;
    else if (found != m_ofSession.end())
        entries = found->second;
    const auto end = std::ranges::upper_bound(entries, size, {}, &TreeEntry::number);
    return entries.first(size_t(end - entries.begin()));
}

bool CaseCheck::leadsTo(SessionId session, const JournalPoint &point) const
{
    const QByteArray beside = bytesOf(placeOf(CaseNames::ProofFolder, session, point.size));
    return rootOf(point.size, entriesOf(session, point.size), beside) == point.root;
}

void CaseCheck::checkHash(const JournalPoint &point)
{
    const auto found = std::ranges::lower_bound(m_all, point.size, {}, &TreeEntry::number);
    if (found != m_all.end() && found->number == point.size && viewOf(found->hash) != point.hash)
        findEntry(Fault::AnotherSigned, point.size);
}

void CaseCheck::checkStatements()
{
    std::set<SessionId> wanted(m_verdict.index.sessions.begin(), m_verdict.index.sessions.end());
    if (wanted.empty())
        wanted.insert(SessionId());
    std::set<SessionId> said;
    for (const SignedStatement &statement : m_verdict.index.statements) {
        said.insert(statement.said.session);
        checkStatement(statement);
    }
    if (said != wanted || said.size() != m_verdict.index.statements.size())
        findMember(Fault::StatementsIncomplete, CaseNames::Index);
    for (const auto &[session, entries] : m_ofSession) {
        if (!wanted.contains(SessionId(session)))
            findEntry(Fault::NothingSigned, entries.front().number);
    }
}

void CaseCheck::checkStatement(const SignedStatement &statement)
{
    const CaseStatement &said = statement.said;
    if (!proofVerify(m_verdict.index.journalKey, caseText(said), statement.signature))
        find({.fault = Fault::StatementUnsigned, .session = said.session});
    const auto entries = entriesOf(said.session, said.at.size);
    const QByteArray listed = bytesOf(placeOf(CaseNames::EntriesFolder, said.session, said.at.size));
    if (quint64(listed.size()) != said.entries * HashSize || Digest::of(listed, *EVP_sha256()) != said.digest)
        find({.fault = Fault::ListDiffers, .session = said.session});
    if (const auto different = firstDifference(entries, listed))
        find({.fault = Fault::EntriesDiffer, .entry = *different, .session = said.session});
    if (!leadsTo(said.session, said.at))
        find({.fault = Fault::NotInJournal, .session = said.session});
    checkHash(said.at);
    if (!m_all.empty() && m_all.back().number > said.at.size)
        findEntry(Fault::NothingSigned, m_all.back().number);
}

void CaseCheck::checkCountersignatures()
{
    for (const Countersignature &signature : m_verdict.index.countersignatures)
        checkCountersignature(signature);
}

void CaseCheck::checkCountersignature(const Countersignature &signature)
{
    const QByteArray text = countersignText(m_verdict.index.journalKey, signature.at);
    if (!proofVerify(signature.key, text, signature.signature))
        find({.fault = Fault::CountersignatureUnsigned, .time = signature.time});
    checkHash(signature.at);
    for (const SignedStatement &statement : m_verdict.index.statements) {
        if (signature.at.size > statement.said.at.size)
            find({.fault = Fault::JournalCut, .entry = statement.said.at.size + 1, .time = signature.time});
        else if (!leadsTo(statement.said.session, signature.at))
            find({.fault = Fault::NotCountersigned,
                .entry = signature.at.size,
                .session = statement.said.session,
                .time = signature.time});
    }
}

} // namespace

Result<CaseVerdict> verifyCase(const QString &path, const std::stop_token &stop)
{
    const auto archive = readCase(path, stop);
    if (!archive)
        return std::unexpected(archive.error());
    CaseVerdict verdict = CaseCheck(*archive, stop).run();
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, path);
    return verdict;
}

} // namespace Sonde::Client

#include "moc_caseverifier.cpp"
