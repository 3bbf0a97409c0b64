// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandoutput.h"

#include "guarded.h"

namespace Sonde {

CommandOutput::CommandOutput(const CommandSpec *spec, OutputType wanted, QObject *parent)
    : QObject(parent)
    , m_spec(spec)
    , m_wanted(wanted)
{
}

CommandOutput::Kind CommandOutput::kind() const
{
    if (m_table && m_wanted == OutputType::Json)
        return Kind::Json;
    if (m_table)
        return m_spec->singleRow ? Kind::Record : Kind::Table;
    return m_text ? Kind::Text : Kind::None;
}

void CommandOutput::prepareJson()
{
    if (m_makingJson || !m_table)
        return;
    const int rows = m_table->rowCount();
    if (rows == m_jsonRows)
        return Q_EMIT jsonReady();
    m_makingJson = true;
    runGuarded(
        this, [spec = m_spec, copies = m_table->rowsAt()] { return rowsToJsonText(*spec, copies); },
        [this, rows](QByteArray json) {
            m_makingJson = false;
            m_json = std::move(json);
            m_jsonRows = rows;
            Q_EMIT jsonReady();
            if (m_table->rowCount() != rows)
                prepareJson();
        });
}

void CommandOutput::appendRows(ResultRows rows, qsizetype bytes)
{
    if (!m_spec)
        return;
    if (!m_table)
        m_table = new ResultModel(*m_spec, this);
    m_bytes += bytes;
    m_table->appendRows(std::move(rows));
    Q_EMIT changed();
}

void CommandOutput::appendText(const QByteArray &text)
{
    if (!m_text)
        m_text = new TextBuffer(this);
    m_bytes += text.size();
    m_text->append(text);
    Q_EMIT changed();
}

void CommandOutput::setProgress(qint64 done, qint64 total, const QString &what)
{
    m_progress = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1;
    m_progressCount = done;
    m_progressText = what;
    Q_EMIT progressChanged();
}

void CommandOutput::setFetching(bool fetching)
{
    if (std::exchange(m_fetching, fetching) != fetching)
        Q_EMIT changed();
}

void CommandOutput::setWhole()
{
    if (!std::exchange(m_whole, true))
        Q_EMIT wholeChanged();
}

} // namespace Sonde
