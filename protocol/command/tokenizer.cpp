// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/tokenizer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

class Tokenizer final
{
public:
    explicit Tokenizer(QStringView line)
        : m_line(line)
        , m_ampersand(trailingAmpersand(line))
    {
    }

    QList<Token> tokens()
    {
        QList<Token> all;
        while (skipBlanks())
            all += next();
        return all;
    }

private:
    static qsizetype trailingAmpersand(QStringView line)
    {
        qsizetype last = line.size() - 1;
        while (last >= 0 && line[last].isSpace())
            --last;
        return last >= 0 && line[last] == u'&' ? last : -1;
    }

    bool skipBlanks()
    {
        while (m_at < m_line.size() && m_line[m_at].isSpace())
            ++m_at;
        return m_at < m_line.size();
    }

    bool atOperator() const { return m_line[m_at] == u'>' || m_at == m_ampersand; }

    Token next()
    {
        if (!atOperator())
            return word();
        const auto kind = m_line[m_at] == u'>' ? TokenKind::Redirect : TokenKind::Ampersand;
        return {.kind = kind, .text = m_line[m_at], .start = m_at++, .length = 1};
    }

    Token word()
    {
        Token token;
        token.start = m_at;
        token.quoted = isQuote(m_line[m_at]);
        while (m_at < m_line.size() && !m_line[m_at].isSpace() && !atOperator())
            token.closed = isQuote(m_line[m_at]) ? skipQuoted() : skipOne();
        token.length = m_at - token.start;
        token.text = unquoted(m_line.sliced(token.start, token.length));
        return token;
    }

    bool skipOne()
    {
        ++m_at;
        return true;
    }

    bool skipQuoted()
    {
        const qsizetype close = m_line.indexOf(m_line[m_at], m_at + 1);
        m_at = close < 0 ? m_line.size() : close + 1;
        return close >= 0;
    }

    QStringView m_line;
    qsizetype m_ampersand; ///< -1: none
    qsizetype m_at = 0;
};

} // namespace

QList<Token> tokenize(QStringView line)
{
    return Tokenizer(line).tokens();
}

QString unquoted(QStringView word)
{
    QString text;
    QChar open;
    for (const QChar c : word) {
        if (open.isNull() ? isQuote(c) : c == open)
            open = open.isNull() ? c : QChar();
        else
            text += c;
    }
    return text;
}

Result<QStringList> splitArguments(QStringView text)
{
    QStringList arguments;
    QString word;
    bool inWord = false;
    QChar open;
    for (const QChar c : text) {
        if (open.isNull() ? isQuote(c) : c == open) {
            open = open.isNull() ? c : QChar();
            inWord = true;
        } else if (open.isNull() && c.isSpace()) {
            if (std::exchange(inWord, false))
                arguments += std::exchange(word, {});
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!open.isNull())
        return fail(ErrorCode::UnclosedQuote, word).with(Fact::Parameter, QStringLiteral("parameters"));
    if (inWord)
        arguments += word;
    return arguments;
}

QString quoted(const QString &text)
{
    const auto needsQuotes = [](QChar c) { return c.isSpace() || isQuote(c) || c == u'>' || c == u'&'; };
    // By itself it would be taken for a shell's.
    if (!text.isEmpty() && text != "|"_L1 && !text.startsWith(u'-') && std::ranges::none_of(text, needsQuotes))
        return text;

    // Pieces side by side are one word, so a text with both kinds of quotes changes them on the way.
    const auto quoteFor = [](QChar c) { return c == u'"' ? u'\'' : u'"'; };
    QChar open = text.contains(u'"') && !text.contains(u'\'') ? u'\'' : u'"';
    QString word = open;
    for (const QChar c : text) {
        if (c == open) {
            word += open;
            open = quoteFor(c);
            word += open;
        }
        word += c;
    }
    return word + open;
}

} // namespace Sonde
