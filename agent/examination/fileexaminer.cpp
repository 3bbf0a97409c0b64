// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/fileexaminer.h"

#include "agent/evidence/filesource.h"
#include "agent/examination/heuristics/fileheuristics.h"
#include "agent/examination/heuristics/openfolders.h"
#include "agent/formats/fileformat.h"
#include "agent/formats/type/filetype.h"
#include "agent/system/files/filetree.h"
#include "agent/system/packages/packages.h"
#include "protocol/base/codec.h"
#include "protocol/base/devicepath.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qint64 AnySize = std::numeric_limits<qint64>::max();

PartExamination notOpened(PartExamination part, const Error &why)
{
    part.reports = {EngineReport::stopped(Engine::Heuristics, Looked::Failed, why)};
    part.judgement = judge(part.reports);
    return part;
}

/// As fileinfo does it: the certificates that the agent was given, and the authorities of its system.
TrustedRoots trusted(const QString &agentFolder)
{
    return {QSslCertificate::fromPath(
                agentFolder + u"/publishers/*"_s, QSsl::Pem, QSslCertificate::PatternSyntax::Wildcard),
        true};
}

EngineReport signatureReport(const SignatureVerdict &verdict)
{
    EngineReport report{.engine = Engine::Signature};
    const QString state = Codec::wireName(verdict.state);
    if (verdict.state == SignatureState::Valid)
        report.findings = {{u"signature-valid"_s, Weight::Note, verdict.signer}};
    else if (verdict.state == SignatureState::Tampered || verdict.state == SignatureState::Appended)
        report.findings = {{u"signature-"_s + state, Weight::Suspicious, verdict.signer}};
    return report;
}

/// Its record is an MD5 that root can rewrite: that it fits proves nothing, that it does not fit is worth a look.
EngineReport packageReport(const std::optional<PackageFile> &package, const FileHashes &hashes)
{
    EngineReport report{.engine = Engine::Package};
    if (!package)
        return report;
    const QString name = u"%1 %2 (%3)"_s.arg(package->package, package->version, package->manager);
    for (const QByteArray &hash : {hashes.md5, hashes.sha1, hashes.sha256}) {
        if (package->digest.size() != hash.size())
            continue;
        if (package->digest == hash)
            report.findings = {{u"package-intact"_s, Weight::Note, name}};
        else if (!package->isConfiguration)
            report.findings = {{u"package-file-changed"_s, Weight::Suspicious, name}};
        return report;
    }
    report.findings = {{u"package-file"_s, Weight::Note, name}};
    return report;
}

bool isPreloaded(const QByteArray &root, const QByteArray &path)
{
    const Linux::FileTree tree(root);
    const auto text = tree.tryRead("/etc/ld.so.preload");
    return text && QByteArray(*text).replace('\n', ' ').simplified().split(' ').contains(path);
}

} // namespace

struct FileExaminer::Content {
    QString type;
    FileHashes hashes;
    FormatReport format;
};

FileExaminer::FileExaminer(const ExaminationKit &kit, QString agentFolder)
    : m_kit(kit)
    , m_agentFolder(std::move(agentFolder))
    , m_engines(makeEngines(kit))
{
}

void FileExaminer::look(
    PartExamination &part, const OpenFile &file, const FileHashes *hashes, const std::stop_token &stop)
{
    const Specimen specimen{file.handle(), part.size.value_or(0), hashes};
    for (const auto &engine : m_engines)
        part.reports.push_back(engine->examine(specimen, stop));
    for (const Error &why : m_kit.whyNoList)
        part.reports.push_back(EngineReport::stopped(Engine::KnownBad, Looked::Failed, why));
}

PartExamination FileExaminer::glance(const FilePlace &place, const std::stop_token &stop)
{
    PartExamination part{.part = Part::File, .path = place.shown};
    const auto file = openRegularFile(place.path);
    if (!file)
        return notOpened(part, file.error());
    part.size = (*file)->size();
    std::optional<FileHashes> hashes;
    if (m_kit.hasLists()) {
        const auto made = hashFile(**file, AnySize, stop, [](qint64) {});
        if (!made)
            return notOpened(part, made.error());
        hashes = *made;
        part.sha256 = hashes->sha256;
    }
    look(part, **file, hashes ? &*hashes : nullptr, stop);
    part.judgement = judge(part.reports);
    return part;
}

PartExamination FileExaminer::examine(
    const FilePlace &place, Part kind, const std::stop_token &stop, const Progress &progress)
{
    PartExamination part{.part = kind, .path = place.shown};
    const auto facts = m_files.facts(place.path, Links::Follow);
    const auto file = facts.and_then([&](const FileFacts &) { return openRegularFile(place.path); });
    if (!file)
        return notOpened(part, facts ? file.error() : facts.error());
    part.size = facts->size;
    const FileSource source(**file, facts->size);
    const SignatureTerms terms{trusted(m_agentFolder), QDateTime::currentDateTimeUtc()};
    ContentPass pass;
    const QString name = QString::fromUtf8(place.shown.sliced(place.shown.lastIndexOf('/') + 1));
    const auto reader = formatReader(source, name, pass, terms);
    const auto hashes = hashFile(**file, AnySize, stop, [&](qint64 done) { progress(done, facts->size); }, &pass);
    if (!hashes)
        return notOpened(part, hashes.error());
    part.sha256 = hashes->sha256;
    const Content content{fileType(source).name, *hashes, reader ? reader->report() : FormatReport()};
    look(part, **file, &*hashes, stop);
    for (EngineReport &report : backgroundOf(place, *facts, content, stop))
        part.reports.push_back(std::move(report));
    part.judgement = judge(part.reports);
    return part;
}

std::vector<EngineReport> FileExaminer::backgroundOf(
    const FilePlace &place, const FileFacts &facts, const Content &content, const std::stop_token &stop) const
{
    const QByteArray path = resolveLinks(place.path).value_or(place.shown);
    const auto package = packageOf(path, m_kit.root, stop);
    FileObservation seen{.path = path, .facts = facts, .type = content.type, .details = content.format.details};
    seen.capabilities = m_files.capabilities(place.path).value_or(QString());
    seen.packaged = package.has_value();
    seen.preloaded = isPreloaded(m_kit.root, path);
    seen.inOpenFolder = liesInOpenFolder(path, factsFrom(m_files));
    seen.now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    return {signatureReport(content.format.signature), packageReport(package, content.hashes),
        {.engine = Engine::Heuristics, .findings = fileHeuristics(seen)}};
}

std::vector<EngineReport> FileExaminer::examineMemory(qint64 pid, const std::stop_token &stop)
{
    std::vector<EngineReport> reports;
    for (const auto &engine : m_engines) {
        if (auto report = engine->examineMemory(pid, stop))
            reports.push_back(std::move(*report));
    }
    return reports;
}

} // namespace Sonde::Agent
