// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/hooks/sshparser.h"

#include "agent/system/hooks/hookparser.h"
#include "agent/system/linux/commandwords.h"

#include <QCryptographicHash>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

bool isKeyType(QByteArrayView word)
{
    return word.startsWith("ssh-") || word.startsWith("ecdsa-sha2-") || word.startsWith("sk-");
}

/// Where the first blank outside of quotes is.
qsizetype endOfOptions(QByteArrayView text)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '\\' && isQuoted)
            ++i;
        else if (text.at(i) == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (text.at(i) == ' ' || text.at(i) == '\t'))
            return i;
    }
    return text.size();
}

QByteArray takeUntilBlank(QByteArrayView &text)
{
    const qsizetype end = endOfOptions(text);
    const QByteArray word = text.first(end).toByteArray();
    text = text.sliced(end).trimmed();
    return word;
}

/// The value of command="…", with its \" undone.
QByteArray commandOf(const QByteArray &options)
{
    constexpr QByteArrayView key = "command=\"";
    const qsizetype start = options.toLower().indexOf(key);
    if (start < 0)
        return {};
    QByteArray command;
    for (qsizetype i = start + key.size(); i < options.size() && options.at(i) != '"'; ++i) {
        if (options.at(i) == '\\' && i + 1 < options.size() && options.at(i + 1) == '"')
            ++i;
        command += options.at(i);
    }
    return command;
}

/// argv_split() of OpenSSH: '…' and "…" keep blanks, \ keeps a quote or itself, and outside of quotes a blank; # at the beginning of a
/// word ends them.
QByteArrayList argumentsOf(QByteArrayView text)
{
    QByteArrayList arguments;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    for (qsizetype i = 0; i < text.size();) {
        if (isBlank(text.at(i))) {
            ++i;
            continue;
        }
        if (text.at(i) == '#')
            break;
        QByteArray argument;
        char quote = 0;
        for (; i < text.size() && (quote || !isBlank(text.at(i))); ++i) {
            const char c = text.at(i);
            const char next = i + 1 < text.size() ? text.at(i + 1) : '\0';
            if (c == '\\' && (next == '\'' || next == '"' || next == '\\' || (!quote && next == ' '))) {
                argument += next;
                ++i;
            } else if (quote ? c == quote : (c == '"' || c == '\'')) {
                quote = quote ? '\0' : c;
            } else {
                argument += c;
            }
        }
        arguments += argument;
    }
    return arguments;
}

QString fingerprintOf(const QByteArray &base64)
{
    const auto key = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!key || (*key).isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(*key, QCryptographicHash::Sha256);
    return u"SHA256:"_s + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace

std::vector<AuthorizedKey> parseAuthorizedKeys(QByteArrayView bytes)
{
    std::vector<AuthorizedKey> keys;
    for (const QByteArray &line : plainLines(bytes)) {
        AuthorizedKey key;
        QByteArrayView rest = line;
        key.type = takeUntilBlank(rest);
        if (!isKeyType(key.type)) {
            key.options = key.type;
            key.command = commandOf(key.options);
            key.type = takeUntilBlank(rest);
        }
        if (!isKeyType(key.type))
            continue;
        key.fingerprint = fingerprintOf(takeUntilBlank(rest));
        key.comment = rest.toByteArray();
        keys.push_back(key);
    }
    return keys;
}

std::vector<SshdSetting> parseSshdConfig(QByteArrayView bytes)
{
    std::vector<SshdSetting> settings;
    for (const QByteArray &line : plainLines(bytes)) {
        // Keyword value, or Keyword=value; the keyword may have quotes, too
        const bool isQuoted = line.startsWith('"');
        const auto isEnd = [isQuoted](char c) { return isQuoted ? c == '"' : c == ' ' || c == '\t' || c == '='; };
        const qsizetype begin = isQuoted ? 1 : 0;
        qsizetype end = begin;
        while (end < line.size() && !isEnd(line.at(end)))
            ++end;
        QByteArray value = line.sliced(std::min(end + begin, line.size())).trimmed();
        if (value.startsWith('='))
            value = value.sliced(1).trimmed();
        settings.push_back({line.sliced(begin, end - begin).toLower(), value, argumentsOf(value)});
    }
    return settings;
}

} // namespace Sonde::Agent::Linux
