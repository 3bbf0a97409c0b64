// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/registryvalue.h"

#include "agent/system/windows/devicetext.h"

#include <QtEndian>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Windows {

namespace {

enum RegistryType : quint32 { None, Sz, ExpandSz, Binary, Dword, DwordBigEndian, Link, MultiSz };
constexpr quint32 Qword = 11;

constexpr std::array typeNames{"REG_NONE", "REG_SZ", "REG_EXPAND_SZ", "REG_BINARY", "REG_DWORD", "REG_DWORD_BIG_ENDIAN",
    "REG_LINK", "REG_MULTI_SZ", "REG_RESOURCE_LIST", "REG_FULL_RESOURCE_DESCRIPTOR", "REG_RESOURCE_REQUIREMENTS_LIST",
    "REG_QWORD"};

/// UTF-16LE; none where half a character is left over.
std::optional<QString> textOf(const QByteArray &data)
{
    if (data.size() % 2 != 0)
        return {};
    QString text(data.size() / 2, u'\0');
    for (qsizetype i = 0; i < text.size(); ++i)
        text[i] = QChar(qFromLittleEndian<char16_t>(data.constData() + 2 * i));
    return text;
}

QByteArray numberText(quint64 number)
{
    return "0x" + QByteArray::number(number, 16);
}

std::optional<QByteArray> textFor(quint32 type, const QByteArray &data)
{
    auto text = textOf(data);
    switch (type) {
    case Sz:
    case ExpandSz:
        if (text && text->endsWith(QChar()))
            text->chop(1);
        [[fallthrough]];
    case Link: return text ? std::optional(deviceBytes(*text)) : std::nullopt;
    case MultiSz:
        while (text && text->endsWith(QChar()))
            text->chop(1);
        return text ? std::optional(deviceBytes(text->replace(QChar(), u'\n'))) : std::nullopt;
    case Dword:
        return data.size() == 4 ? std::optional(numberText(qFromLittleEndian<quint32>(data.constData())))
                                : std::nullopt;
    case DwordBigEndian:
        return data.size() == 4 ? std::optional(numberText(qFromBigEndian<quint32>(data.constData()))) : std::nullopt;
    case Qword:
        return data.size() == 8 ? std::optional(numberText(qFromLittleEndian<quint64>(data.constData())))
                                : std::nullopt;
    default: return {};
    }
}

} // namespace

QString registryTypeName(quint32 type)
{
    if (type < typeNames.size())
        return QString::fromLatin1(typeNames[type]);
    return u"REG_TYPE_0x"_s + QString::number(type, 16).toUpper();
}

QByteArray registryText(quint32 type, const QByteArray &data)
{
    return textFor(type, data).value_or(data.toHex());
}

} // namespace Sonde::Agent::Windows
