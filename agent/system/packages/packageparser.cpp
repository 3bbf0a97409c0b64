// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/packages/packageparser.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

/// Calls `visit` with each line until it returns false.
template<typename Visitor>
void forEachLine(QByteArrayView bytes, Visitor visit)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        if (!visit(bytes.first(end < 0 ? bytes.size() : end)) || end < 0)
            return;
        bytes = bytes.sliced(end + 1);
    }
}

/// The paragraph of a package in a file of paragraphs; empty when it is not there.
QByteArrayView paragraphOf(const QByteArray &status, const QByteArray &name, const QByteArray &architecture)
{
    const QByteArray first = "Package: " + name + '\n';
    for (qsizetype at = 0; (at = status.indexOf(first, at)) >= 0; at += first.size()) {
        if (at > 0 && status.at(at - 1) != '\n')
            continue;
        const qsizetype end = status.indexOf("\n\n", at);
        const QByteArrayView paragraph = QByteArrayView(status).sliced(at, (end < 0 ? status.size() : end + 1) - at);
        if (architecture.isEmpty() || paragraph.contains(QByteArray("\nArchitecture: " + architecture + '\n')))
            return paragraph;
    }
    return {};
}

} // namespace

bool hasLine(const QByteArray &lines, const QByteArray &line)
{
    for (qsizetype at = 0; (at = lines.indexOf(line, at)) >= 0; ++at) {
        const qsizetype end = at + line.size();
        if ((at == 0 || lines.at(at - 1) == '\n') && (end == lines.size() || lines.at(end) == '\n'))
            return true;
    }
    return false;
}

QByteArray recordedMd5(const QByteArray &sums, const QByteArray &path)
{
    constexpr qsizetype digits = 32;
    const QByteArray wanted = "  " + path.sliced(1);
    QByteArray digest;
    forEachLine(sums, [&](QByteArrayView line) {
        if (line.size() == digits + wanted.size() && line.endsWith(wanted))
            digest = QByteArray::fromHex(line.first(digits).toByteArray());
        return digest.isEmpty();
    });
    return digest;
}

DpkgStatus dpkgStatus(const QByteArray &status, const QByteArray &package, const QByteArray &path)
{
    const QList<QByteArray> parts = package.split(':');
    const QByteArray wanted = ' ' + path + ' ';
    DpkgStatus found;
    forEachLine(paragraphOf(status, parts.first(), parts.value(1)), [&](QByteArrayView line) {
        if (line.startsWith("Version: "))
            found.version = QString::fromUtf8(line.sliced(9));
        else if (line.startsWith(wanted))
            found.configurationMd5 = QByteArray::fromHex(
                line.sliced(wanted.size()).first(std::min<qsizetype>(32, line.size() - wanted.size())).toByteArray());
        return true;
    });
    return found;
}

QList<Diversion> diversions(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    QList<Diversion> all;
    for (qsizetype i = 0; i + 2 < lines.size(); i += 3)
        all.append({lines.at(i), lines.at(i + 1), lines.at(i + 2)});
    return all;
}

std::optional<PackageFile> apkOwner(const QByteArray &installed, const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    const QByteArray folder = "F:" + path.first(slash).sliced(std::min<qsizetype>(1, slash));
    const QByteArray file = "R:" + path.sliced(slash + 1);
    PackageFile current{{}, {}, u"apk"_s, {}};
    bool isInFolder = false;
    bool isFound = false;
    forEachLine(installed, [&](QByteArrayView line) {
        if (isFound && line.startsWith("Z:Q1")) { // base64 of a SHA-1
            current.digest = QByteArray::fromBase64(line.sliced(4).toByteArray());
            return false;
        }
        if (isFound && !line.startsWith("a:"))
            return false;
        if (line.startsWith("P:"))
            current.package = QString::fromUtf8(line.sliced(2));
        else if (line.startsWith("V:"))
            current.version = QString::fromUtf8(line.sliced(2));
        else if (line.startsWith("F:"))
            isInFolder = line == folder;
        else if (isInFolder && line == file)
            isFound = true;
        return true;
    });
    return isFound ? std::optional(current) : std::nullopt;
}

bool pacmanOwns(const QByteArray &files, const QByteArray &path)
{
    return hasLine(files, path.sliced(1));
}

QString pacmanField(const QByteArray &description, const QByteArray &name)
{
    const QByteArray heading = name + '\n';
    const qsizetype at = description.indexOf(heading);
    if (at < 0)
        return {};
    const qsizetype begin = at + heading.size();
    const qsizetype end = description.indexOf('\n', begin);
    return QString::fromUtf8(description.sliced(begin, (end < 0 ? description.size() : end) - begin));
}

QByteArray mtreeSha256(const QByteArray &mtree, const QByteArray &path)
{
    // Names have blanks and bytes beyond ASCII as \ooo. Source: mtree(5).
    QByteArray wanted = "./";
    for (const char c : path.sliced(1)) {
        if (c > ' ' && c < 0x7f && c != '#' && c != '\\')
            wanted += c;
        else
            wanted += '\\' + QByteArray::number(quint8(c), 8).rightJustified(3, '0');
    }
    wanted += ' ';
    QByteArray digest;
    forEachLine(mtree, [&](QByteArrayView line) {
        constexpr QByteArrayView field("sha256digest=");
        const qsizetype at = line.startsWith(wanted) ? line.indexOf(field) : -1;
        if (at >= 0)
            digest = QByteArray::fromHex(line.sliced(at + field.size())
                    .first(std::min<qsizetype>(64, line.size() - at - field.size()))
                    .toByteArray());
        return at < 0;
    });
    return digest;
}

std::optional<PackageFile> rpmOwner(const QByteArray &answer, const QByteArray &path)
{
    PackageFile file{{}, {}, u"rpm"_s, {}};
    bool isOwner = false;
    forEachLine(answer, [&](QByteArrayView line) {
        const qsizetype tab = line.indexOf('\t');
        if (tab < 0)
            return file.package.isEmpty(); // the end of the first owner's
        if (file.package.isEmpty()) {
            file.package = QString::fromUtf8(line.first(tab));
            file.version = QString::fromUtf8(line.sliced(tab + 1));
        } else if (line.first(tab) == path) {
            isOwner = true;
            file.digest = QByteArray::fromHex(line.sliced(tab + 1).toByteArray());
        }
        return true;
    });
    return isOwner ? std::optional(file) : std::nullopt;
}

} // namespace Sonde::Agent::Linux
