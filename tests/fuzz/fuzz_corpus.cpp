// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/samples.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace Sonde;

namespace {

/// Writes one file per seed into `folder`; false when one cannot be written.
bool writeSeeds(const QString &folder, const QList<QByteArray> &seeds)
{
    if (!QDir().mkpath(folder))
        return false;
    int number = 0;
    for (const auto &seed : seeds) {
        QFile file(QDir(folder).filePath(QString::number(++number)));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            return false;
    }
    return true;
}

QList<QByteArray> frames()
{
    QList<QByteArray> seeds;
    for (const auto &message : Samples::messages())
        seeds += encode(message);
    return seeds;
}

/// fuzz_strangers takes the first byte for the kind of what follows.
QList<QByteArray> events()
{
    QList<QByteArray> seeds{QByteArray("\x01GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")};
    for (const auto &event : Samples::events())
        seeds += '\x04' + eventToBytes(event);
    seeds += '\x03' + Codec::toBytes(Samples::Filler().filled<ActReport>());
    return seeds;
}

QList<QByteArray> chunks()
{
    RowWriter writer;
    writer.addRow({nullptr, true, 1, -2, 2.5, u"text"_s, QByteArray("\xff"), QCborArray{1}, QCborMap{{u"a"_s, 1}}});
    writer.addRow({});
    return {writer.take(), writer.take()};
}

QList<QByteArray> lines()
{
    QList<QByteArray> seeds{
        "findfile -max 10 -path '/v a' -name *.log > \"my file\" &", "dir - full_path C:\\a\\ -output json"};
    for (const auto &command : Catalogue::instance().commands()) {
        for (const auto &example : command.examples)
            seeds += example.toUtf8();
    }
    return seeds;
}

} // namespace

/// fuzz_corpus DIR: the first inputs of each fuzzer, in DIR/decode, DIR/rows, DIR/grammar and DIR/strangers.
int main(int count, char *arguments[])
{
    QTextStream errors(stderr);
    if (count != 2) {
        errors << "usage: fuzz_corpus DIR\n";
        return 2;
    }
    const QDir folder(QFile::decodeName(arguments[1]));
    if (!writeSeeds(folder.filePath(u"decode"_s), frames()) || !writeSeeds(folder.filePath(u"rows"_s), chunks())
        || !writeSeeds(folder.filePath(u"grammar"_s), lines())
        || !writeSeeds(folder.filePath(u"strangers"_s), events())) {
        errors << "fuzz_corpus: cannot write to " << folder.path() << '\n';
        return 1;
    }
    return 0;
}
