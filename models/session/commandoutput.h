// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/resultmodel.h"
#include "models/text/scriptoutput.h"
#include "models/text/textencoding.h"
#include "protocol/journal/projection.h"

namespace Sonde::Client {

/// What a command printed so far. Filled by its session's controller; shown by a console block, the side bar and sonde-cli.
class CommandOutput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandOutput)

public:
    /// None: nothing printed (yet). Record: a table with one row. Act: rows that tell a plan or what came of it. Json: a table or a script's text that the analyst asked to see as JSON.
    enum class Kind { None, Table, Record, Act, Text, Json };
    Q_ENUM(Kind)

    /// `spec` is the catalogue's; nullptr for a line that is no command.
    CommandOutput(const CommandSpec *spec, OutputType wanted, QObject *parent = nullptr);

    [[nodiscard]] Kind kind() const;
    /// nullptr unless rows came.
    [[nodiscard]] ResultTable *table() const { return m_table; }
    /// The rows as the analyst arranged them in the console, which outlives what shows them; nullptr unless rows came.
    [[nodiscard]] ResultModel *model() const { return m_model; }
    /// nullptr unless text came: as it reads in encoding().
    [[nodiscard]] TextBuffer *text() const { return m_decoded ? &m_decoded->buffer() : m_text; }
    /// The same as it came.
    [[nodiscard]] const TextBuffer *rawText() const { return m_text; }
    /// "UTF-8", or another of TextEncoding's: what the device declared, until the analyst chooses.
    [[nodiscard]] const QString &encoding() const { return m_encoding; }
    void setEncoding(const QString &name);
    /// The catalogue's command; nullptr for a line that is none.
    [[nodiscard]] const CommandSpec *spec() const { return m_spec; }
    [[nodiscard]] OutputType wanted() const { return m_wanted; }
    [[nodiscard]] qsizetype byteCount() const { return m_bytes; }

    /// Of `run`: what the script said, by stream, and how it ended.
    [[nodiscard]] std::optional<ScriptOutput> script() const;

    /// Indented JSON of the rows, or of the script's text, made on the thread pool: empty until jsonReady() after prepareJson(); made
    /// anew when more came since.
    [[nodiscard]] const QByteArray &json() const { return m_json; }
    void prepareJson();

    /// Everything the command printed is here, and it prints no more.
    [[nodiscard]] bool whole() const { return m_whole; }
    /// Some of it is missing and is being fetched.
    [[nodiscard]] bool fetching() const { return m_fetching; }
    /// 0…1; negative: unknown.
    [[nodiscard]] double progress() const { return m_progress; }
    /// What the device says it is at, e.g. a folder; may hold any characters.
    [[nodiscard]] const QString &progressText() const { return m_progressText; }

    // ---- for the controller
    void appendRows(ResultRows rows, qsizetype bytes);
    void appendText(const QByteArray &text, TextStream stream = TextStream::Output);
    void setDeclaredEncoding(const QString &name);
    /// Of `run`, when it has ended.
    void setScript(const QString &name, std::optional<qint32> exitStatus);
    void setProgress(qint64 done, qint64 total, const QString &what);
    void setFetching(bool fetching);
    void setWhole();

Q_SIGNALS:
    void changed();
    void wholeChanged();
    void jsonReady();
    void progressChanged();
    /// text() is another one.
    void encodingChanged();

private:
    void decodeText();

    const CommandSpec *m_spec;
    OutputType m_wanted;
    ResultTable *m_table = nullptr;
    ResultModel *m_model = nullptr;
    TextBuffer *m_text = nullptr;
    QString m_encoding = QStringLiteral("UTF-8");
    bool m_encodingChosen = false;
    std::unique_ptr<DecodedText> m_decoded; ///< none while the text is UTF-8
    QString m_scriptName;
    std::optional<qint32> m_exitStatus;
    QByteArray m_json;
    qsizetype m_jsonBytes = -1; ///< of output that m_json was made of; -1: none
    bool m_makingJson = false;
    qsizetype m_bytes = 0;
    bool m_whole = false;
    bool m_fetching = false;
    double m_progress = -1;
    QString m_progressText;
};

} // namespace Sonde::Client
