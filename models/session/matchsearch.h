// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"
#include "models/text/textbuffer.h"

#include <QBasicTimer>
#include <QSet>

namespace Sonde::Client {

/// Looks for a text in all outputs of a console, from the newest to the oldest and in each from its end, a few milliseconds at a time: however
/// much there is, who types is not held up. It begins anew when outputs come or go, and asks for those that nobody has looked at yet.
class MatchSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatchSearch)

public:
    explicit MatchSearch(const ConsoleModel &console, QObject *parent = nullptr);

    /// Letter case is ignored; an empty text ends the search.
    void start(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Cells of tables, and places in texts, that were found so far.
    [[nodiscard]] qsizetype count() const { return m_count; }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    /// Outputs that are not here (yet), and so are not searched.
    [[nodiscard]] qsizetype unread() const;

Q_SIGNALS:
    /// The newest match is in the output of this row; once for each start().
    void newestFound(int row);
    /// The output of this command is to be fetched.
    void outputWanted(Sonde::CommandId command);
    /// count(), isRunning() or unread() is another.
    void progressed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void begin();
    void restart();
    void askForUnread();
    void outputCame();
    void lookFurther();
    [[nodiscard]] bool step();
    [[nodiscard]] bool stepTable(const ResultModel &table);
    [[nodiscard]] bool stepText(const TextBuffer &text);
    void note();

    const ConsoleModel &m_console;
    QString m_text;
    QBasicTimer m_timer;
    QBasicTimer m_restart;
    QSet<CommandId> m_asked;
    qsizetype m_count = 0;
    bool m_toldNewest = false;
    int m_row = -1;                              ///< of the block being looked through
    qsizetype m_cell = 0;                        ///< of its table: those before it are to come
    std::optional<TextBuffer::Position> m_place; ///< of its text: what is before it is to come
};

} // namespace Sonde::Client
