// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

/// What the agent and its YARA processes say to each other (codec.h). Not kept, and never sent elsewhere.
namespace Sonde::Agent {

/// What is to be done with the files that come along. "compile": the last one is written to. "load": what compile wrote. "file". "archive": what
/// is in one, whether there are rules to look for or not. "memory": /proc/PID/mem, pagemap and maps.
struct YaraOrder {
    QString what;
    std::vector<QString> names; ///< of the files to compile
    qint64 seconds = 60;        ///< libyara looks no longer
    qint64 mostBytes = 0;       ///< of memory, or of what is in an archive
};

/// A place where a part of a rule was found.
struct YaraPlace {
    QString part; ///< "$a"
    qint64 offset = 0;
    QByteArray bytes; ///< the first ones
};

/// A rule that something matches, and what it says of itself.
struct YaraMatch {
    QString rule;
    QString member; ///< of an archive: the path in it
    QString source; ///< the library's file
    QString author;
    QString license;
    QString description;
    QString reference;
    QString severity;            ///< as its meta has it
    std::optional<qint64> score; ///< 0 to 100
    std::vector<YaraPlace> places;
};

struct YaraAnswer {
    std::vector<YaraMatch> matches;
    QString stopped;    ///< why not all was looked at: "time", "bytes", "vanished", "read", "encrypted",
                        ///< "damaged", "error N"; empty: all was
    bool isCut = false; ///< more rules match than are told
    qint64 bytes = 0;   ///< looked at
    qint64 swapped = 0; ///< of memory, which was not
    qint64 line = 0;    ///< of a rule that does not compile
    QString words;      ///< what is wrong with it
    QString name;       ///< in which file
    qint64 rules = 0;
};

} // namespace Sonde::Agent
