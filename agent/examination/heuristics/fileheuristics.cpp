// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/examination/heuristics/fileheuristics.h"

#include "agent/examination/heuristics/systemnames.h"

#include <QCborArray>
#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr double PackedEntropy = 7.2; ///< bits per byte; code has less than 7
constexpr qint64 Day = 24LL * 3600 * 1'000'000'000;

bool isProgram(const FileObservation &file)
{
    const bool isBinary = file.type.startsWith(u"ELF") && !file.type.contains(u"relocatable");
    const bool isScript = file.type.startsWith(u"script");
    return file.facts.kind == FileKind::Regular && file.facts.mode.contains(u'x') && (isBinary || isScript);
}

bool isBinary(const FileObservation &file)
{
    return file.type.startsWith(u"ELF");
}

void lookAtName(const FileObservation &file, std::vector<Finding> &findings)
{
    const QByteArray name = lastPart(file.path);
    if (isProgram(file) && file.inOpenFolder)
        findings.push_back({u"writable-by-all-place"_s, Weight::Suspicious, shown(file.path)});
    if (isProgram(file) && isBinary(file) && name.startsWith('.'))
        findings.push_back({u"hidden-program"_s, Weight::Suspicious, shown(name)});
    if (isProgram(file) && isSystemProgram(name) && !isSystemFolder(file.path))
        findings.push_back({u"imitates-system-program"_s, Weight::Suspicious, shown(file.path)});
    if (isDeceptive(name))
        findings.push_back({u"deceptive-name"_s, Weight::Suspicious, QString::fromLatin1(name.toPercentEncoding())});
}

/// A section with code, which no compiler makes look random.
std::optional<double> codeEntropy(const QCborMap &details)
{
    std::optional<double> most;
    const QCborArray sections = details.value(u"sections"_s).toArray();
    for (const QCborValue value : sections) {
        const QCborMap section = value.toMap();
        const double entropy = section.value(u"entropy"_s).toDouble();
        constexpr qint64 least = 16 * 1024; // of a few bytes nothing can be said
        if (section.value(u"flags"_s).toString().contains(u'x') && section.value(u"size"_s).toInteger() >= least)
            most = std::max(most.value_or(0), entropy);
    }
    return most;
}

void lookAtContent(const FileObservation &file, std::vector<Finding> &findings)
{
    if (!isBinary(file))
        return;
    const QCborArray hints = file.details.value(u"hints"_s).toArray();
    for (const auto &hint : {u"upx"_s, u"packed_code"_s}) {
        if (hints.contains(hint))
            findings.push_back({u"packed"_s, Weight::Suspicious, hint});
    }
    if (const auto entropy = codeEntropy(file.details); entropy && *entropy > PackedEntropy)
        findings.push_back(
            {u"high-entropy"_s, Weight::Suspicious, u"%1 bits per byte of code"_s.arg(*entropy, 0, 'f', 2)});
}

/// Rights that no package gave it.
void lookAtRights(const FileObservation &file, std::vector<Finding> &findings)
{
    const bool isForeign = file.packaged == false;
    const bool isSetuid = file.facts.mode.contains(u's') || file.facts.mode.contains(u'S');
    if (isForeign && isSetuid)
        findings.push_back(
            {u"setuid-without-package"_s, Weight::Suspicious, u"%1 %2"_s.arg(file.facts.mode, file.facts.owner)});
    if (isForeign && !file.capabilities.isEmpty())
        findings.push_back({u"capabilities-without-package"_s, Weight::Suspicious, file.capabilities});
    if (file.preloaded)
        findings.push_back({u"preloaded"_s, isForeign ? Weight::Suspicious : Weight::Note, u"/etc/ld.so.preload"_s});
}

void lookAtTimes(const FileObservation &file, std::vector<Finding> &findings)
{
    const auto text = [](qint64 nanoseconds) {
        if (!isHeld(nanoseconds))
            return nanoseconds < 0 ? u"before 1677"_s : u"after 2262"_s;
        return QDateTime::fromMSecsSinceEpoch(nanoseconds / 1'000'000, QTimeZone::UTC).toString(Qt::ISODate);
    };
    if (file.now > 0 && file.facts.modified > file.now + Day)
        findings.push_back({u"times-do-not-fit"_s, Weight::Suspicious,
            u"written %1, which is still to come"_s.arg(text(file.facts.modified))});
    // `touch -d` sets whole seconds; a file that was made here, and not unpacked, has others.
    const bool isSet = file.facts.modified % 1'000'000'000 == 0 && file.facts.changed % 1'000'000'000 != 0;
    const bool isOlder = file.facts.created && file.facts.modified < *file.facts.created - 365 * Day;
    if (isProgram(file) && file.packaged == false && isSet && isOlder)
        findings.push_back({u"times-do-not-fit"_s, Weight::Note,
            u"written %1, made %2"_s.arg(text(file.facts.modified), text(*file.facts.created))});
}

} // namespace

std::vector<Finding> fileHeuristics(const FileObservation &file)
{
    std::vector<Finding> findings;
    lookAtName(file, findings);
    lookAtContent(file, findings);
    lookAtRights(file, findings);
    lookAtTimes(file, findings);
    return findings;
}

} // namespace Sonde::Agent
