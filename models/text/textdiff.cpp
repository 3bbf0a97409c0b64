// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textdiff.h"

#include <QStringList>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// More changed lines than this are not worth a minimal answer.
constexpr qsizetype MostEdits = 1'000;

struct Line {
    QChar sign; ///< ' ', '-' or '+'
    QString text;
};
using Lines = std::vector<Line>;
using Strings = std::span<const QString>;

void add(Lines &lines, QChar sign, Strings texts)
{
    for (const QString &text : texts)
        lines.push_back({sign, text});
}

/// How far each diagonal gets with so many edits (E. W. Myers, "An O(ND) Difference Algorithm", 1986); empty when more than MostEdits
/// are needed.
std::vector<std::vector<qsizetype>> furthest(Strings before, Strings after)
{
    const auto m = qsizetype(before.size());
    const auto n = qsizetype(after.size());
    const qsizetype most = std::min(m + n, MostEdits);
    std::vector<std::vector<qsizetype>> trace;
    std::vector<qsizetype> reach(size_t(2 * most + 3), 0);
    const auto at = [most](qsizetype diagonal) { return size_t(diagonal + most + 1); };
    for (qsizetype edits = 0; edits <= most; ++edits) {
        for (qsizetype k = -edits; k <= edits; k += 2) {
            const bool down = k == -edits || (k != edits && reach[at(k - 1)] < reach[at(k + 1)]);
            qsizetype x = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            while (x < m && x - k < n && before[size_t(x)] == after[size_t(x - k)])
                ++x;
            reach[at(k)] = x;
            if (x >= m && x - k >= n) {
                trace.push_back(reach);
                return trace;
            }
        }
        trace.push_back(reach);
    }
    return {};
}

Lines shortest(Strings before, Strings after)
{
    const auto trace = furthest(before, after);
    Lines lines;
    if (trace.empty()) {
        add(lines, u'-', before);
        add(lines, u'+', after);
        return lines;
    }
    const qsizetype middle = qsizetype(trace.front().size() - 1) / 2;
    auto x = qsizetype(before.size());
    auto y = qsizetype(after.size());
    for (auto edits = qsizetype(trace.size()) - 1; edits > 0; --edits) {
        const auto &reach = trace[size_t(edits - 1)];
        const qsizetype k = x - y;
        const auto at = [middle](qsizetype diagonal) { return size_t(diagonal + middle); };
        const bool down = k == -edits || (k != edits && reach[at(k - 1)] < reach[at(k + 1)]);
        const qsizetype fromX = down ? reach[at(k + 1)] : reach[at(k - 1)];
        const qsizetype fromY = fromX - (down ? k + 1 : k - 1);
        for (; x > fromX && y > fromY; --x, --y)
            lines.push_back({u' ', before[size_t(x - 1)]});
        lines.push_back(down ? Line{u'+', after[size_t(fromY)]} : Line{u'-', before[size_t(fromX)]});
        x = fromX;
        y = fromY;
    }
    for (; x > 0; --x)
        lines.push_back({u' ', before[size_t(x - 1)]});
    std::ranges::reverse(lines);
    return lines;
}

Lines compared(Strings before, Strings after)
{
    const auto [headBefore, headAfter] = std::ranges::mismatch(before, after);
    const auto head = size_t(headBefore - before.begin());
    size_t tail = 0;
    while (tail < std::min(before.size(), after.size()) - head
        && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    Lines lines;
    add(lines, u' ', before.first(head));
    const Lines middle =
        shortest(before.subspan(head, before.size() - head - tail), after.subspan(head, after.size() - head - tail));
    lines.insert(lines.end(), middle.begin(), middle.end());
    add(lines, u' ', before.last(tail));
    return lines;
}

/// The lines `first` to before `last`, with the numbers a patch begins with.
QString hunk(const Lines &lines, qsizetype first, qsizetype last, qsizetype lineBefore, qsizetype lineAfter)
{
    qsizetype before = 0;
    qsizetype after = 0;
    QString body;
    for (qsizetype i = first; i < last; ++i) {
        const Line &line = lines[size_t(i)];
        before += line.sign != u'+';
        after += line.sign != u'-';
        body += line.sign + line.text + u'\n';
    }
    return u"@@ -%1,%2 +%3,%4 @@\n"_s.arg(lineBefore).arg(before).arg(lineAfter).arg(after) + body;
}

} // namespace

QString unifiedDiff(const QString &before, const QString &after, qsizetype context)
{
    const QStringList old = before.split(u'\n');
    const QStringList fresh = after.split(u'\n');
    const Lines lines = compared(old, fresh);
    const auto count = qsizetype(lines.size());
    const auto nextChange = [&](qsizetype from) {
        while (from < count && lines[size_t(from)].sign == u' ')
            ++from;
        return from;
    };
    QString text;
    qsizetype lineBefore = 1;
    qsizetype lineAfter = 1;
    qsizetype done = 0;
    const auto passTo = [&](qsizetype end) {
        for (; done < end; ++done) {
            lineBefore += lines[size_t(done)].sign != u'+';
            lineAfter += lines[size_t(done)].sign != u'-';
        }
    };
    for (qsizetype change = nextChange(0); change < count;) {
        qsizetype last = change;
        for (qsizetype next = change; next < count && next - last <= 2 * context + 1; next = nextChange(next + 1))
            last = next;
        const qsizetype first = std::max(done, change - context);
        const qsizetype end = std::min(count, last + 1 + context);
        passTo(first);
        text += hunk(lines, first, end, lineBefore, lineAfter);
        passTo(end);
        change = nextChange(end);
    }
    return text;
}

} // namespace Sonde::Client
