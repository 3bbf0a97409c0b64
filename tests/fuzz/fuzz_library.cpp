// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/baseline/baseline.h"
#include "protocol/examination/hashlist.h"
#include "service/artifacts/artifactreader.h"

#include <QBuffer>
#include <array>

using namespace Qt::StringLiterals;
using namespace Sonde;

namespace {

constexpr qsizetype Sha256Digits = 64; ///< of a hash

void demand(ErrorCode code, const Error &error)
{
    if (error.code != code)
        qFatal("refused for another reason");
}

void readABaseline(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QBuffer::ReadOnly);
    const auto baseline = readBaseline(buffer, u"x.processes.baseline"_s);
    if (!baseline)
        return demand(ErrorCode::BaselineMalformed, baseline.error());
    if (baseline->rows.size() != baseline->head.rows)
        qFatal("not as many rows as its head says");
}

void readHashes(QByteArray bytes)
{
    const auto list = std::make_shared<QBuffer>();
    list->setData(bytes);
    list->open(QBuffer::ReadOnly);
    if (const auto fits = checkHashList(*list, u"x.bad.hashes"_s); !fits)
        return demand(ErrorCode::HashesMalformed, fits.error());
    list->seek(0);
    const auto hashes = HashList::open(list, u"x.bad.hashes"_s);
    if (!hashes || !hashes->find(QByteArray(Sha256Digits, 'a')))
        qFatal("a list that was accepted cannot be read");
}

void readDefinitions(QByteArray bytes)
{
    for (const auto strictness : {Service::Strictness::Refuse, Service::Strictness::LeaveOut}) {
        if (const auto definitions = Service::readArtifacts(u"x.artifacts.yaml"_s, bytes, strictness); !definitions)
            demand(ErrorCode::ArtifactsMalformed, definitions.error());
    }
}

constexpr std::array Readers{readABaseline, readHashes, readDefinitions};

} // namespace

/// What is in the library was written by people, or came from elsewhere: each reader of it refuses, or knows what it read. The first byte
/// says which reads the rest.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Readers.at(data[0] % Readers.size())(QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)));
    return 0;
}
