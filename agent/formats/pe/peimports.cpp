// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/pe/peformat.h"

#include <QCryptographicHash>
#include <QSet>
#include <algorithm>

namespace Sonde::Agent {

namespace {

constexpr qint64 DescriptorBytes = 20;
constexpr qint64 MostLibraries = 1024;
constexpr qint64 MostFunctions = 64 * 1024; ///< of all libraries together

/// What identifies an import in the hash: "kernel32.exitprocess".
QByteArray hashedName(const QByteArray &library, const QByteArray &function)
{
    QByteArray name = library.toLower();
    for (const char *suffix : {".dll", ".ocx", ".sys"}) {
        if (name.endsWith(suffix)) {
            name.chop(4);
            break;
        }
    }
    return name + '.' + (function.startsWith('#') ? "ord" + function.sliced(1) : function.toLower());
}

/// The tool that the hash comes from names what is imported from these by number, from tables of its own: without those ours would be another.
bool isNamedByTable(const QByteArray &library)
{
    static const QSet<QByteArray> libraries{"oleaut32.dll", "ws2_32.dll", "wsock32.dll"};
    return libraries.contains(library.toLower());
}

class ImportWalk final
{
public:
    explicit ImportWalk(const PeImage &image)
        : m_image(image)
    {
    }

    PeImports walk()
    {
        const quint32 table = m_image.directory(PeImage::Imports).address;
        for (qint64 i = 0; table != 0 && i < MostLibraries; ++i) {
            const QByteArray bytes = m_image.read(quint32(table + i * DescriptorBytes), DescriptorBytes);
            const Bytes descriptor(bytes);
            if (!descriptor.holds(0, DescriptorBytes) || descriptor.u32(12) == 0)
                break;
            const quint32 names = descriptor.u32(0);
            addLibrary(m_image.text(descriptor.u32(12)), names != 0 ? names : descriptor.u32(16));
        }
        if (m_imports.count > 0 && m_hashIsOurs)
            m_imports.hash = m_hash.result();
        return std::move(m_imports);
    }

private:
    void addLibrary(const QByteArray &name, quint32 thunks)
    {
        const qint64 thunkBytes = m_image.is64() ? 8 : 4;
        const quint64 byNumber = m_image.is64() ? 1ULL << 63 : 1ULL << 31;
        PeImport import{name, {}, 0};
        for (quint32 at = thunks; m_imports.count < MostFunctions; at += quint32(thunkBytes)) {
            const QByteArray bytes = m_image.read(at, thunkBytes);
            const quint64 thunk = m_image.is64() ? Bytes(bytes).u64(0) : Bytes(bytes).u32(0);
            if (thunk == 0)
                break;
            const bool isNumber = thunk & byNumber;
            const QByteArray function =
                isNumber ? '#' + QByteArray::number(quint16(thunk)) : m_image.text(quint32(thunk) + 2);
            m_hashIsOurs = m_hashIsOurs && !(isNumber && isNamedByTable(name));
            addFunction(import, function);
        }
        if (m_imports.libraries.size() < MostListed)
            m_imports.libraries.append(import);
    }

    void addFunction(PeImport &import, const QByteArray &function)
    {
        if (m_imports.count > 0)
            m_hash.addData(",");
        m_hash.addData(hashedName(import.library, function));
        ++m_imports.count;
        ++import.functionCount;
        if (import.functions.size() < MostListed && m_listed < MostListed * 16) {
            import.functions.append(function);
            ++m_listed;
        }
    }

    const PeImage &m_image;
    PeImports m_imports;
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    qsizetype m_listed = 0;
    bool m_hashIsOurs = true;
};

} // namespace

PeImports readPeImports(const PeImage &image)
{
    return ImportWalk(image).walk();
}

PeExports readPeExports(const PeImage &image)
{
    const quint32 at = image.directory(PeImage::Exports).address;
    const QByteArray bytes = at == 0 ? QByteArray() : image.read(at, 40);
    if (bytes.size() < 40)
        return {};
    const Bytes directory(bytes);
    PeExports exports{image.text(directory.u32(12)), {}, directory.u32(20)};
    const qint64 listed = std::min<qint64>(directory.u32(24), MostListed);
    const QByteArray names = image.read(directory.u32(32), listed * 4);
    for (qint64 i = 0; i < names.size() / 4; ++i)
        exports.functions.append(image.text(Bytes(names).u32(i * 4)));
    return exports;
}

} // namespace Sonde::Agent
