// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandoutput.h"

#include "models/acts/shownact.h"

#include "transport/threads/guarded.h"

namespace Sonde::Client {

CommandOutput::CommandOutput(const CommandSpec *spec, OutputType wanted, QObject *parent)
    : QObject(parent)
    , m_spec(spec)
    , m_wanted(wanted)
{
}

CommandOutput::Kind CommandOutput::kind() const
{
    if ((m_table || m_text) && m_wanted == OutputType::Json)
        return Kind::Json;
    if (m_table && m_spec->has(Trait::Acts) && tellsAct(m_table->snapshot()))
        return Kind::Act;
    if (m_table)
        return m_spec->singleRow ? Kind::Record : Kind::Table;
    return m_text ? Kind::Text : Kind::None;
}

std::optional<ScriptOutput> CommandOutput::script() const
{
    if (!m_spec || !m_spec->has(Trait::RunsScript))
        return {};
    ScriptOutput script{m_scriptName, m_exitStatus, m_encoding, {}, {}};
    if (m_text) {
        script.output = m_text->bytesOf(TextStream::Output);
        script.errors = m_text->bytesOf(TextStream::Errors);
    }
    return script;
}

void CommandOutput::prepareJson()
{
    if (m_makingJson || (!m_table && !m_text))
        return;
    if (m_bytes == m_jsonBytes)
        return Q_EMIT jsonReady();
    m_makingJson = true;
    const auto made = [this, bytes = m_bytes](QByteArray json) {
        m_makingJson = false;
        m_json = std::move(json);
        m_jsonBytes = bytes;
        Q_EMIT jsonReady();
        if (m_bytes != bytes)
            prepareJson();
    };
    if (m_table)
        runGuarded(this, [spec = m_spec, copies = m_table->rows()] { return rowsToJsonText(*spec, copies); }, made);
    else
        runGuarded(this, [script = script().value_or(ScriptOutput())] { return toJsonText(script); }, made);
}

void CommandOutput::appendRows(ResultRows rows, qsizetype bytes)
{
    if (!m_spec)
        return;
    if (!m_table) {
        m_table = new ResultTable(*m_spec, this);
        m_model = new ResultModel(*m_table, this);
    }
    m_bytes += bytes;
    m_table->appendRows(std::move(rows));
    Q_EMIT changed();
}

void CommandOutput::appendText(const QByteArray &text, TextStream stream)
{
    if (!m_text) {
        m_text = new TextBuffer(this);
        decodeText();
    }
    m_bytes += text.size();
    m_text->append(text, stream);
    Q_EMIT changed();
}

void CommandOutput::setDeclaredEncoding(const QString &name)
{
    if (!m_encodingChosen && !name.isEmpty() && name != m_encoding) {
        m_encoding = name;
        decodeText();
    }
}

void CommandOutput::setEncoding(const QString &name)
{
    m_encodingChosen = true;
    if (name == m_encoding)
        return;
    m_encoding = name;
    decodeText();
    m_jsonBytes = -1;
    Q_EMIT changed();
}

void CommandOutput::decodeText()
{
    if (!m_text)
        return;
    const auto before = std::move(m_decoded); // stays until who shows it has the new one
    if (!TextEncoding::isUtf8(m_encoding)) {
        m_decoded = std::make_unique<DecodedText>(*m_text, m_encoding);
        connect(m_decoded.get(), &DecodedText::grown, this, &CommandOutput::changed);
    }
    Q_EMIT encodingChanged();
}

void CommandOutput::setScript(const QString &name, std::optional<qint32> exitStatus)
{
    m_scriptName = name;
    m_exitStatus = exitStatus;
    // A script that said nothing still has a name and an exit status.
    if (m_wanted == OutputType::Json)
        appendText({});
}

void CommandOutput::setProgress(qint64 done, qint64 total, const QString &what)
{
    m_progress = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1;
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
    if (std::exchange(m_whole, true))
        return;
    if (m_table)
        m_table->prepare();
    Q_EMIT wholeChanged();
}

} // namespace Sonde::Client

#include "moc_commandoutput.cpp"
