// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandhistory.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// One line of the file each, whatever was pasted into the input.
QByteArray escapedLine(QString line)
{
    return line.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s).toUtf8() + '\n';
}

QString unescapedLine(QStringView line)
{
    QString text;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) != u'\\' || i + 1 == line.size()) {
            text += line.at(i);
            continue;
        }
        const QChar next = line.at(++i);
        text += next == u'n' ? QChar(u'\n') : next == u'r' ? QChar(u'\r') : next;
    }
    return text;
}

} // namespace

CommandHistory::CommandHistory(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    if (!m_file.isEmpty())
        read();
}

void CommandHistory::read()
{
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts))
        m_lines.append(unescapedLine(line));
    if (m_lines.size() > MostLines)
        m_lines = m_lines.last(MostLines);
}

Result<void> CommandHistory::add(const QString &line)
{
    if (line.trimmed().isEmpty() || (!m_lines.isEmpty() && m_lines.last() == line))
        return {};
    m_lines.append(line);
    // Cut down by a tenth at a time, so that not every line rewrites the file.
    if (m_lines.size() > MostLines + MostLines / 10) {
        m_lines = m_lines.last(MostLines);
        return rewrite();
    }
    if (m_file.isEmpty())
        return {};
    // Appended, so that several workstations of one user add to the same history.
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QFile file(m_file);
    const QByteArray bytes = escapedLine(line);
    if (!file.open(QFile::WriteOnly | QFile::Append, ownerOnly) || file.write(bytes) != bytes.size())
        return fail(ErrorCode::CannotWrite, m_file, file.errorString());
    return {};
}

QStringList CommandHistory::search(QStringView text) const
{
    QStringList found;
    QSet<QString> seen;
    for (auto line = m_lines.crbegin(); line != m_lines.crend(); ++line) {
        if (line->contains(text, Qt::CaseInsensitive) && !seen.contains(*line)) {
            seen.insert(*line);
            found.append(*line);
        }
    }
    return found;
}

Result<void> CommandHistory::clear()
{
    m_lines.clear();
    return rewrite();
}

Result<void> CommandHistory::rewrite()
{
    if (m_file.isEmpty())
        return {};
    QSaveFile file(m_file);
    QByteArray bytes;
    for (const QString &line : std::as_const(m_lines))
        bytes += escapedLine(line);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(bytes) != bytes.size()
        || !file.commit())
        return fail(ErrorCode::CannotWrite, m_file, file.errorString());
    return {};
}

std::optional<QString> HistoryWalk::previous(const QString &shown)
{
    if (!m_at)
        m_typed = shown;
    const auto &lines = m_history.lines();
    for (qsizetype i = std::min(m_at.value_or(lines.size()), lines.size()) - 1; i >= 0; --i) {
        if (lines.at(i).startsWith(m_typed) && lines.at(i) != shown) {
            m_at = i;
            return lines.at(i);
        }
    }
    return {};
}

std::optional<QString> HistoryWalk::next()
{
    if (!m_at)
        return {};
    const auto &lines = m_history.lines();
    const QString shown = lines.value(*m_at);
    for (qsizetype i = *m_at + 1; i < lines.size(); ++i) {
        if (lines.at(i).startsWith(m_typed) && lines.at(i) != shown) {
            m_at = i;
            return lines.at(i);
        }
    }
    m_at.reset();
    return m_typed;
}

} // namespace Sonde::Client

#include "moc_commandhistory.cpp"
