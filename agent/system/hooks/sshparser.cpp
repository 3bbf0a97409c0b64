// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/sshparser.h"

#include "agent/system/linux/commandwords.h"
#include "agent/system/persistence/hookparser.h"

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
        // Keyword value, or Keyword=value
        const auto isEnd = [](char c) { return c == ' ' || c == '\t' || c == '='; };
        const qsizetype end = std::ranges::find_if(line, isEnd) - line.begin();
        QByteArray value = line.sliced(end).trimmed();
        if (value.startsWith('='))
            value = value.sliced(1).trimmed();
        settings.push_back({line.first(end).toLower(), value});
    }
    return settings;
}

} // namespace Sonde::Agent::Linux
