// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/baseline/baseline.h"
#include "tests/protocol/samples.h"
#include "transport/bulk/bulkstream.h"
#include "transport/framed/framereader.h"

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
QList<QByteArray> fromStrangers()
{
    QList<QByteArray> seeds{QByteArray("\x01GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")};
    seeds += '\x02' + Codec::toBytes(Bulk::Control(Bulk::Open{u"ticket"_s}));
    seeds += '\x02' + Codec::toBytes(Bulk::Control(Bulk::Ready{1, "hash"}));
    seeds += '\x03' + Codec::toBytes(Samples::Filler().filled<ActReport>());
    seeds += '\x04' + frameBytes(FrameKind::Message, "content") + frameBytes(FrameKind::SignOfLife, {})
        + frameBytes(FrameKind::Farewell, "why");
    for (const auto &event : Samples::events())
        seeds += '\x05' + eventToBytes(event);
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

QByteArray seed(char kind, const QByteArray &rest)
{
    return kind + rest;
}

/// fuzz_library does, too.
QList<QByteArray> libraryFiles()
{
    RowWriter writer;
    writer.addRow({1, u"name"_s, nullptr});
    const BaselineHead head{.verb = u"processes"_s,
        .device = u"desk"_s,
        .taken = {},
        .command = {},
        .savedBy = {},
        .columns = {u"pid"_s, u"name"_s, u"path"_s},
        .rows = 1};
    return {seed(0, toBytes(head, {writer.take()})),
        seed(1, QByteArray(64, 'a') + " evil.exe\n# remark\n" + QByteArray(32, 'b')),
        seed(2,
            "---\nname: One\nsources:\n- type: FILE\n  attributes: {paths: ['/etc/passwd', '%%users.homedir%%/*']}\n"
            "supported_os: [Linux]\n---\nname: All\nsources:\n- type: ARTIFACT_GROUP\n"
            "  attributes: {names: [One]}\n")};
}

/// The first byte of fuzz_linux stands for one of its readers, in their order.
QList<QByteArray> linuxFiles()
{
    return {seed(0, "[Unit]\nDescription=%n\n[Service]\nExecStart=-/bin/sh -c \"a b\" \\\n  c ; /bin/true\n"),
        seed(1, "SHELL=/bin/sh\n*/5 1-3 * jan mon root cd / && run x%y\n@reboot root /x\n"),
        seed(2, QByteArray::fromHex("7f454c46")),
        seed(3, "ACTION==\"add\", RUN+=\"/bin/x\"\ninstall a /bin/b\nDPkg::Post-Invoke {\"c\";};\n"),
        seed(4,
            "ssh-ed25519 AAAA me\nroot:x:0:0:r:/root:/bin/sh\nMatch user x\n%admin ALL=(ALL) NOPASSWD: ALL\n"
            "[core]\n\tfsmonitor = x\n"),
        seed(5,
            "1 (a b) S 0 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 9 10 11\n"
            "7f0000000000-7f0000001000 r-xp 0 08:01 5 /bin/x\n"),
        seed(6, "  sl  local_address rem_address   st\n   0: 0100007F:1F90 00000000:0000 0A 0:0 0:0 0 0 0 1 1\n"),
        seed(
            7, "[Desktop Entry]\nType=Application\nExec=x %U\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\n"),
        seed(8, "00001000-0009fbff : System RAM\n")};
}

} // namespace

/// fuzz_corpus DIR: the first inputs of each fuzzer, in DIR/decode, DIR/rows and so on. Of fuzz_formats they are files of their own.
int main(int count, char *arguments[])
{
    QTextStream errors(stderr);
    if (count != 2) {
        errors << "usage: fuzz_corpus DIR\n";
        return 2;
    }
    const QDir folder(QFile::decodeName(arguments[1]));
    const std::pair<QString, QList<QByteArray>> all[]{{u"decode"_s, frames()}, {u"rows"_s, chunks()},
        {u"grammar"_s, lines()}, {u"strangers"_s, fromStrangers()}, {u"library"_s, libraryFiles()},
        {u"linux"_s, linuxFiles()}};
    for (const auto &[name, seeds] : all) {
        if (!writeSeeds(folder.filePath(name), seeds)) {
            errors << "fuzz_corpus: cannot write to " << folder.path() << '\n';
            return 1;
        }
    }
    return 0;
}
