// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/terminal.h"

#include "models/text/utf8text.h"
#include "models/text/visibletext.h"

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Sonde::Client::Terminal {

namespace {

void writeBytes(FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

void writeEnded(FILE *stream, QByteArray bytes)
{
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    writeBytes(stream, bytes);
}

bool isTerminal(FILE *stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream));
#else
    return isatty(fileno(stream));
#endif
}

QString escaped(QStringView units)
{
    QString text;
    for (const QChar unit : units)
        text += u"\\u"_s + QString::number(unit.unicode(), 16).rightJustified(4, u'0');
    return text;
}

/// Every such character is within a string: JSON's own signs and the blanks between them are ASCII.
QByteArray withoutControls(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    const QList<VisibleText::Mark> marks = VisibleText::of(text, u"\n").marks;
    if (marks.isEmpty())
        return json;
    QString safe;
    qsizetype done = 0;
    for (const VisibleText::Mark &mark : marks) {
        safe += QStringView(text).sliced(done, mark.original - done);
        safe += escaped(QStringView(text).sliced(mark.original, mark.originalLength));
        done = mark.original + mark.originalLength;
    }
    return QString(safe + QStringView(text).sliced(done)).toUtf8();
}

} // namespace

void writeLine(FILE *stream, const QString &text)
{
    writeEnded(stream, visible(text).toUtf8());
}

void writeQuestion(FILE *stream, const QString &text)
{
    writeBytes(stream, visible(text).toUtf8() + ' ');
}

void writePage(FILE *stream, const QString &text)
{
    writeEnded(stream, VisibleText::of(text, u"\n\t").text.toUtf8());
}

void writeJson(FILE *stream, const QByteArray &json)
{
    writeEnded(stream, withoutControls(json));
}

void writeScript(FILE *stream, const QByteArray &bytes)
{
    if (!isTerminal(stream))
        return writeBytes(stream, bytes);
    const QString text = fromUtf8Lossless(bytes).replace("\r\n"_L1, "\n"_L1);
    writeBytes(stream, VisibleText::of(text, u"\n\t").text.toUtf8());
}

} // namespace Sonde::Client::Terminal
