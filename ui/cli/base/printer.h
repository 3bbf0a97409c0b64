// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/commandoutput.h"
#include "protocol/journal/projection.h"

#include <QJsonObject>

namespace Sonde::Client {

/// What sonde-cli prints: data on stdout (tables for people, or one JSON object per line), everything else on stderr. Texts of devices
/// are in it; the way out (terminal.h) shows what a terminal would obey.
class Printer final
{
public:
    explicit Printer(bool json)
        : m_json(json)
    {
    }

    /// Files a command left on this machine.
    struct Saved {
        QString output;   ///< of `> file`: the output is there then
        QString evidence; ///< what getfile brought
    };
    /// A finished command with its whole output.
    void command(const CommandRecord &record, const CommandOutput *output, const Saved &saved = {}) const;
    /// Text the console itself made (help).
    void text(const QString &line, const QString &text) const;
    /// A line that became no command: its JSON object, and the error on stderr.
    void refusedLine(const QString &line, const Error &error) const;

    /// Records of a list: a table with these columns, or an object per line.
    void list(const QStringList &columns, const std::vector<QJsonObject> &rows) const;
    void object(const QJsonObject &object) const;

    /// A line of data.
    static void line(const QString &text);
    /// Lines of Sonde's own words.
    static void page(const QString &text);
    /// A question, on stderr; the answer is typed behind it.
    static void ask(const QString &question);
    /// For people, on stderr.
    static void note(const QString &text);
    static void error(const Error &error);

private:
    bool m_json;
};

/// ISO-8601 UTC with milliseconds; null for no time.
[[nodiscard]] QJsonValue jsonTime(const QDateTime &time);

} // namespace Sonde::Client
