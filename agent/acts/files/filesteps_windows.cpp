// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/filesteps.h"

#include "agent/acts/files/movefile_windows.h"
#include "agent/acts/files/openfiles.h"
#include "agent/base/devicefolder.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/servicecontrol_windows.h"
#include "protocol/base/devicepath.h"

#include <QCborArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

/// As it is written in its folder: upper and lower case are the same here.
QByteArray nameInFolder(const QByteArray &path)
{
    const auto isPattern = [](char one) { return QByteArrayView("*?<>\"").contains(one); };
    if (std::ranges::any_of(lastName(path), isPattern)) // a search would find others
        return lastName(path).toByteArray();
    WIN32_FIND_DATAW found{};
    const HANDLE search = ::FindFirstFileW(nativePathOf(path).c_str(), &found);
    if (search == INVALID_HANDLE_VALUE)
        return lastName(path).toByteArray();
    ::FindClose(search);
    return Windows::deviceBytes(QString::fromWCharArray(found.cFileName));
}

/// Other names of the same file, in whatever folder.
QStringList otherNamesOf(const PinnedFile &file)
{
    QStringList names;
    std::wstring name(32'768, L'\0');
    auto length = DWORD(name.size());
    const HANDLE search = ::FindFirstFileNameW(nativePathOf(file.path()).c_str(), 0, &length, name.data());
    if (search == INVALID_HANDLE_VALUE)
        return names;
    const QByteArray drive = file.path().first(std::max<qsizetype>(file.path().indexOf('\\'), 0));
    do {
        const QByteArray path = drive + Windows::deviceBytes(QString::fromWCharArray(name.c_str()));
        if (path.compare(file.path(), Qt::CaseInsensitive) != 0)
            names += DevicePath(path).typed();
        length = DWORD(name.size());
    } while (::FindNextFileNameW(search, &length, name.data()));
    ::FindClose(search);
    return names;
}

} // namespace

Result<QByteArray> canonicalPath(const QByteArray &path)
{
    if (path.contains('\0') || !Windows::deviceText(path))
        return fail(ErrorCode::NotFound, DevicePath(path).typed());
    return resolveLinks(parentFolder(path)).transform([&path](const QByteArray &folder) {
        return joinedPath(folder, nameInFolder(path));
    });
}

Result<ActStep> moveFileStepAt(const QByteArray &place, const LookTerms &terms)
{
    const auto file = PinnedFile::open(place);
    if (!file)
        return std::unexpected(file.error());
    if (file->isLink())
        return moveFileStep(*file, {});
    const auto sha256 = hashOf(*file, terms);
    if (!sha256 && !isBusy(*file))
        return std::unexpected(sha256.error());
    ActStep step = moveFileStep(*file, sha256.value_or(QByteArray()));
    if (!sha256) // nobody else may read it now: its other facts have to do
        step.identity.insert(u"sha256"_s, QString());
    return step;
}

bool isAgents(const QByteArray &path, const QByteArray &agentFolder)
{
    const QByteArray folder = devicePathOf(localPathOf(agentFolder));
    if (liesBelow(path, resolveLinks(folder).value_or(folder)))
        return true;
    std::wstring own(32'768, L'\0');
    const DWORD length = ::GetModuleFileNameW(nullptr, own.data(), DWORD(own.size()));
    const QByteArray image = Windows::deviceBytes(QString::fromWCharArray(own.data(), length));
    if (liesBelow(path, parentFolder(image))) // what it loads is there, too
        return true;
    const auto program = PinnedFile::open(image);
    const auto file = program ? PinnedFile::open(path) : std::unexpected(program.error());
    return file && file->volume() == program->volume() && file->index() == program->index();
}

/// Windows gives its own files to the installer of its updates.
bool isSystems(const QByteArray &path, const std::stop_token &)
{
    static const QByteArray folder = Windows::deviceBytes(Windows::withoutVariables(u"%SystemRoot%"_s));
    if (!liesBelow(path, folder))
        return false;
    const auto ownerOf = [](const QByteArray &file) {
        return FileSystem().facts(file, Links::Follow).value_or(FileFacts()).owner;
    };
    const QString installer = uR"(NT SERVICE\TrustedInstaller)"_s;
    static const bool isKept = ownerOf(folder + R"(\System32\kernel32.dll)") == installer;
    return !isKept || ownerOf(path) == installer;
}

bool isTaken(const QByteArray &path)
{
    return ::GetFileAttributesW(nativePathOf(path).c_str()) != INVALID_FILE_ATTRIBUTES;
}

Result<KeptFacts> keptFactsOf(const QCborMap &kept)
{
    return imageOf(kept).transform(
        [](const FileImage &image) { return KeptFacts{image.path, image.size, image.sha256}; });
}

Aside asideOf(const QByteArray &path)
{
    const auto there = PinnedFile::open(path);
    const auto now = there ? takeImage(*there) : std::unexpected(there.error());
    const auto sha256 = there && !there->isLink() ? hashOf(*there) : fail(ErrorCode::NotARegularFile);
    return {there ? moveFileStep(*there, sha256.value_or(QByteArray())) : ActStep(),
        now.transform([](const FileImage &image) { return keptImage(image); })};
}

std::vector<ActNote> notesOnFile(const QByteArray &path, const std::stop_token &stop, const OpenFiles *open)
{
    std::vector<ActNote> notes;
    const auto file = PinnedFile::open(path);
    if (!file)
        return notes;
    const QString shown = DevicePath(path).typed();
    if (file->links() > 1)
        notes.push_back({NoteKind::OtherNames, shown,
            {{u"links"_s, qint64(file->links())}, {u"names"_s, QCborArray::fromStringList(otherNamesOf(*file))}}});
    const QStringList processes = open ? open->openersOf(*file) : OpenFiles::take(stop).openersOf(*file);
    if (!processes.isEmpty())
        notes.push_back({NoteKind::OpenBy, shown, {{u"processes"_s, QCborArray::fromStringList(processes)}}});
    if (isBusy(*file))
        notes.push_back({NoteKind::AtRestart, shown, {}});
    if (!file->isLink())
        notes.push_back({NoteKind::NotRestored, shown, {{u"facts"_s, QCborArray{u"inode"_s}}}});
    return notes;
}

} // namespace Sonde::Agent
