// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/devicepath.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// Bytes of a `bytes:` token's text: `\xNN` and `\\` are undone, anything else is itself.
QByteArray unescaped(QStringView text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = text.sliced(i);
        bool isByte = false;
        const uint byte = rest.startsWith("\\x"_L1) && rest.size() >= 4 ? rest.sliced(2, 2).toUInt(&isByte, 16) : 0;
        if (isByte) {
            bytes += char(byte);
            i += 3;
        } else if (rest.startsWith("\\\\"_L1)) {
            bytes += '\\';
            ++i;
        } else {
            const qsizetype length = rest.size() > 1 && rest.at(0).isHighSurrogate() ? 2 : 1;
            bytes += rest.first(length).toUtf8();
            i += length - 1;
        }
    }
    return bytes;
}

} // namespace

DevicePath DevicePath::fromTyped(QStringView text)
{
    return DevicePath(text.startsWith(BytesForm) ? unescaped(text.sliced(BytesForm.size())) : text.toUtf8());
}

DevicePath DevicePath::fromCbor(const QCborValue &value)
{
    return DevicePath(value.isByteArray() ? value.toByteArray() : value.toString().toUtf8());
}

bool DevicePath::isUtf8() const
{
    return QUtf8StringView(m_bytes).isValidUtf8();
}

QString DevicePath::typed() const
{
    if (isUtf8() && !m_bytes.startsWith("bytes:"))
        return QString::fromUtf8(m_bytes);
    QString text = BytesForm;
    qsizetype i = 0;
    while (i < m_bytes.size()) {
        // The longest valid character starting here, or one escaped byte.
        qsizetype length = 0;
        for (qsizetype tried = 1; tried <= 4 && i + tried <= m_bytes.size() && !length; ++tried) {
            if (QUtf8StringView(m_bytes.sliced(i, tried)).isValidUtf8())
                length = tried;
        }
        if (!length)
            text += u"\\x"_s + QString::fromLatin1(m_bytes.sliced(i, 1).toHex()).toUpper();
        else if (m_bytes.at(i) == '\\')
            text += u"\\\\"_s;
        else
            text += QString::fromUtf8(m_bytes.sliced(i, length));
        i += std::max<qsizetype>(length, 1);
    }
    return text;
}

QCborValue DevicePath::toCbor() const
{
    return isUtf8() ? QCborValue(QString::fromUtf8(m_bytes)) : QCborValue(m_bytes);
}

} // namespace Sonde
