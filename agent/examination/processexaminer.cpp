// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/processexaminer.h"

#include "agent/examination/heuristics/openfolders.h"
#include "agent/examination/heuristics/processheuristics.h"
#include "agent/system/files/capabilityparser.h"
#include "agent/system/packages/packages.h"
#include "agent/system/processes/mapsparser.h"
#include "agent/system/processes/processes.h"
#include "agent/system/processes/procparser.h"
#include "protocol/base/reason.h"

#include <QSet>
#include <algorithm>
#include <fcntl.h>
#include <future>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

using Linux::Descriptor;
using Linux::MemoryRegion;

constexpr qint64 MostMapsBytes = 64LL * 1024 * 1024;
constexpr qint64 MostStatusBytes = 64LL * 1024;
constexpr qint64 MostEnvironmentBytes = 2LL * 1024 * 1024;

QByteArray folderOfProcess(qint64 pid)
{
    return "/proc/" + QByteArray::number(pid);
}

Result<QByteArray> readProcessFile(qint64 pid, const char *name, qint64 most)
{
    const QByteArray path = folderOfProcess(pid) + '/' + name;
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    return file.isOpen() ? Linux::readRest(file, most)
                         : Result<QByteArray>(std::unexpected(errorFromErrno(errno, QString::fromUtf8(path))));
}

/// Whether a file of this name, in whatever state, is the one that is open there; none: there is no file of this name.
enum class NameOf { TheSame, Another, Nothing };
NameOf nameLeadsTo(const QByteArray &path, const struct stat &file)
{
    struct stat named{};
    if (::lstat(path.constData(), &named) != 0)
        return NameOf::Nothing;
    return named.st_ino == file.st_ino && named.st_dev == file.st_dev ? NameOf::TheSame : NameOf::Another;
}

/// The regions that code can run from.
std::vector<MemoryRegion> codeRegions(const QByteArray &maps)
{
    std::vector<MemoryRegion> regions;
    qsizetype from = 0;
    for (qsizetype end = maps.indexOf('\n'); end >= 0; end = maps.indexOf('\n', from)) {
        auto region = Linux::parseMapsLine(QByteArrayView(maps).sliced(from, end - from));
        from = end + 1;
        if (region && region->executable && !region->isKernels())
            regions.push_back(std::move(*region));
    }
    return regions;
}

/// Through the process: this leads to the file that it has mapped, whatever has its name now.
QByteArray mapFile(qint64 pid, const MemoryRegion &region)
{
    return folderOfProcess(pid) + "/map_files/" + QByteArray::number(region.start, 16) + '-'
        + QByteArray::number(region.end, 16);
}

/// What was found of its image, too, is said once.
std::vector<Finding> withoutThoseOf(const std::vector<PartExamination> &parts, std::vector<Finding> findings)
{
    const auto isSaid = [&parts](const Finding &finding) {
        const auto isIt = [&finding](const Finding &one) {
            return one.name == finding.name && one.evidence == finding.evidence;
        };
        return std::ranges::any_of(parts, [&isIt](const PartExamination &part) {
            return std::ranges::any_of(part.reports,
                [&isIt](const EngineReport &report) { return std::ranges::any_of(report.findings, isIt); });
        });
    };
    std::erase_if(findings, isSaid);
    return findings;
}

class Subject final
{
public:
    Subject(qint64 pid, const ProcessFacts &facts)
        : m_pid(pid)
        , m_facts(facts)
    {
    }

    [[nodiscard]] ProcessObservation observe(const ProcessTable &table, const std::vector<MemoryRegion> &code,
        const QByteArray &root, const std::stop_token &stop) const
    {
        ProcessObservation seen{.pid = m_pid, .name = m_facts.name, .image = m_facts.image};
        seen.commandLine = m_facts.commandLine;
        seen.workingDirectory = m_facts.workingDirectory;
        const FileSystem files;
        seen.imageInOpenFolder = liesInOpenFolder(m_facts.image, factsFrom(files));
        seen.worksInOpenFolder = liesInOpenFolder(m_facts.workingDirectory + '/', factsFrom(files));
        if (const auto parent = table.facts(m_facts.parent))
            seen.parentName = parent->name;
        seen.standardInput = Linux::readLink(folderOfProcess(m_pid) + "/fd/0").value_or(QByteArray());
        seen.standardOutput = Linux::readLink(folderOfProcess(m_pid) + "/fd/1").value_or(QByteArray());
        seen.preloads = preloads();
        seen.capabilities = capabilities();
        if (!m_facts.image.isEmpty())
            seen.packaged = packageOf(m_facts.image, root, stop).has_value();
        observeImage(seen);
        for (const MemoryRegion &region : code)
            seen.code.push_back({region.start, region.end, region.writable, region.path, region.isMemfd(),
                region.deleted || region.isMemfd()});
        return seen;
    }

private:
    /// The kernel writes " (deleted)" behind a name, and anybody can call a file so: the count of names is asked.
    void observeImage(ProcessObservation &seen) const
    {
        struct stat image{};
        if (::stat(QByteArray(folderOfProcess(m_pid) + "/exe").constData(), &image) != 0)
            return;
        const NameOf name = nameLeadsTo(m_facts.image, image);
        seen.imageIsMemfd = image.st_nlink == 0 && m_facts.image.startsWith("/memfd:");
        seen.imageIsGone = image.st_nlink == 0 && name == NameOf::Nothing;
        seen.imageIsReplaced = image.st_nlink == 0 && name == NameOf::Another;
    }

    /// Those of root it has by being root, and in a user namespace of its own anybody has all of them: that is nothing odd.
    [[nodiscard]] QString capabilities() const
    {
        const auto text = readProcessFile(m_pid, "status", MostStatusBytes);
        const auto status = text.and_then(Linux::parseProcStatus);
        const auto users = [](const QByteArray &process) { return Linux::readLink("/proc/" + process + "/ns/user"); };
        if (!status || status->effectiveUser == 0 || users(QByteArray::number(m_pid)) != users("1"))
            return {};
        return Linux::mightyCapabilities(status->capabilities);
    }

    [[nodiscard]] QByteArrayList preloads() const
    {
        const auto environment = readProcessFile(m_pid, "environ", MostEnvironmentBytes).value_or(QByteArray());
        constexpr QByteArrayView name("LD_PRELOAD=");
        for (const QByteArray &variable : environment.split('\0')) {
            if (!variable.startsWith(name))
                continue;
            QByteArrayList libraries = variable.sliced(name.size()).replace(':', ' ').simplified().split(' ');
            libraries.removeAll(QByteArray());
            return libraries;
        }
        return {};
    }

    qint64 m_pid;
    const ProcessFacts &m_facts;
};

/// One region of each file; what is no regular file is not there to be opened.
std::vector<MemoryRegion> mappedFiles(const std::vector<MemoryRegion> &code, const QByteArray &image)
{
    QSet<std::pair<QByteArray, quint64>> seen;
    std::vector<MemoryRegion> files;
    for (const MemoryRegion &region : code) {
        const std::pair key(region.path, region.inode);
        if (region.inode == 0 || region.isDevice() || region.path == image || seen.contains(key))
            continue;
        seen.insert(key);
        files.push_back(region);
    }
    return files;
}

} // namespace

Result<ProcessExamination> examineProcess(qint64 pid, const ExaminationKit &kit, const QString &agentFolder,
    const std::stop_token &stop, const std::function<void(qint64 done, qint64 total)> &progress)
{
    const ProcessTable table;
    const auto facts = table.facts(pid);
    if (!facts)
        return std::unexpected(facts.error());
    // Its files would be those of what is mounted over them: whose verdict would it be?
    if (std::ranges::contains(table.covered(), pid))
        return fail(ErrorCode::ProcessHidden, QString::number(pid));
    if (facts->isKernelThread)
        return fail(ErrorCode::NotSupported, QString::number(pid), Reason::NoFileOfIt);
    // Its memory takes longest, and there is a process apart that reads it: beside it the files are looked at.
    auto memory =
        std::async(std::launch::async, [&] { return FileExaminer(kit, agentFolder).examineMemory(pid, stop); });
    ProcessExamination all;
    const auto maps = readProcessFile(pid, "maps", MostMapsBytes);
    if (!maps)
        all.errors.push_back(maps.error());
    const auto code = codeRegions(maps.value_or(QByteArray()));
    auto files = mappedFiles(code, facts->image);
    if (std::ssize(files) > MostMappedFiles) {
        all.errors.push_back(
            Error{ErrorCode::LimitReached, QString::number(pid), {}, {}}.with(Fact::Limit, MostMappedFiles));
        files.resize(MostMappedFiles);
    }
    all.parts.push_back({.part = Part::Process, .path = facts->image, .pid = pid});
    const qint64 total = std::ssize(files) + 2;
    FileExaminer examiner(kit, agentFolder);
    const auto ignored = [](qint64, qint64) {};
    const auto add = [&](const FilePlace &place, Part kind) {
        PartExamination part = examiner.examine(place, kind, stop, ignored);
        part.pid = pid;
        all.parts.push_back(std::move(part));
        progress(std::ssize(all.parts) - 1, total);
    };
    if (!facts->image.isEmpty())
        add({facts->image, folderOfProcess(pid) + "/exe"}, Part::Image);
    for (const MemoryRegion &region : files) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        add({region.path, mapFile(pid, region)}, Part::MappedFile);
    }

    PartExamination &process = all.parts.front();
    process.reports = memory.get();
    process.reports.push_back({.engine = Engine::Heuristics,
        .findings =
            withoutThoseOf(all.parts, processHeuristics(Subject(pid, *facts).observe(table, code, kit.root, stop)))});
    if (!maps)
        process.reports.push_back(EngineReport::stopped(Engine::Heuristics, Looked::Failed, maps.error()));
    process.judgement = judge(process.reports);
    progress(total, total);
    return all;
}

} // namespace Sonde::Agent
