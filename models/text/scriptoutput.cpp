// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/scriptoutput.h"

#include "models/text/textencoding.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

void insertText(QJsonObject &object, const QString &name, const QByteArray &bytes, const QString &encoding)
{
    const bool isUtf8 = TextEncoding::isUtf8(encoding);
    object.insert(name, QString::fromUtf8(TextEncoding::toUtf8(bytes, encoding)));
    if (!isUtf8 || !bytes.isValidUtf8())
        object.insert(name + u"_raw"_s, QString::fromLatin1(bytes.toBase64()));
}

} // namespace

QJsonObject toJson(const ScriptOutput &script)
{
    QJsonObject object{{u"script_name"_s, script.name},
        {u"exit_code"_s, script.exitStatus ? QJsonValue(*script.exitStatus) : QJsonValue()}};
    insertText(object, u"script_output"_s, script.output, script.encoding);
    insertText(object, u"script_errors"_s, script.errors, script.encoding);
    if (!TextEncoding::isUtf8(script.encoding))
        object.insert(u"encoding"_s, script.encoding);
    return object;
}

QByteArray toJsonText(const ScriptOutput &script)
{
    return QJsonDocument(toJson(script)).toJson(QJsonDocument::Indented);
}

} // namespace Sonde::Client
