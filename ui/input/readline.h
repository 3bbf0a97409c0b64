// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/input/linekeys.h"

#include <QStringList>

namespace Sonde::Client {

class CommandEdit;
class CommandHistory;

/// Edits a command line with a terminal's keys. What is killed is kept for as long as this lives: kills that follow each other are one.
class Readline final
{
    Q_DISABLE_COPY_MOVE(Readline)

public:
    static constexpr qsizetype MostKills = 60;

    /// Both outlive this.
    Readline(CommandEdit &edit, const CommandHistory &history);

    /// Does what the key does here; false when it does nothing here.
    bool press(const QKeyEvent &key);

private:
    void apply(LineKey key);
    void kill(LineKey key, const QString &line, const LineChange &change);
    void yank();
    void yankEarlier();
    void insertLastArgument();
    void replaceInserted(const QString &text);

    CommandEdit &m_edit;
    const CommandHistory &m_history;
    QStringList m_kills;           ///< newest last
    std::optional<LineKey> m_last; ///< the key before, when it was one of ours
    qsizetype m_yanked = 0;        ///< how many kills back the last yank took
    qsizetype m_argumentOf = 0;    ///< how many lines back the last argument came from
    qsizetype m_insertStart = 0;   ///< of what the last yank or last argument put in
    qsizetype m_insertLength = 0;
};

} // namespace Sonde::Client
