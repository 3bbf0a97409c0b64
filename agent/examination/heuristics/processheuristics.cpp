// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/heuristics/processheuristics.h"

#include "agent/examination/heuristics/systemnames.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

void lookAtImage(const ProcessObservation &process, std::vector<Finding> &findings)
{
    if (process.image.isEmpty())
        return;
    const QString image = shown(process.image);
    // An update replaces files that programs still run from: only where nothing took its place was it taken away.
    if (process.imageIsMemfd)
        findings.push_back({u"memfd-image"_s, Weight::Suspicious, image});
    else if (process.imageIsReplaced)
        findings.push_back({u"replaced-image"_s, process.packaged == true ? Weight::Note : Weight::Suspicious, image});
    else if (process.imageIsGone)
        findings.push_back({u"deleted-image"_s, Weight::Suspicious, image});
    if (process.imageInOpenFolder)
        findings.push_back({u"writable-by-all-place"_s, Weight::Suspicious, image});
    if (lastPart(process.image).startsWith('.'))
        findings.push_back({u"hidden-program"_s, Weight::Suspicious, image});
}

void lookAtNames(const ProcessObservation &process, std::vector<Finding> &findings)
{
    if (process.image.isEmpty())
        return;
    if (looksLikeKernelThread(process.commandLine) || looksLikeKernelThread(process.name))
        findings.push_back({u"imitates-kernel-thread"_s, Weight::Suspicious,
            u"%1 runs %2"_s.arg(shown(process.commandLine), shown(process.image))});
    if (isSystemProgram(process.name) && !isSystemFolder(process.image))
        findings.push_back({u"imitates-system-program"_s, Weight::Suspicious,
            u"%1 runs %2"_s.arg(shown(process.name), shown(process.image))});
    if (isDeceptive(process.name) || isDeceptive(lastPart(process.image)))
        findings.push_back(
            {u"deceptive-name"_s, Weight::Suspicious, QString::fromLatin1(process.name.toPercentEncoding())});
}

void lookAtSurroundings(const ProcessObservation &process, std::vector<Finding> &findings)
{
    if (process.worksInOpenFolder && isHiddenPath(process.workingDirectory))
        findings.push_back({u"hidden-working-directory"_s, Weight::Suspicious, shown(process.workingDirectory)});
    for (const QByteArray &library : process.preloads)
        findings.push_back(
            {u"preloaded"_s, isSystemFolder(library) ? Weight::Note : Weight::Suspicious, shown(library)});
    const QByteArray program = lastPart(process.image);
    const bool isOnSocket =
        process.standardInput.startsWith("socket:") && process.standardInput == process.standardOutput;
    if (isShell(program) && isOnSocket)
        findings.push_back({u"shell-on-a-socket"_s, Weight::Suspicious, shown(process.standardInput)});
    if (isShell(program) && isServer(process.parentName))
        findings.push_back({u"shell-of-a-server"_s, Weight::Suspicious, shown(process.parentName)});
    if (!process.capabilities.isEmpty())
        findings.push_back({u"capabilities"_s, Weight::Note, process.capabilities});
}

/// Programs that compile while they run have such memory, and packages bring them.
Weight weightOf(const QString &name, const ProcessObservation &process)
{
    if (name == u"memfd-code")
        return Weight::Note; // libffi and graphics drivers keep code there
    if (name == u"deleted-code")
        return process.packaged == true ? Weight::Note : Weight::Suspicious;
    return process.packaged == true ? Weight::Note : Weight::Suspicious;
}

QString kindOf(const CodeRegion &region)
{
    if (region.isMemfd)
        return u"memfd-code"_s;
    if (region.isWritable)
        return u"writable-code"_s;
    if (region.isDeleted)
        return u"deleted-code"_s;
    return region.path.isEmpty() ? u"anonymous-code"_s : QString();
}

/// One finding of a kind, however many regions there are.
void lookAtCode(const ProcessObservation &process, std::vector<Finding> &findings)
{
    QMap<QString, std::pair<qint64, CodeRegion>> kinds;
    for (const CodeRegion &region : process.code) {
        if (const QString kind = kindOf(region); !kind.isEmpty() && ++kinds[kind].first == 1)
            kinds[kind].second = region;
    }
    for (const auto &[kind, seen] : kinds.asKeyValueRange()) {
        const auto &[count, first] = seen;
        const QString place = u"0x%1-0x%2"_s.arg(first.start, 0, 16).arg(first.end, 0, 16);
        QStringList evidence{place};
        if (!first.path.isEmpty())
            evidence += shown(first.path);
        if (count > 1)
            evidence += u"and %1 more"_s.arg(count - 1);
        findings.push_back({kind, weightOf(kind, process), evidence.join(u' ')});
    }
}

} // namespace

std::vector<Finding> processHeuristics(const ProcessObservation &process)
{
    std::vector<Finding> findings;
    lookAtImage(process, findings);
    lookAtNames(process, findings);
    lookAtSurroundings(process, findings);
    lookAtCode(process, findings);
    return findings;
}

} // namespace Sonde::Agent
