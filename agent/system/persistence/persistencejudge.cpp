// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/persistence/persistencejudge.h"

#include "agent/system/files/filetree.h"
#include "agent/system/files/programpath.h"
#include "agent/system/linux/commandwords.h"
#include "agent/system/persistence/attacktechniques.h"
#include "protocol/base/devicepath.h"
#include "protocol/digest/digest.h"

#include <QCborArray>
#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr qsizetype MostNamed = 8;                     ///< files of one command
constexpr qint64 MostHashed = 1024 * 1024;             ///< of one file that the clock has nothing against, and
constexpr qint64 MostHashedOfAll = 32LL * 1024 * 1024; ///< of all of these, so that the sweep stays a moment
constexpr qint64 MostRead = 64LL * 1024 * 1024;        ///< of a file that nothing vouches for, and
constexpr qint64 MostReadOfAll = 512LL * 1024 * 1024;  ///< of all of these
constexpr qint64 MostShown = 1024 * 1024;              ///< a larger file is no script
constexpr qsizetype ShownLines = 8;
constexpr qsizetype ShownBytes = 512;
/// A package's list is written when its files are there; what its scripts do to them afterwards takes no longer.
constexpr qint64 InstallNanoseconds = 600LL * 1'000'000'000;

constexpr QByteArrayView NoFile = "/dev/null";

/// Files that a package's scripts, or those who make an account, copy from where the package has them.
constexpr std::array Copies{std::pair{"/etc/profile", "/usr/share/base-files/profile"},
    std::pair{"/root/.profile", "/usr/share/base-files/dot.profile"},
    std::pair{"/root/.bashrc", "/usr/share/base-files/dot.bashrc"},
    std::pair{"/etc/ssh/sshd_config", "/usr/share/openssh/sshd_config"},
    std::pair{"/etc/default/grub", "/usr/share/grub/default/grub"}};

bool isTextual(QByteArrayView head)
{
    return !head.contains('\0');
}

/// Something that does nothing: only blanks and comments. What a first "#!" names is run, and sudo reads "#1000" as a user and "#include" as
/// what it says.
bool isWithoutContent(const QByteArray &path, const QByteArray &content)
{
    static const QRegularExpression sudoersLine(u"^\\s*#(-?[0-9]|include)"_s, QRegularExpression::MultilineOption);
    if (content.startsWith("#!") || !plainLines(content).isEmpty())
        return false;
    return !path.startsWith("/etc/sudoers") || !sudoersLine.match(QString::fromLatin1(content)).hasMatch();
}

/// Programs that run what somebody else wrote, or bring it here.
bool runsOthersCode(const QByteArray &path)
{
    static constexpr std::array<QByteArrayView, 22> names{"sh", "bash", "dash", "zsh", "ksh", "fish", "busybox", "env",
        "python", "perl", "ruby", "lua", "node", "php", "awk", "gawk", "nc", "ncat", "socat", "curl", "wget",
        "openssl"};
    QByteArray name = baseName(path);
    while (!name.isEmpty() && (name.back() == '.' || (name.back() >= '0' && name.back() <= '9')))
        name.chop(1); // python3.13
    return std::ranges::contains(names, QByteArrayView(name));
}

/// What is put between the words of a command, also of a shell's.
bool partsWords(char c)
{
    return QByteArrayView(" \t\n\r\"'`;|&<>(){}=,").contains(c);
}

/// `head`: at most ShownBytes.
QCborArray firstLines(const QByteArray &head)
{
    QCborArray lines;
    const QByteArrayList all = head.split('\n');
    for (const QByteArray &line : all) {
        if (lines.size() < ShownLines && !line.trimmed().isEmpty())
            lines.append(deviceText(line));
    }
    return lines;
}

/// Where no database says whose a file is, its place has to do.
bool isFromElsewhere(const Found &found)
{
    static constexpr std::array<QByteArrayView, 3> places{"/usr/", "/lib/", "/lib64/"};
    return std::ranges::any_of(found.starts, [](const QByteArray &path) {
        return path.startsWith("/usr/local/")
            || std::ranges::none_of(places, [&path](QByteArrayView place) { return path.startsWith(place); });
    });
}

/// Of several things that all have to hold: what is known not to hold outweighs what is not known.
std::optional<bool> both(std::optional<bool> one, std::optional<bool> other)
{
    if (one == false || other == false)
        return false;
    return one ? other : std::nullopt;
}

} // namespace

QByteArrayList filesNamedBy(const FileTree &tree, const QByteArray &command)
{
    QByteArrayList files;
    const auto add = [&](const QByteArray &path) {
        if (files.size() < MostNamed && path.startsWith('/') && !files.contains(path) && tree.exists(path)
            && !tree.isFolder(path))
            files += path;
    };
    add(programPath(tree, splitShellCommand(command).program));
    for (qsizetype at = 0; at < command.size();) {
        qsizetype end = at;
        while (end < command.size() && !partsWords(command.at(end)))
            ++end;
        if (end > at && command.at(at) == '/')
            add(command.sliced(at, end - at));
        at = end + 1;
    }
    return files;
}

std::vector<PersistenceEntry> PersistenceJudge::judge(std::vector<Found> found)
{
    for (const Found &one : found)
        collect(one);
    m_index.emplace(m_tree, m_paths);
    for (const QByteArray &line : plainLines(m_tree.tryRead("/var/lib/ucf/hashfile").value_or(QByteArray()))) {
        const QByteArrayList fields = line.simplified().split(' '); // md5, path
        if (fields.size() == 2)
            m_managed.insert(fields.at(1), fields.at(0));
    }
    for (const Found &one : found)
        compareFilesOf(one);
    std::vector<PersistenceEntry> entries;
    for (Found &one : found) {
        if (m_tree.isStopped())
            break;
        judgeOne(one);
        if (!one.onlyUnexplained || one.entry.explained == false || (!one.entry.explained && isFromElsewhere(one)))
            entries.push_back(std::move(one.entry));
    }
    return entries;
}

void PersistenceJudge::collect(const Found &found)
{
    const auto add = [this](const QByteArray &path) {
        const QByteArray place = m_tree.resolved(path);
        if (!place.isEmpty())
            m_paths.insert(place == NoFile ? path : place);
    };
    add(found.entry.path);
    for (const QByteArray &path : found.starts)
        add(path);
    const QByteArray &command = found.entry.command;
    if (found.runsElsewhere || command.isEmpty() || m_started.contains(command))
        return;
    m_started.insert(command, filesNamedBy(m_tree, command));
    for (const QByteArray &path : m_started.value(command))
        add(path);
}

/// Before the first of them is judged: files are compared by several threads, while others are looked at.
void PersistenceJudge::compareFilesOf(const Found &found)
{
    if (m_tree.isStopped())
        return;
    std::ignore = fileOf(found.entry.path);
    for (const QByteArray &path : startsOf(found))
        std::ignore = fileOf(path);
}

QByteArrayList PersistenceJudge::startsOf(const Found &found) const
{
    QByteArrayList starts = found.starts;
    for (const QByteArray &path : found.runsElsewhere ? QByteArrayList() : m_started.value(found.entry.command)) {
        if (!starts.contains(path))
            starts += path;
    }
    return starts;
}

void PersistenceJudge::judgeOne(Found &found)
{
    PersistenceEntry &entry = found.entry;
    if (entry.attack.isEmpty())
        entry.attack = attackTechnique(entry);
    Judged &own = fileOf(entry.path);
    settle(entry.path, own);
    entry.package = own.package;
    std::optional<bool> isExplained = found.judgesOnlyStarts ? true : own.isExplained;
    for (const QByteArray &path : startsOf(found)) {
        Judged &judged = fileOf(path);
        settle(path, judged);
        if (!judged.isThere)
            continue;
        if (judged.description.isEmpty()) // once, however many rows start it
            judged.description = describe(path, judged);
        // A package's shell does whatever it is told.
        const bool isTold = found.judgesOnlyStarts && runsOthersCode(path);
        isExplained = both(isExplained, isTold ? false : judged.isExplained);
        entry.starts.append(judged.description);
    }
    if (m_index->isKnown() && !entry.explained)
        entry.explained = isExplained;
}

PersistenceJudge::Judged &PersistenceJudge::fileOf(const QByteArray &path)
{
    auto known = m_files.find(path);
    if (known == m_files.end())
        known = m_files.insert(path, look(path));
    return *known;
}

PersistenceJudge::Judged PersistenceJudge::look(const QByteArray &path)
{
    const QByteArray place = m_tree.resolved(path);
    if (place.isEmpty())
        return {};
    Judged judged{.package = {}, .isExplained = false, .isThere = true};
    if (place == NoFile) { // a unit that its package masks
        const PackageIndex::Entry *entry = m_index->find(path);
        judged.package = entry ? entry->file.package : QString();
        judged.isExplained = entry != nullptr;
        return judged;
    }
    if (const PackageIndex::Entry *entry = m_index->find(place)) {
        judged.package = entry->file.package;
        compare(judged, place, *entry);
    }
    if (!judged.comparison.valid() && judged.isExplained != true && isCopy(path))
        judged.isExplained = true;
    return judged;
}

void PersistenceJudge::settle(const QByteArray &path, Judged &judged) const
{
    if (!judged.comparison.valid())
        return;
    judged.isExplained = judged.comparison.get() || isCopy(path);
    judged.comparison = {};
}

/// Says what is known of a package's file at once, or has it compared with what the package recorded.
void PersistenceJudge::compare(Judged &judged, const QByteArray &place, const PackageIndex::Entry &entry)
{
    judged.isExplained = false;
    const auto facts = m_tree.facts(place);
    if (!facts)
        return;
    // The kernel sets this clock with every change, and nobody can set it himself but by the clock of the device. Only dpkg's lists say when
    // a package's files were there.
    const bool isChangedLater = !entry.recorded || facts->changed > *entry.recorded + InstallNanoseconds;
    const bool isCheap = facts->size <= MostHashed && m_hashed + facts->size <= MostHashedOfAll;
    const QByteArray &digest = entry.file.digest;
    if (!isChangedLater && (!isCheap || digest.isEmpty())) {
        judged.isExplained = true;
        return;
    }
    if (digest.isEmpty() || (isChangedLater && !mayRead(place, facts->size))) {
        judged.isExplained = std::nullopt;
        return;
    }
    if (!isChangedLater)
        m_hashed += facts->size;
    constexpr qsizetype md5 = 16;
    constexpr qsizetype sha1 = 20;
    const EVP_MD &algorithm = digest.size() == md5 ? *EVP_md5() : digest.size() == sha1 ? *EVP_sha1() : *EVP_sha256();
    // No more is read than was charged for: one that gives more than it says is not what the package brought.
    std::packaged_task<bool()> task([&tree = std::as_const(m_tree), &algorithm, place, digest, size = facts->size] {
        return digestOf(tree, place, size, Digest(algorithm)) == digest;
    });
    judged.comparison = task.get_future();
    m_pool.start([task = std::make_shared<std::packaged_task<bool()>>(std::move(task))] { (*task)(); });
}

bool PersistenceJudge::mayRead(const QByteArray &path, qint64 bytes)
{
    if (bytes <= MostRead && m_read + bytes <= MostReadOfAll) {
        m_read += bytes;
        return true;
    }
    sayCut(path, bytes > MostRead ? MostRead : MostReadOfAll);
    return false;
}

void PersistenceJudge::sayCut(const QByteArray &path, qint64 limit)
{
    if (!std::exchange(m_isCut, true))
        m_tree.addError(Error{ErrorCode::NotWhollyScanned, DevicePath(path).typed(), {}, {}}
                .with(Fact::Parameter, u"size"_s)
                .with(Fact::Limit, limit));
}

bool PersistenceJudge::isCopy(const QByteArray &path) const
{
    const auto content = m_tree.tryRead(path, MostShown);
    if (!content)
        return false;
    if (isTextual(*content) && isWithoutContent(path, *content))
        return true;
    const QByteArray managed = m_managed.value(path);
    if (!managed.isEmpty() && Digest::of(*content, *EVP_md5()).toHex() == managed)
        return true;
    const auto isSame = [&](const QByteArray &original) { return m_tree.tryRead(original, MostShown) == content; };
    for (const auto &[copy, original] : Copies) {
        if (path == copy && isSame(original))
            return true;
    }
    const bool isHome = path.startsWith("/home/") || path.startsWith("/root/");
    return isHome && isSame("/etc/skel/" + baseName(path));
}

QCborMap PersistenceJudge::describe(const QByteArray &path, const Judged &judged)
{
    QCborMap map{{u"path"_s, deviceText(path)}};
    if (!judged.package.isEmpty())
        map.insert(u"package"_s, judged.package);
    const auto facts = judged.isExplained == true ? std::nullopt : m_tree.facts(m_tree.resolved(path));
    if (!facts || !mayRead(path, facts->size))
        return map;
    Digest digest(*EVP_sha256());
    QByteArray head;
    qint64 size = 0;
    const qint64 most = std::min(MostRead, MostReadOfAll - m_read + facts->size);
    const bool isWhole = m_tree.readPieces(path, most, [&](QByteArrayView piece) {
        digest.add(piece);
        size += piece.size();
        head += piece.first(std::min(piece.size(), ShownBytes - head.size()));
    });
    m_read += std::max(size - facts->size, qint64(0)); // some files say that they are empty, and are not
    if (!isWhole) {
        if (size > most)
            sayCut(path, most < MostRead ? MostReadOfAll : MostRead);
        return map;
    }
    map.insert(u"sha256"_s, QString::fromLatin1(digest.result().toHex()));
    if (size <= MostShown && isTextual(head))
        map.insert(u"lines"_s, firstLines(head));
    return map;
}

} // namespace Sonde::Agent::Linux
