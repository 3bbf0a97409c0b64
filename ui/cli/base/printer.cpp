// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/printer.h"

#include "models/result/resultmodel.h"
#include "models/text/textbuffer.h"
#include "models/text/visibletext.h"
#include "protocol/base/codec.h"
#include "protocol/time/timetext.h"
#include "ui/cli/base/terminal.h"
#include "ui/words/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <functional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString textOf(const TextBuffer &buffer)
{
    QStringList lines;
    for (qsizetype i = 0; i < buffer.lineCount(); ++i)
        lines << buffer.line(i);
    return lines.join(u'\n');
}

/// For people, in the output type that was asked for. A script's own streams stay apart: what it complained of is on stderr here too.
/// Codes of acts as people read them; who reads JSON gets the codes.
ResultRows inWords(const CommandSpec &command, ResultRows rows)
{
    if (!command.has(Trait::Acts))
        return rows;
    for (QCborArray &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (const QString word = Words::actCellText(command.columns.at(i).id, row.at(i)); !word.isEmpty())
                row[i] = word;
        }
    }
    return rows;
}

void printReadable(const CommandOutput &output)
{
    const bool json = output.wanted() == OutputType::Json;
    if (const auto script = output.script()) {
        if (json)
            return Terminal::writeJson(stdout, toJsonText(*script));
        Terminal::writeScript(stdout, TextEncoding::toUtf8(script->output, script->encoding));
        Terminal::writeScript(stderr, TextEncoding::toUtf8(script->errors, script->encoding));
    } else if (const ResultTable *table = output.table()) {
        if (json)
            Terminal::writeJson(stdout, rowsToJsonText(table->command(), table->rows()));
        else
            Terminal::writePage(stdout, rowsToText(table->command(), inWords(table->command(), table->rows())));
    } else if (output.text()) {
        Terminal::writePage(stdout, textOf(*output.text()));
    }
}

QJsonValue asJson(const CommandOutput *output, CommandState state)
{
    if (output && output->table())
        return rowsToJson(output->table()->command(), output->table()->rows());
    if (const auto script = output ? output->script() : std::nullopt)
        return toJson(*script);
    if (output && output->text())
        return textOf(*output->text());
    // No rows is an answer too.
    const CommandSpec *spec = output && state == CommandState::Completed ? output->spec() : nullptr;
    return spec && !spec->columns.isEmpty() && !spec->singleRow ? rowsToJson(*spec, {}) : QJsonValue();
}

QJsonArray toJson(std::ranges::input_range auto &&errors)
{
    QJsonArray array;
    for (const Error &error : errors) {
        array << QJsonObject{{u"code"_s, Codec::wireName(error.code)}, {u"subject"_s, error.subject},
            {u"reason"_s, error.reason}, {u"message"_s, Words::errorText(error)}};
    }
    return array;
}

/// What went wrong, and what is only good to know.
void insertErrors(QJsonObject &object, const std::vector<Error> &errors)
{
    const auto isRemark = [](const Error &error) { return isNote(error.code); };
    object.insert(u"errors"_s, toJson(errors | std::views::filter(std::not_fn(isRemark))));
    object.insert(u"notes"_s, toJson(errors | std::views::filter(isRemark)));
}

QString cellText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const auto &part : array)
            parts << part.toString();
        return visible(parts.join(", "_L1));
    }
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    return TimeText::isIso(text) ? TimeText().text(text) + u' ' + TimeText().zoneName() : visible(text);
}

} // namespace

void Printer::line(const QString &text)
{
    Terminal::writeLine(stdout, text);
}

void Printer::page(const QString &text)
{
    Terminal::writePage(stdout, text);
}

void Printer::ask(const QString &question)
{
    Terminal::writeQuestion(stderr, question);
}

void Printer::note(const QString &text)
{
    Terminal::writeLine(stderr, text);
}

void Printer::error(const Error &error)
{
    note(u"sonde-cli: "_s + Words::errorText(error));
}

void Printer::object(const QJsonObject &object) const
{
    Terminal::writeJson(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void Printer::command(const CommandRecord &record, const CommandOutput *output, const Saved &saved) const
{
    for (const Error &error : record.errors)
        isNote(error.code) ? note(Words::errorText(error)) : Printer::error(error);
    if (!isFinal(record.state) || record.state == CommandState::Completed) {
        // The data speaks for itself.
    } else if (record.errors.empty()) {
        note(u"sonde-cli: %1: %2"_s.arg(record.line, Words::commandStateText(record)));
    }
    if (m_json) {
        const OutputType type = output ? output->wanted() : OutputType::Table;
        QJsonObject line{{u"command_id"_s, qint64(record.id.value())}, {u"command_line"_s, record.line},
            {u"status"_s, Codec::wireName(record.state)},
            {u"duration_seconds"_s, double(record.duration.count()) / 1e6}, {u"output_type"_s, Codec::wireName(type)},
            {u"output"_s, saved.output.isEmpty() ? asJson(output, record.state) : QJsonValue()}};
        insertErrors(line, record.errors);
        if (!saved.output.isEmpty())
            line.insert(u"saved_to"_s, saved.output);
        if (isPartial(record))
            line.insert(u"partial"_s, true);
        if (record.evidence)
            line.insert(u"delivered"_s, !saved.evidence.isEmpty());
        if (!saved.evidence.isEmpty())
            line.insert(u"saved_as"_s, saved.evidence);
        return object(line);
    }
    if (!saved.output.isEmpty() && isPartial(record))
        note(QCoreApplication::translate("Sonde::Client::Cli", "%1: partial, written to %2")
                .arg(record.line, saved.output));
    else if (!saved.output.isEmpty())
        note(QCoreApplication::translate("Sonde::Client::Cli", "%1: written to %2").arg(record.line, saved.output));
    else if (const QString nothing = Words::nothingFound(record); !nothing.isEmpty())
        note(visible(nothing));
    else if (output)
        printReadable(*output);
    if (!saved.evidence.isEmpty())
        note(QCoreApplication::translate("Sonde::Client::Cli", "%1: saved as %2").arg(record.line, saved.evidence));
    else if (record.evidence && !record.evidence->sha256.isEmpty())
        note(QCoreApplication::translate("Sonde::Client::Cli", "%1: the service has the file, this computer has not")
                .arg(record.line));
}

void Printer::text(const QString &line, const QString &text) const
{
    if (m_json) {
        object({{u"command_id"_s, QJsonValue()}, {u"command_line"_s, line}, {u"status"_s, u"completed"_s},
            {u"duration_seconds"_s, 0}, {u"output_type"_s, u"text"_s}, {u"output"_s, text},
            {u"errors"_s, QJsonArray()}});
    } else {
        page(text);
    }
}

void Printer::refusedLine(const QString &line, const Error &error) const
{
    Printer::error(error);
    if (m_json) {
        object({{u"command_id"_s, QJsonValue()}, {u"command_line"_s, line}, {u"status"_s, u"rejected"_s},
            {u"duration_seconds"_s, 0}, {u"output_type"_s, u"text"_s}, {u"output"_s, QJsonValue()},
            {u"errors"_s, toJson(std::vector{error})}});
    }
}

void Printer::list(const QStringList &columns, const std::vector<QJsonObject> &rows) const
{
    if (m_json) {
        for (const QJsonObject &row : rows)
            object(row);
        return;
    }
    std::vector<QStringList> lines{columns};
    for (const QJsonObject &row : rows) {
        QStringList &cells = lines.emplace_back();
        for (const QString &column : columns)
            cells << cellText(row.value(column));
    }
    QList<qsizetype> widths(columns.size(), 0);
    for (const QStringList &cells : lines) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], cells.at(i).size());
    }
    QString text;
    for (const QStringList &cells : lines) {
        QString line;
        for (qsizetype i = 0; i < cells.size(); ++i)
            line += cells.at(i).leftJustified(widths.at(i)) + u"  "_s;
        text += line.trimmed() + u'\n';
    }
    page(text);
}

QJsonValue jsonTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(TimeText::iso(time)) : QJsonValue();
}

} // namespace Sonde::Client
