// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/resultexport.h"

#include "models/result/cellformat.h"
#include "models/result/jsontext.h"
#include "models/result/objecttext.h"
#include "models/result/resultcomparison.h"
#include "models/text/visibletext.h"
#include "protocol/command/rows.h"

#include <QJsonDocument>
#include <algorithm>
#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto CsvEnd = "\r\n"_L1;
/// A text column is not made wider than this by one long cell; what is longer stands out at the right.
constexpr qsizetype WidestColumn = 80;

bool looksLikeFormula(const QString &text)
{
    // ASCII, and the full-width forms a spreadsheet normalises to them.
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(text.front());
}

QString csvCell(const QCborValue &cell, ValueType type)
{
    QString text = plainText(cell, type);
    const bool number = cell.isInteger() || cell.isDouble();
    if (!number && looksLikeFormula(text))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')
        || text.startsWith(u' ') || text.endsWith(u' '))
        return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

/// Places a text takes in a terminal: wide East Asian characters take two, combining ones none.
qsizetype displayWidth(QStringView text)
{
    qsizetype width = 0;
    for (const char32_t character : text.toUcs4()) {
        const auto category = QChar::category(character);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        const bool wide = (character >= 0x1100 && character <= 0x115F) || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3) || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F) || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6) || (character >= 0x1F300 && character <= 0x1FAFF)
            || (character >= 0x20000 && character <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

QString padded(const QString &text, qsizetype width, bool right)
{
    const QString blanks(std::max<qsizetype>(0, width - displayWidth(text)), u' ');
    return right ? blanks + text : text + blanks;
}

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString textOfCell(const QCborValue &cell, ValueType type, const TimeText &times)
{
    return visible(isTime(cell, type) ? times.text(cell.toString()) : readableText(cell, type));
}

QString recordText(const CommandSpec &command, const QCborArray &row, const QList<int> &columns, const TimeText &times)
{
    std::vector<std::pair<QString, QString>> fields;
    qsizetype width = 0;
    for (const int column : columns) {
        const ColumnSpec &spec = command.columns.at(column);
        for (const ObjectLine &line : objectLines(spec.id, row.at(column))) {
            const QString name = QString(2 * line.depth, u' ') + visible(line.name);
            width = std::max(width, displayWidth(name));
            const bool time = isTime(line.value, spec.type);
            fields.emplace_back(
                name, textOfCell(line.value, spec.type, times) + (time ? u' ' + times.zoneName() : QString()));
        }
    }
    QString text;
    for (const auto &[name, value] : fields)
        text += withoutTrailingBlanks(padded(name, width + 2, false) + value) + u'\n';
    return text;
}

/// A list for each value of the column that groups the rows.
QJsonObject groupsOf(const CommandSpec &command, const ResultRows &rows)
{
    const auto column = command.columnIndex(command.groupedBy);
    std::map<QString, QJsonArray> groups;
    for (const QCborArray &row : rows)
        groups[plainText(row.at(column), ValueType::Text)].append(rowToJson(command, row));
    QJsonObject object;
    for (const auto &[name, list] : groups)
        object.insert(name, list);
    return object;
}

QList<int> writtenColumns(const CommandSpec &command, const ResultRows &rows, bool all)
{
    return withBaseline(command, shownColumns(command, all), rows.empty() ? QCborArray() : rows.front());
}

} // namespace

QList<int> readingOrder(const CommandSpec &command)
{
    QList<int> columns;
    for (const QString &id : command.readFirst)
        columns += int(command.columnIndex(id));
    for (int i = 0; i < int(command.columns.size()); ++i) {
        if (!columns.contains(i))
            columns += i;
    }
    return columns;
}

QList<int> shownColumns(const CommandSpec &command, bool all)
{
    QList<int> columns;
    if (all) {
        columns.resize(command.columns.size());
        std::ranges::iota(columns, 0);
        return columns;
    }
    columns = readingOrder(command);
    columns.removeIf(
        [&command](int column) { return !command.columns.at(column).main || command.columns.at(column).ofBaseline; });
    return columns;
}

QList<int> withBaseline(const CommandSpec &command, QList<int> columns, const QCborArray &row)
{
    const auto is = [&command](int column) { return command.columns.at(column).ofBaseline; };
    columns.removeIf(is);
    const qsizetype first = ResultComparison::baselineColumn(command);
    if (first < 0 || !row.at(first).isString())
        return columns;
    for (int column = int(command.columns.size()) - 1; column >= first; --column)
        columns.prepend(column);
    return columns;
}

QJsonValue rowsToJson(const CommandSpec &command, const ResultRows &rows)
{
    if (command.singleRow)
        return rows.empty() ? QJsonObject() : rowToJson(command, rows.front());
    if (!command.groupedBy.isEmpty())
        return groupsOf(command, rows);
    QJsonArray array;
    for (const QCborArray &row : rows)
        array.append(rowToJson(command, row));
    return array;
}

QByteArray rowsToJsonText(const CommandSpec &command, const ResultRows &rows)
{
    QStringList ids;
    for (const ColumnSpec &column : command.columns)
        ids += column.id;
    return jsonText(rowsToJson(command, rows), ids);
}

QString rowsToCsv(const CommandSpec &command, const ResultRows &rows, bool allColumns)
{
    return toCsv({command, rows, writtenColumns(command, rows, allColumns), TimeText()});
}

QString rowsToText(const CommandSpec &command, const ResultRows &rows, bool allColumns)
{
    return toText({command, rows, writtenColumns(command, rows, allColumns), TimeText()});
}

QString toCsv(const ResultPart &part)
{
    const CommandSpec &command = part.command;
    QString csv;
    for (const int column : part.columns)
        csv += (column == part.columns.front() ? QString() : u","_s) + command.columns.at(column).id;
    csv += CsvEnd;
    for (const QCborArray &row : part.rows) {
        for (const int column : part.columns)
            csv += (column == part.columns.front() ? QString() : u","_s)
                + csvCell(row.at(column), command.columns.at(column).type);
        csv += CsvEnd;
    }
    return csv;
}

QString toText(const ResultPart &part)
{
    const auto &[command, rows, columns, times] = part;
    if (command.singleRow)
        return rows.empty() ? QString() : recordText(command, rows.front(), columns, times);

    std::vector<QStringList> lines{QStringList()};
    for (const int column : columns)
        lines.front().append(columnTitle(command.columns.at(column), times));
    for (const QCborArray &row : rows) {
        QStringList &line = lines.emplace_back();
        for (const int column : columns)
            line.append(textOfCell(row.at(column), command.columns.at(column).type, times));
    }

    QList<qsizetype> widths(columns.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], std::min(WidestColumn, displayWidth(line.at(i))));
    }
    QString text;
    for (const QStringList &line : lines) {
        QString joined;
        for (qsizetype i = 0; i < line.size(); ++i)
            joined += (i ? u"  "_s : QString())
                + padded(line.at(i), widths.at(i), isNumeric(command.columns.at(columns.at(i)).type));
        text += withoutTrailingBlanks(std::move(joined)) + u'\n';
    }
    return text;
}

} // namespace Sonde::Client
