// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/fileformat.h"

#include <QCborArray>
#include <QFile>
#include <QStringList>

namespace Sonde::Agent {

/// What the formats tell of some bytes, which go by in pieces of an odd size.
inline FormatReport reportOf(const QByteArray &bytes, const SignatureTerms &terms, const QString &name = {})
{
    constexpr qsizetype piece = 1021;
    const BufferSource source(bytes);
    ContentPass pass;
    const auto reader = formatReader(source, name, pass, terms);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        pass.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    return reader ? reader->report() : FormatReport();
}

/// Nobody is trusted.
inline QCborMap detailsOf(const QByteArray &bytes, const QString &name = {})
{
    return reportOf(bytes, {QList<QSslCertificate>(), QDateTime::currentDateTimeUtc()}, name).details;
}

inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/formats/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A value inside: "hardening.pie", "sections.0.name".
inline QCborValue inside(const QCborMap &map, const QString &path)
{
    QCborValue value = map;
    for (const QString &step : path.split(u'.')) {
        bool isIndex = false;
        const qsizetype index = step.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toMap().value(step);
    }
    return value;
}

} // namespace Sonde::Agent
