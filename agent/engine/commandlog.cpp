// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/engine/commandlog.h"

#include "agent/system/storage/storage.h"
#include "transport/disk/disk.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Agent {

namespace {

/// Flushing takes a core and the disk from the command that has just begun.
constexpr auto FlushAfter = 500ms;

QByteArray lineOf(const Message::RunCommand &order)
{
    const QJsonObject line{{u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {u"command"_s, order.command.toString()}, {u"session"_s, order.session.toString()},
        {u"line"_s, toLine(order.invocation)}, {u"working_directory"_s, order.workingDirectory}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

CommandLog::CommandLog(const QString &path)
    : m_file(path)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(FlushAfter);
    QObject::connect(&m_rest, &QTimer::timeout, &m_rest, [this] { flush(); });
}

CommandLog::~CommandLog()
{
    if (m_rest.isActive())
        flush();
    m_flusher.waitForDone();
}

Result<void> CommandLog::open(const QString &boot)
{
    // Unbuffered: a line is the operating system's as soon as it is written.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    m_file.seek(0);
    const QByteArrayList lines = m_file.readAll().split('\n');
    QString lastBoot;
    for (const QByteArray &line : lines) {
        const auto object = QJsonDocument::fromJson(line).object();
        if (const CommandId id(object.value("command"_L1).toString().toULongLong()); id.isValid())
            m_seen.insert(id);
        if (const QString said = object.value("boot"_L1).toString(); !said.isEmpty())
            lastBoot = said;
    }
    if (!lines.last().isEmpty()) // a crash cut the last line off
        m_file.write("\n");
    m_certain = m_seen.isEmpty() || lastBoot == boot;
    if (lastBoot != boot)
        m_file.write(QJsonDocument(QJsonObject{{u"boot"_s, boot}}).toJson(QJsonDocument::Compact) + '\n');
    return flushToDisk(m_file);
}

Result<void> CommandLog::add(const Message::RunCommand &order)
{
    const QByteArray line = lineOf(order);
    if (m_file.write(line) != line.size())
        return fail(ErrorCode::StorageFailed, m_file.fileName(), m_file.errorString());
    m_seen.insert(order.command);
    if (!m_rest.isActive())
        m_rest.start();
    return {};
}

void CommandLog::flush()
{
    m_flusher.start([handle = m_file.handle()] { std::ignore = Disk::flush(handle); });
}

} // namespace Sonde::Agent
