// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/aclparser.h"

#include "protocol/base/reason.h"

#include <QStringList>
#include <QtEndian>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

// linux/posix_acl_xattr.h and posix_acl.h: a version, then entries of {tag, permissions, id}, all little-endian.
constexpr quint32 Version = 2;
constexpr qsizetype HeaderSize = 4;
constexpr qsizetype EntrySize = 8;
enum Tag : quint16 {
    OwnerUser = 0x01,
    NamedUser = 0x02,
    OwnerGroup = 0x04,
    NamedGroup = 0x08,
    Mask = 0x10,
    Other = 0x20
};

QString permissions(quint16 bits)
{
    const std::array<QChar, 3> letters{bits & 4 ? u'r' : u'-', bits & 2 ? u'w' : u'-', bits & 1 ? u'x' : u'-'};
    return QString(letters.data(), qsizetype(letters.size()));
}

QString subject(quint16 tag, quint32 id, const AccountNames &names)
{
    switch (tag) {
    case OwnerUser: return u"user:"_s;
    case NamedUser: return u"user:"_s + names.user(id);
    case OwnerGroup: return u"group:"_s;
    case NamedGroup: return u"group:"_s + names.group(id);
    case Mask: return u"mask:"_s;
    case Other: return u"other:"_s;
    default: return {};
    }
}

} // namespace

Result<QString> parseAcl(QByteArrayView bytes, const AccountNames &names)
{
    if (bytes.size() < HeaderSize || qFromLittleEndian<quint32>(bytes.data()) != Version)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    const QByteArrayView entries = bytes.sliced(HeaderSize);
    if (entries.size() % EntrySize != 0)
        return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
    QStringList text;
    for (qsizetype at = 0; at < entries.size(); at += EntrySize) {
        const char *entry = entries.data() + at;
        const QString who = subject(qFromLittleEndian<quint16>(entry), qFromLittleEndian<quint32>(entry + 4), names);
        if (who.isEmpty())
            return fail(ErrorCode::ReadFailed, {}, Reason::MalformedFacts);
        text += who + u':' + permissions(qFromLittleEndian<quint16>(entry + 2));
    }
    return text.join(u',');
}

} // namespace Sonde::Agent::Linux
