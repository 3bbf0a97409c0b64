// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/result/jsontext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto RawSuffix = "_raw"_L1;
constexpr int Step = 4; ///< blanks

class OrderedJson final
{
public:
    explicit OrderedJson(const QStringList &ids)
    {
        for (const QString &id : ids) {
            // An object stands where its first member does.
            for (qsizetype dot = id.indexOf(u'.'); dot >= 0; dot = id.indexOf(u'.', dot + 1))
                note(id.first(dot));
            note(id);
        }
    }

    [[nodiscard]] QByteArray text(const QJsonValue &value)
    {
        m_text.clear();
        write(value, QString(), 0);
        m_text += '\n';
        return m_text;
    }

private:
    void note(const QString &id)
    {
        if (!m_places.contains(id))
            m_places.insert(id, int(m_places.size()));
    }

    [[nodiscard]] std::pair<int, QString> placeOf(const QString &folder, const QString &key) const
    {
        QString id = folder + key;
        if (!m_places.contains(id) && id.endsWith(RawSuffix))
            id.chop(RawSuffix.size());
        return {m_places.value(id, int(m_places.size())), key};
    }

    void write(const QJsonValue &value, const QString &folder, int depth)
    {
        if (value.isObject())
            writeObject(value.toObject(), folder, depth);
        else if (value.isArray())
            writeArray(value.toArray(), folder, depth);
        else
            writePlain(value);
    }

    void writeObject(const QJsonObject &object, const QString &folder, int depth)
    {
        if (object.isEmpty()) {
            m_text += "{}";
            return;
        }
        QStringList keys = object.keys();
        std::ranges::sort(keys, {}, [&](const QString &key) { return placeOf(folder, key); });
        m_text += '{';
        for (const QString &key : std::as_const(keys)) {
            newLine(depth + 1, key != keys.constFirst());
            writePlain(key);
            m_text += ": ";
            write(object.value(key), folder + key + u'.', depth + 1);
        }
        newLine(depth, false);
        m_text += '}';
    }

    /// The elements of a list are things of one kind: their members are named as if there were no list.
    void writeArray(const QJsonArray &array, const QString &folder, int depth)
    {
        if (array.isEmpty()) {
            m_text += "[]";
            return;
        }
        m_text += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            newLine(depth + 1, i > 0);
            write(array.at(i), folder, depth + 1);
        }
        newLine(depth, false);
        m_text += ']';
    }

    void newLine(int depth, bool further)
    {
        if (further)
            m_text += ',';
        m_text += '\n';
        m_text.append(qsizetype(depth) * Step, ' ');
    }

    void writePlain(const QJsonValue &value)
    {
        if (value.isNull() || value.isUndefined())
            m_text += "null";
        else if (value.isBool())
            m_text += value.toBool() ? "true" : "false";
        else if (value.isDouble())
            writeNumber(value);
        else
            writeString(value.toString());
    }

    void writeNumber(const QJsonValue &value)
    {
        const qint64 whole = value.toInteger();
        m_text += double(whole) == value.toDouble()
            ? QByteArray::number(whole)
            : QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }

    void writeString(const QString &string)
    {
        if (!string.isValidUtf16()) {
            // Half a character can only be escaped, and Qt knows how.
            m_text += QJsonDocument(QJsonArray{string}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
            return;
        }
        m_text += '"';
        for (const char byte : string.toUtf8()) {
            if (byte == '"' || byte == '\\')
                m_text += '\\';
            if (const auto escape = shortEscape(byte))
                (m_text += '\\') += escape;
            else if (uchar(byte) < 0x20)
                m_text += "\\u00" + QByteArray::number(uchar(byte), 16).rightJustified(2, '0');
            else
                m_text += byte;
        }
        m_text += '"';
    }

    static char shortEscape(char byte)
    {
        switch (byte) {
        case '\b': return 'b';
        case '\f': return 'f';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return 0;
        }
    }

    QHash<QString, int> m_places;
    QByteArray m_text;
};

} // namespace

QByteArray jsonText(const QJsonValue &value, const QStringList &ids)
{
    return OrderedJson(ids).text(value);
}

} // namespace Sonde::Client
