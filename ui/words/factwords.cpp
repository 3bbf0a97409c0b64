// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/factwords.h"

#include "protocol/acts/knownas.h"
#include "protocol/base/codec.h"
#include "protocol/base/sizetext.h"
#include "ui/words/phrase.h"
#include "ui/words/words.h"

#include <QCborArray>
#include <QCborMap>
#include <QLocale>
#include <QRegularExpression>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Client::FactWords {

namespace {

constexpr Phrase Titles[]{
    {"pid", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Process ID")},
    {"name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Name")},
    {"user_name", QT_TRANSLATE_NOOP("Sonde::Client::Words", "User")},
    {"user", QT_TRANSLATE_NOOP("Sonde::Client::Words", "User")},
    {"owner", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Owner")},
    {"creation_time", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Started")},
    {"start_ticks", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Started")},
    {"image_path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Program")},
    {"image", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Program")},
    {"binary_path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Program")},
    {"command_line", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Command line")},
    {"tree", QT_TRANSLATE_NOOP("Sonde::Client::Words", "With all that they start")},
    {"processes", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Processes")},
    {"known", QT_TRANSLATE_NOOP("Sonde::Client::Words", "These run on")},
    {"images", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Whoever runs")},
    {"command_lines", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Whoever is started as")},
    {"files", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Files")},
    {"lines", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Lines")},
    {"line", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Line")},
    {"line_number", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Line number")},
    {"units", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Units")},
    {"masked", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Masked")},
    {"path", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Path")},
    {"size", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Size")},
    {"sha256", "SHA-256"},
    {"inode", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Inode")},
    {"modified", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Modified")},
    {"changed", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Attributes changed")},
    {"created", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Created")},
    {"found", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Processes found")},
    {"groups", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Control groups")},
    {"kept_images", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Programs kept, whose files were gone")},
    {"sealed", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Sealed in the quarantine")},
    {"was", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Before it was")},
    {"is", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Now it is")},
    {"load", QT_TRANSLATE_NOOP("Sonde::Client::Words", "systemd calls it")},
    {"not_restored", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Not restored")},
    {"state", QT_TRANSLATE_NOOP("Sonde::Client::Words", "State")},
    {"not_covered", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Not covered")},
    {"part", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Part")},
    {"subject", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Of what")},
    {"refused", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Refused")},
    {"service", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Reachable: the service")},
    {"extras", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Reachable by policy")},
    {"view", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Registry as programs of so many bits see it")},
    {"dependents", QT_TRANSLATE_NOOP("Sonde::Client::Words", "Services that stop and start with it")},
    {"at_restart", QT_TRANSLATE_NOOP("Sonde::Client::Words", "When the device is restarted next")},
};

/// Names of facts among the values of `not_restored`, as a file's own.
constexpr Phrase Attributes[]{
    {"owner", QT_TRANSLATE_NOOP("Sonde::Client::Words", "owner")},
    {"modified", QT_TRANSLATE_NOOP("Sonde::Client::Words", "time of the last change")},
    {"file_flags", QT_TRANSLATE_NOOP("Sonde::Client::Words", "flags")},
    {"mode", QT_TRANSLATE_NOOP("Sonde::Client::Words", "mode")},
    {"acl", QT_TRANSLATE_NOOP("Sonde::Client::Words", "access control list")},
    {"attributes", QT_TRANSLATE_NOOP("Sonde::Client::Words", "attributes")},
};

bool isMoment(const QString &fact)
{
    constexpr std::array moments{"modified"_L1, "changed"_L1, "created"_L1, "creation_time"_L1};
    return std::ranges::contains(moments, fact);
}

/// "a, b, c", each in words where there are some.
QString listed(const QCborArray &array, auto &&word)
{
    QStringList texts;
    for (const QCborValue one : array)
        texts += word(one);
    return Words::listText(texts);
}

QString attributeText(const QCborValue &name)
{
    const QString word = phrase(Attributes, name.toString());
    return word.isEmpty() ? name.toString() : word;
}

QString gapText(const QCborValue &shortfall)
{
    const auto gap = Codec::fromWireName<IsolationGap>(shortfall[u"part"_s].toString());
    const QString subject = shortfall[u"subject"_s].toString();
    return gap ? Words::isolationGapText({*gap, subject}) : shortfall[u"part"_s].toString() + u' ' + subject;
}

/// "Name: sshd, User: root"
QString fieldsText(const QCborMap &fields, const TimeText &times)
{
    QStringList texts;
    for (const auto &[name, field] : fields) {
        if (!isInner(name.toString()) && !field.isNull())
            texts += u"%1: %2"_s.arg(title(name.toString()), FactWords::value(name.toString(), field, times));
    }
    return Words::listText(texts);
}

QString countText(qint64 count, const QString &unit)
{
    const auto counted = [count](const char *text) {
        return QCoreApplication::translate("Sonde::Client::Words", text, nullptr, int(count));
    };
    if (unit == u"folders")
        return counted(QT_TRANSLATE_N_NOOP("Sonde::Client::Words", "%Ln folder(s)"));
    if (unit == u"files")
        return counted(QT_TRANSLATE_N_NOOP("Sonde::Client::Words", "%Ln file(s)"));
    if (unit == u"rows")
        return counted(QT_TRANSLATE_N_NOOP("Sonde::Client::Words", "%Ln row(s)"));
    if (unit == u"bytes" || unit == u"bytes printed")
        return sizeText(count);
    return {};
}

/// "26 folders", "40 % of 7000 bytes"; what is said otherwise stays.
QString partText(const QString &part)
{
    static const QRegularExpression counted(u"^(?:(\\d+) % of )?(\\d+) ([a-z ]+)$"_s);
    const auto match = counted.match(part);
    const QString count = match.hasMatch() ? countText(match.captured(2).toLongLong(), match.captured(3)) : QString();
    if (count.isEmpty() || match.captured(1).isEmpty())
        return count.isEmpty() ? part : count;
    //: %1 a number, %2 "7 files": how much of them
    return QCoreApplication::translate("Sonde::Client::Words", "%1 % of %2")
        .arg(QLocale().toString(match.captured(1).toInt()), count);
}

} // namespace

QString title(const QString &fact)
{
    const QString word = phrase(Titles, fact);
    return word.isEmpty() ? fact : word;
}

bool isInner(const QString &fact)
{
    // How a line is put back was chosen in the question, and stands there.
    static constexpr std::array inner{
        KnownAs, OfAct, OfStep, "item"_L1, "device"_L1, "generation"_L1, "how"_L1, "start_ticks"_L1};
    return std::ranges::contains(inner, fact);
}

QString value(const QString &fact, const QCborValue &value, const TimeText &times)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        //: the value of a fact, as in "Sealed in the quarantine: yes"
        return value.toBool() ? QCoreApplication::translate("Sonde::Client::Words", "yes")
                              : QCoreApplication::translate("Sonde::Client::Words", "no");
    if (value.isInteger() && isMoment(fact))
        return times.withZone(QDateTime::fromMSecsSinceEpoch(value.toInteger() / 1'000'000, QTimeZone::UTC));
    if (value.isInteger() && fact == u"size")
        return Words::sizeText(value.toInteger());
    if (fact == u"not_restored")
        return listed(value.toArray(), attributeText);
    if (const auto state = Codec::fromWireName<IsolationState>(value.toString()); state && fact == u"state")
        return Words::isolationStateText(*state);
    if (fact == u"not_covered")
        return listed(value.toArray(), gapText);
    if (value.isMap())
        return fieldsText(value.toMap(), times);
    if (value.isArray())
        return listed(value.toArray(), [&](const QCborValue &one) { return FactWords::value({}, one, times); });
    return value.isInteger() ? QString::number(value.toInteger()) : value.toString();
}

QString jobCellText(QStringView column, const QCborValue &cell)
{
    if (column != u"progress" || !cell.isString())
        return {};
    QStringList parts;
    for (const QString &part : cell.toString().split(u", "_s))
        parts += partText(part);
    return Words::listText(parts);
}

} // namespace Sonde::Client::FactWords
