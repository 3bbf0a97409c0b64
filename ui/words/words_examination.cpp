// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/codec.h"
#include "protocol/base/sizetext.h"
#include "ui/words/phrase.h"
#include "ui/words/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What was observed, by the name that a heuristic has for it.
constexpr Phrase observations[]{
    {"known-bad", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its hash is in a list of what is known to be bad")},
    {"known-good", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its hash is in a list of what is known to be good")},
    {"package-intact",
        QT_TRANSLATE_NOOP(
            "Sonde::Client::Words", "it is as its package brought it, as far as the device’s record says")},
    {"package-file",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it belongs to a package, which keeps no checksum of it")},
    {"package-file-changed", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is not as its package brought it")},
    {"signature-valid", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is signed by somebody who is trusted")},
    {"signature-tampered", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it was changed after it was signed")},
    {"signature-appended", QT_TRANSLATE_NOOP("Sonde::Client::Words", "something was added behind its signature")},
    {"writable-by-all-place",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a program below a directory in which everybody may put files")},
    {"hidden-program", QT_TRANSLATE_NOOP("Sonde::Client::Words", "a program whose name hides it from listings")},
    {"imitates-system-program",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it is called like a program of the system and lies elsewhere")},
    {"imitates-kernel-thread",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it shows itself as a thread of the kernel, and runs a program")},
    {"deceptive-name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its name has characters that cannot be seen")},
    {"packed", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its code is packed, and unpacks itself when it runs")},
    {"high-entropy", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its code looks random, as if it were encrypted")},
    {"setuid-without-package",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it runs with its owner’s rights, and came with no package")},
    {"capabilities-without-package",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it has rights of its own, and came with no package")},
    {"preloaded",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a library that is loaded into programs that do not ask for it")},
    {"times-do-not-fit", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its times do not fit together")},
    {"memfd-image", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its program exists in memory only")},
    {"deleted-image", QT_TRANSLATE_NOOP("Sonde::Client::Words", "its program was deleted while it ran")},
    {"replaced-image", QT_TRANSLATE_NOOP("Sonde::Client::Words", "another file has taken the place of its program")},
    {"hidden-working-directory",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it works in a hidden directory where everybody may put files")},
    {"shell-on-a-socket",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a shell that reads from a connection and answers there")},
    {"shell-of-a-server",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "a shell that was started by a program which answers strangers")},
    {"writable-code",
        QT_TRANSLATE_NOOP("Sonde::Client::Words", "it runs code from memory that it can change while it runs")},
    {"anonymous-code", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it runs code from memory that no file is behind")},
    {"memfd-code", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it runs code from a file that exists in memory only")},
    {"deleted-code", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it runs code from a file that was deleted")},
    {"capabilities", QT_TRANSLATE_NOOP("Sonde::Client::Words", "it may do much more than its user")},
};

} // namespace

QString Words::verdictText(Verdict verdict)
{
    switch (verdict) {
    //: a verdict on a file or process
    case Verdict::Clean: return tr("clean");
    //: a verdict on a file or process
    case Verdict::Unknown: return tr("unknown");
    //: a verdict on a file or process
    case Verdict::NotScanned: return tr("not scanned");
    //: a verdict on a file or process
    case Verdict::Suspicious: return tr("suspicious");
    //: a verdict on a file or process
    case Verdict::Malicious: return tr("malicious");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::engineText(Engine engine)
{
    switch (engine) {
    case Engine::Clamav: return u"ClamAV"_s;
    case Engine::Yara: return u"YARA"_s;
    //: an engine: what looks into archives
    case Engine::Archive: return tr("archive");
    case Engine::KnownBad: return tr("list of the known bad");
    case Engine::KnownGood: return tr("list of the known good");
    case Engine::Package: return tr("package database");
    case Engine::Signature: return tr("signature");
    //: an engine: what is odd about a file or process
    case Engine::Heuristics: return tr("observation");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Words::packageAreaText(const QString &area)
{
    if (area == u"results")
        //: a part of a package: the rows of Sonde's own commands
        return tr("Sonde’s own results");
    if (area == u"live_response")
        //: a part of a package: what the device's programs print, and what the kernel says
        return tr("programs and kernel");
    if (area == u"bodyfile")
        //: a part of a package: the list of all files with their times
        return tr("body file");
    if (area == u"files")
        //: a part of a package
        return tr("files");
    if (area == u"timeline")
        //: a part of a package
        return tr("time line");
    if (area == u"memory")
        //: a part of a package: an image of the device's memory
        return tr("memory");
    if (area == u"waiting")
        //: what time was spent on while a package was made: nobody took what was made
        return tr("waiting for the connection");
    return area;
}

QString Words::confidenceText(const QString &confidence)
{
    if (confidence == u"high")
        //: how sure a verdict is
        return tr("high confidence");
    if (confidence == u"medium")
        //: how sure a verdict is
        return tr("medium confidence");
    //: how sure a verdict is
    return confidence == u"low" ? tr("low confidence") : QString();
}

QString Words::observationText(const QString &finding)
{
    return phrase(observations, finding);
}

QString Words::verdictSentence(
    Verdict verdict, const QString &confidence, const std::vector<Engine> &engines, const QString &reason)
{
    QStringList names;
    for (const Engine engine : engines)
        names += engineText(engine);
    const QString by = listText(names);
    const QString why = reasonText(Error{ErrorCode::NotWhollyScanned, {}, reason, {}});
    const QString sure = confidenceText(confidence);
    switch (verdict) {
    case Verdict::Malicious: return tr("Verdict: malicious, %1. It rests on: %2.").arg(sure, by);
    case Verdict::Suspicious: return tr("Verdict: suspicious, %1. It rests on: %2.").arg(sure, by);
    case Verdict::Clean: return tr("Verdict: clean, %1. It rests on: %2.").arg(sure, by);
    case Verdict::Unknown:
        return tr("Verdict: unknown. Nothing was found, and no engine that looked can vouch for it.");
    case Verdict::NotScanned: break;
    }
    return why.isEmpty() ? tr("Verdict: not scanned. There was nothing to look with.")
                         : tr("Verdict: not scanned, as a whole. %1: %2.").arg(by, why);
}

QString Words::scanSentence(const QCborMap &counts)
{
    const auto count = [&counts](const char *name) { return counts.value(QLatin1StringView(name)).toInteger(); };
    const QString size = Sonde::sizeText(count("bytes"));
    const auto number = [&count](const char *name) { return QLocale().toString(count(name)); };
    //: %1 a size, %2 to %6 are numbers of files
    const QString sum =
        tr("%Ln file(s) scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.", nullptr,
            int(count("files")))
            .arg(size, number("malicious"), number("suspicious"), number("not_scanned"), number("unknown"),
                number("clean"));
    if (!counts.contains(u"files_before_restart"_s))
        return sum;
    //: %1 the sentences before; of a scan
    return tr("%1 The agent was restarted after %Ln file(s); the scan went on from there.", nullptr,
        int(count("files_before_restart")))
        .arg(sum);
}

QString Words::findingSentence(Engine engine, const QString &name, const QString &evidence)
{
    const QString observed = observationText(name);
    //: %1 an engine, %2 what it found, %3 the value that was seen
    return evidence.isEmpty()
        ? tr("%1: %2").arg(engineText(engine), observed.isEmpty() ? name : observed)
        : tr("%1: %2 (%3)", "finding").arg(engineText(engine), observed.isEmpty() ? name : observed, evidence);
}

QString Words::ruleSentence(const QString &author, const QString &license, const QString &source)
{
    QStringList parts;
    if (!source.isEmpty())
        parts += tr("rule file %1").arg(source);
    parts += author.isEmpty() ? tr("its author is not named") : tr("by %1", "author").arg(author);
    parts += license.isEmpty() ? tr("its licence is not named") : tr("licence %1").arg(license);
    return parts.join("; "_L1);
}

QString Words::gapSentence(Engine engine, const QString &reason)
{
    const QString why = reasonText(Error{ErrorCode::NotWhollyScanned, {}, reason, {}});
    //: what an engine did not see: %1 an engine, %2 why
    return tr("Open: %1 did not look at all of it: %2.").arg(engineText(engine), why);
}

} // namespace Sonde::Client
