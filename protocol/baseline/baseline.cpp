// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/baseline/baseline.h"

#include "protocol/base/codec.h"
#include "protocol/command/catalogue.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr QLatin1StringView Suffix(".baseline");
constexpr QLatin1StringView Format("sonde-baseline");
constexpr qint64 MostHeadBytes = 64 * 1024;
constexpr quint64 ContainerCells = 8; ///< what an array, a map or a tag takes in memory beside what is in it, in cells
constexpr int DeepestCell = 32;

std::unexpected<Error> malformed(const QString &name, const QString &why)
{
    return fail(ErrorCode::BaselineMalformed, name, why);
}

/// The verb is one of ours, whose rows can be compared; whoever made the file may have written anything.
Result<BaselineHead> checked(BaselineHead head, const QString &name)
{
    const CommandSpec *command = Catalogue::instance().find(head.verb);
    const bool isKnown = command && command->verb == head.verb && !command->lasting.isEmpty();
    return isKnown ? Result<BaselineHead>(std::move(head)) : malformed(name, u"verb"_s);
}

/// Up to where its rows begin.
Result<BaselineHead> readHead(QCborStreamReader &in, const QString &name)
{
    if (!in.isArray() || !in.enterContainer() || !in.isString() || in.readAllString() != Format)
        return malformed(name, Format);
    const bool fits = in.isByteArray() && in.isLengthKnown() && in.length() <= quint64(MostHeadBytes);
    const auto head = fits ? Codec::fromBytes<BaselineHead>(in.readAllByteArray())
                           : Result<BaselineHead>(fail(ErrorCode::BaselineMalformed));
    if (!head)
        return malformed(name, u"head"_s);
    return checked(*head, name);
}

/// Takes from `left` what an element and all in it will weigh; false when that is too much, or it does not say how much it is.
bool weigh(QCborStreamReader &in, quint64 &left, int depth)
{
    const quint64 weight = in.isContainer() || in.isTag() ? ContainerCells : 1;
    if (weight > left)
        return false;
    left -= weight;
    if (!in.isContainer())
        return in.next();
    if (depth >= DeepestCell || !in.isLengthKnown() || !in.enterContainer())
        return false;
    while (in.hasNext()) {
        if (!weigh(in, left, depth + 1))
            return false;
    }
    return in.leaveContainer();
}

/// Whether the rows of a chunk are what the head announces: a few bytes can say many rows, and each of them can be large.
bool isWithin(const QByteArray &chunk, const BaselineHead &head, quint32 rowsBefore, quint64 &left)
{
    QCborStreamReader in(chunk);
    if (!in.isArray() || !in.enterContainer())
        return false;
    for (quint32 rows = rowsBefore; in.hasNext(); ++rows) {
        const bool isAnnounced = in.isArray() && rows < head.rows;
        if (!isAnnounced || !in.isLengthKnown() || in.length() > quint64(head.columns.size()))
            return false;
        left += ContainerCells; // the head's own limit counts the rows
        if (!weigh(in, left, 0))
            return false;
    }
    return in.leaveContainer() && in.currentOffset() == chunk.size();
}

/// Adds the rows of a chunk. `left`: how many cells more may be read.
bool addRows(Baseline &baseline, const QByteArray &chunk, quint64 &left)
{
    if (!isWithin(chunk, baseline.head, quint32(baseline.rows.size()), left))
        return false;
    QCborStreamReader in(chunk);
    if (!in.isArray() || !in.enterContainer())
        return false;
    while (in.hasNext()) {
        baseline.rows.push_back(QCborValue::fromCbor(in).toArray());
        if (in.lastError() != QCborError::NoError)
            return false;
    }
    return in.leaveContainer();
}

} // namespace

QString baselineFileName(const BaselineName &name)
{
    return name.name + u'.' + name.verb + Suffix;
}

std::optional<BaselineName> baselineName(QStringView fileName)
{
    if (!fileName.endsWith(Suffix, Qt::CaseInsensitive))
        return {};
    const QStringView rest = fileName.chopped(Suffix.size());
    const qsizetype dot = rest.lastIndexOf(u'.');
    const CommandSpec *command = dot > 0 ? Catalogue::instance().find(rest.sliced(dot + 1)) : nullptr;
    if (!command || command->lasting.isEmpty())
        return {};
    return BaselineName{rest.first(dot).toString(), command->verb};
}

QByteArray toBytes(const BaselineHead &head, const std::vector<QByteArray> &chunks)
{
    QByteArray bytes;
    QCborStreamWriter out(&bytes);
    out.startArray(2 + chunks.size());
    out.append(Format);
    out.append(Codec::toBytes(head));
    for (const QByteArray &chunk : chunks)
        out.append(chunk);
    out.endArray();
    return bytes;
}

Result<BaselineHead> readBaselineHead(QIODevice &file, const QString &name)
{
    QCborStreamReader in(&file);
    return readHead(in, name);
}

Result<Baseline> readBaseline(QIODevice &file, const QString &name)
{
    const QByteArray bytes = file.read(std::min(MostBaselineBytes + 1, file.bytesAvailable()));
    if (bytes.size() > MostBaselineBytes)
        return malformed(name, u"size"_s);
    QCborStreamReader in(bytes);
    auto head = readHead(in, name);
    if (!head)
        return std::unexpected(head.error());
    Baseline baseline{*std::move(head), {}};
    const qsizetype columns = baseline.head.columns.size();
    if (quint64(baseline.head.rows) * quint64(std::max<qsizetype>(columns, 1)) > MostBaselineCells)
        return malformed(name, u"rows"_s);
    quint64 left = MostBaselineCells;
    while (in.hasNext()) {
        if (!in.isByteArray() || !addRows(baseline, in.readAllByteArray(), left)
            || in.lastError() != QCborError::NoError)
            return malformed(name, u"rows"_s);
    }
    if (!in.leaveContainer() || baseline.rows.size() != baseline.head.rows)
        return malformed(name, u"rows"_s);
    return baseline;
}

} // namespace Sonde
