// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTemporaryDir>

/// Themes and data that tests of the console share.
namespace ConsoleFixture {

using namespace Qt::StringLiterals;

/// A session of which nothing but this is seen: what its parts wanted.
class WantedActions final : public Sonde::Client::SessionActions
{
public:
    [[nodiscard]] Sonde::TimeText times() const override { return {}; }
    void compose(const QString &line) override { composed << line; }
    void askToAct(const QString &line) override { acts << line; }
    void cancel(Sonde::CommandId command) override { cancelled << command; }
    void setBackground(Sonde::CommandId command, bool) override { moved << command; }
    void fetchOutput(Sonde::CommandId command) override { fetched << command; }
    void setRendered(Sonde::CommandId command) override { rendered << command; }
    void answerDownload(Sonde::CommandId command, Sonde::Client::DownloadAnswer answer) override
    {
        answers << std::pair(command, answer);
    }
    void bring(Sonde::CommandId command) override { brought << command; }
    void openWindow(Sonde::CommandId command) override { opened << command; }
    void saveOutput(Sonde::CommandId command) override { saved << command; }
    void exportRows(Sonde::CommandId command, const Sonde::Client::ResultPart &part) override
    {
        exported << command;
        parts << part;
    }
    void compareRows(Sonde::CommandId command, Sonde::Client::ResultModel &) override { compared << command; }

    QStringList composed, acts;
    QList<Sonde::CommandId> cancelled, moved, fetched, rendered, opened, saved, exported, compared, brought;
    QList<std::pair<Sonde::CommandId, Sonde::Client::DownloadAnswer>> answers;
    QList<Sonde::Client::ResultPart> parts; ///< of `exported`
};

/// Settings in a folder of their own, the theme made of them, and what was wanted of the session.
struct Look {
    QTemporaryDir folder;
    Sonde::Client::Settings settings{folder.filePath(u"settings.ini"_s)};
    Sonde::Client::Theme theme{settings};
    WantedActions actions;
};

/// A row of `verb` with the cells given by column id; the others are null.
inline QCborArray row(const QString &verb, const QMap<QString, QCborValue> &cells)
{
    QCborArray row;
    for (const auto &column : Sonde::Catalogue::instance().find(verb)->columns)
        row.append(cells.value(column.id, QCborValue(nullptr)));
    return row;
}

inline QCborArray process(qint64 pid, const QString &name)
{
    return row(u"processes"_s,
        {{u"pid"_s, pid}, {u"name"_s, name}, {u"parent_id"_s, pid / 2}, {u"user_name"_s, u"root"_s},
            {u"status"_s, u"sleeping"_s}, {u"creation_time"_s, u"2026-11-21T04:51:09.000Z"_s},
            {u"command_line"_s, QString(u"/usr/bin/"_s + name)}, {u"image_path"_s, QString(u"/usr/bin/"_s + name)},
            {u"cpu_time"_s, 0.25 * double(pid % 97)}, {u"memory_usage.working_set"_s, pid * 4096 * 17}});
}

inline Sonde::Client::ResultRows processes(int count)
{
    Sonde::Client::ResultRows rows;
    rows.reserve(size_t(count));
    for (int i = 1; i <= count; ++i)
        rows.push_back(process(i, u"p%1"_s.arg(count - i)));
    return rows;
}

inline Sonde::CommandRecord record(
    quint64 id, const QString &line, Sonde::CommandState state = Sonde::CommandState::Completed)
{
    Sonde::CommandRecord record;
    record.id = Sonde::CommandId(id);
    record.line = line;
    if (const auto invocation = Sonde::parseLine(line))
        record.invocation = *invocation;
    record.state = state;
    record.accepted = QDateTime::currentDateTimeUtc().addSecs(-3);
    record.duration = std::chrono::milliseconds(180);
    record.background = record.invocation.background;
    return record;
}

inline const Sonde::CommandSpec &spec(const char *verb)
{
    return *Sonde::Catalogue::instance().find(QString::fromLatin1(verb));
}

inline int columnOf(const Sonde::CommandSpec &command, const char *id)
{
    return int(command.columnIndex(QString::fromLatin1(id)));
}

/// The action with this text, in the menu or one below it.
inline QAction *actionOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (action->menu()) {
            if (QAction *below = actionOf(*action->menu(), text))
                return below;
        }
    }
    return nullptr;
}

inline QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace ConsoleFixture
