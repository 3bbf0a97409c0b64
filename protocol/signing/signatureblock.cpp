// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signing/signatureblock.h"

#include <QList>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

constexpr QStringView BeginMarker = u"# SIG # Begin signature block";
constexpr QStringView EndMarker = u"# SIG # End signature block";
constexpr QStringView LinePrefix = u"# ";

/// UTF-16 of either order where a byte order mark says so, else UTF-8: as PowerShell reads it. The mark stays.
std::optional<QString> decoded(const QByteArray &script)
{
    auto encoding = QStringConverter::Utf8;
    if (script.startsWith("\xFF\xFE"))
        encoding = QStringConverter::Utf16LE;
    else if (script.startsWith("\xFE\xFF"))
        encoding = QStringConverter::Utf16BE;
    if (encoding != QStringConverter::Utf8 && script.size() % 2 != 0)
        return {};
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(script);
    if (decoder.hasError())
        return {};
    return text;
}

constexpr bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Where the lines begin that are `marker` and nothing else.
QList<qsizetype> linesWith(QStringView marker, const QString &text)
{
    QList<qsizetype> places;
    for (auto at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
        const qsizetype end = at + marker.size();
        if ((at == 0 || isLineBreak(text.at(at - 1))) && (end == text.size() || isLineBreak(text.at(end))))
            places.append(at);
    }
    return places;
}

QStringView withoutLineBreak(QStringView text)
{
    if (text.endsWith(u'\n'))
        text.chop(1);
    if (text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

/// The base64 of comment lines. One character that does not belong there and it is none: PowerShell ends a comment at a lone CR too.
std::optional<QByteArray> decodedBlock(QStringView block)
{
    QByteArray base64;
    for (const QStringView line : block.split(u'\n')) {
        const QStringView content = withoutLineBreak(line);
        if (!content.startsWith(LinePrefix))
            return {};
        base64 += content.sliced(LinePrefix.size()).toUtf8();
    }
    const auto der = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return der && !(*der).isEmpty() ? std::optional(*der) : std::nullopt;
}

} // namespace

std::expected<SignedScript, SignatureState> readSignatureBlock(const QByteArray &script)
{
    const auto text = decoded(script);
    const auto begins = linesWith(BeginMarker, text.value_or(QString()));
    const auto ends = linesWith(EndMarker, text.value_or(QString()));
    if (begins.isEmpty() && ends.isEmpty())
        return std::unexpected(SignatureState::Unsigned);
    if (begins.size() != 1 || ends.size() != 1 || ends.first() < begins.first())
        return std::unexpected(SignatureState::Malformed);
    if (!withoutLineBreak(QStringView(*text).sliced(ends.first() + EndMarker.size())).isEmpty())
        return std::unexpected(SignatureState::Appended);

    const qsizetype blockStart = begins.first() + BeginMarker.size();
    QStringView block = QStringView(*text).sliced(blockStart, ends.first() - blockStart);
    block = withoutLineBreak(block.sliced(std::max<qsizetype>(0, block.indexOf(u'\n') + 1)));
    const auto signature = decodedBlock(block);
    if (!signature)
        return std::unexpected(SignatureState::Malformed);
    // The line break before the block belongs to the block.
    const QStringView before = withoutLineBreak(QStringView(*text).first(begins.first()));
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::Stateless);
    return SignedScript{encoder(before), *signature};
}

} // namespace Sonde
