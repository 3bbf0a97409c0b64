// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QObject>
#include <QStringList>
#include <optional>

namespace Sonde::Client {

/// The lines an analyst typed, oldest first, kept in a file across restarts and shared by all sessions. Up and Down walk over the lines
/// that begin with what was typed; what was typed comes back at the end.
class CommandHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandHistory)

public:
    static constexpr qsizetype MostLines = 5000;

    /// Reads `file` when there is one; an empty name keeps the history in memory only.
    explicit CommandHistory(QString file = {}, QObject *parent = nullptr);

    /// Remembers a line (not a blank one, nor the same one twice in a row) and writes it down.
    Result<void> add(const QString &line);
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Lines containing `text`, letter case ignored, newest first, each once.
    [[nodiscard]] QStringList search(QStringView text) const;
    Result<void> clear();

private:
    void read();
    [[nodiscard]] Result<void> rewrite();

    QString m_file;
    QStringList m_lines;
};

/// One input line's walk through a history.
class HistoryWalk final
{
public:
    explicit HistoryWalk(const CommandHistory &history)
        : m_history(history)
    {
    }

    /// The line before the one shown, given what the input holds; nullopt: there is none, keep what is there.
    [[nodiscard]] std::optional<QString> previous(const QString &shown);
    [[nodiscard]] std::optional<QString> next();
    /// The analyst typed or sent: the next previous() starts at the end again.
    void reset() { m_at.reset(); }

private:
    const CommandHistory &m_history;
    QString m_typed;
    std::optional<qsizetype> m_at;
};

} // namespace Sonde::Client
