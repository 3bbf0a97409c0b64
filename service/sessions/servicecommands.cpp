// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/servicecommands.h"

#include "protocol/base/codec.h"
#include "protocol/command/row.h"

#include <QStringConverter>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

/// Of another command's output within the answer to `status`, whose row has to fit into a message.
constexpr qsizetype MostPrinted = 64 * 1024;

QString startedText(const CommandRecord &command)
{
    return command.accepted.toString(Qt::ISODateWithMs);
}

QCborArray errorList(const std::vector<Error> &errors)
{
    QCborArray list;
    for (const Error &error : errors)
        list.append(QCborMap{
            {u"code"_s, Codec::wireName(error.code)}, {u"subject"_s, error.subject}, {u"reason"_s, error.reason}});
    return list;
}

double seconds(const CommandRecord &command)
{
    if (isFinal(command.state))
        return std::chrono::duration<double>(command.duration).count();
    return double(command.accepted.msecsTo(QDateTime::currentDateTimeUtc())) / 1000;
}

/// Has room for so many bytes, as JSON.
class Excerpt final
{
public:
    [[nodiscard]] bool add(const CommandSpec &spec, const Message::CommandOutput &chunk)
    {
        if (chunk.format != ChunkFormat::Rows)
            return addText(chunk.bytes);
        const auto rows = readRows(chunk.bytes);
        return rows && std::ranges::all_of(*rows, [&](const QCborArray &row) {
            const QCborMap cells = QCborMap::fromJsonObject(rowToJson(spec, row));
            m_room -= QCborValue(cells).toCbor().size();
            if (m_room >= 0)
                m_rows.append(cells);
            return m_room >= 0;
        });
    }
    [[nodiscard]] const QCborArray &rows() const { return m_rows; }
    /// Of its text.
    [[nodiscard]] QStringList lines(const QString &encoding) const
    {
        QStringDecoder decoder(encoding.toLatin1().constData());
        QString text = decoder.isValid() ? QString(decoder.decode(m_text)) : QString::fromUtf8(m_text);
        text.remove(u'\r');
        if (text.endsWith(u'\n'))
            text.chop(1);
        return text.isEmpty() ? QStringList() : text.split(u'\n');
    }

private:
    bool addText(const QByteArray &text)
    {
        m_text += text.first(std::min(text.size(), m_room));
        m_room -= text.size();
        return m_room >= 0;
    }

    qsizetype m_room = MostPrinted;
    QCborArray m_rows;
    QByteArray m_text;
};

/// What a command has printed, from its beginning: all of it, or as much as a row may hold. Of one that goes on nothing is whole.
QCborMap printedBy(const CommandRecord &command, Store &store, quint64 rows, quint64 bytes)
{
    const CommandSpec *spec = Catalogue::instance().find(command.invocation.verb);
    Excerpt excerpt;
    bool whole = true;
    const quint32 chunks = store.outputCount(command.id);
    for (quint32 index = 0; spec && whole && index < chunks; ++index) {
        const auto chunk = store.output(command.id, index);
        whole = chunk && excerpt.add(*spec, *chunk);
    }
    QCborMap output{{u"bytes"_s, qint64(bytes)}};
    if (rows > 0) {
        output.insert(u"rows"_s, qint64(rows));
        output.insert(u"first_rows"_s, excerpt.rows());
    }
    if (const QStringList lines = excerpt.lines(command.encoding); !lines.isEmpty())
        output.insert(u"lines"_s, QCborArray::fromStringList(lines));
    output.insert(u"whole"_s, whole && isFinal(command.state));
    return output;
}

} // namespace

ServiceAnswer answerRows(RowWriter &rows)
{
    const auto count = quint32(rows.rowCount());
    return {CommandState::Completed, {}, rows.take(), count};
}

ServiceAnswer answerJobs(
    const SessionRegister &sessions, const CommandDispatcher &dispatcher, SessionId session, CommandId self)
{
    RowWriter rows;
    for (const CommandId id : sessions.openOf(session)) {
        if (id == self)
            continue;
        const CommandRecord &command = *sessions.command(id);
        const QString progress = dispatcher.progress(id);
        rows.addRow(rowOf<Verbs::Jobs>(cell<"command_id">(qint64(id.value())), cell<"command_line">(command.line),
            cell<"state">(Codec::wireName(command.state)), cell<"started">(startedText(command)),
            cell<"progress">(progress.isEmpty() ? QCborValue(nullptr) : QCborValue(progress)),
            cell<"background">(command.background)));
    }
    return answerRows(rows);
}

ServiceAnswer answerStatus(const SessionRegister &sessions, const CommandDispatcher &dispatcher, Store &store,
    SessionId session, CommandId wanted)
{
    const auto *command = sessions.command(wanted);
    if (!command || command->session != session)
        return {CommandState::Failed, {{ErrorCode::CommandUnknown, wanted.toString(), {}, {}}}, {}, 0};
    const OutputTally *soFar = dispatcher.output(wanted);
    const quint64 printed = soFar ? soFar->rows() : command->rows;
    const QCborMap output = printedBy(*command, store, printed, soFar ? soFar->bytes() : command->bytes);
    RowWriter rows;
    rows.addRow(rowOf<Verbs::Status>(cell<"command_id">(qint64(wanted.value())), cell<"command_line">(command->line),
        cell<"state">(Codec::wireName(command->state)), cell<"started">(startedText(*command)),
        cell<"duration_seconds">(seconds(*command)), cell<"background">(command->background),
        cell<"errors">(errorList(command->errors)), cell<"output">(output)));
    return answerRows(rows);
}

} // namespace Sonde::Service
