// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandlog.h"

#include "storage.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

QByteArray lineOf(const Message::RunCommand &order)
{
    const QJsonObject line{{u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"command"_s, order.command.toString()}, {u"session"_s, order.session.toString()},
        {u"line"_s, toLine(order.invocation)}, {u"working_directory"_s, order.workingDirectory}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Result<void> CommandLog::open()
{
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append))
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    m_file.seek(0);
    bool endsWithLine = true;
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        endsWithLine = line.endsWith('\n');
        const auto object = QJsonDocument::fromJson(line).object();
        if (const CommandId id(object.value("command"_L1).toString().toULongLong()); id.isValid())
            m_seen.insert(id);
    }
    if (!endsWithLine)
        m_file.write("\n");
    return flushToDisk(m_file);
}

Result<void> CommandLog::add(const Message::RunCommand &order)
{
    if (m_file.write(lineOf(order)) < 0)
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    if (const auto flushed = flushToDisk(m_file); !flushed)
        return flushed;
    m_seen.insert(order.command);
    return {};
}

} // namespace Sonde
