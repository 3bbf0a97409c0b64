// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/hooks/accountparser.h"
#include "agent/system/linux/passwdparser.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

constexpr auto Passwd = "/etc/passwd";

// ---- accounts

/// Shells that let nobody in.
bool refuses(const QByteArray &shell)
{
    static constexpr std::array<QByteArrayView, 8> shells{"/usr/sbin/nologin", "/sbin/nologin", "/bin/false",
        "/usr/bin/false", "/bin/sync", "/usr/bin/sync", "/sbin/shutdown", "/sbin/halt"};
    return std::ranges::contains(shells, QByteArrayView(shell));
}

QString passwordText(PasswordKind kind)
{
    switch (kind) {
    case PasswordKind::InShadow: return u"unknown"_s; // nobody wrote one for it
    case PasswordKind::None: return u"none"_s;
    case PasswordKind::Locked: return u"locked"_s;
    case PasswordKind::Set: break;
    }
    return u"set"_s;
}

class AccountReader final
{
public:
    explicit AccountReader(PersistenceSink &sink)
        : m_sink(sink)
    {
        for (const ShadowLine &line : parseShadow(read("/etc/shadow")))
            m_shadow.insert(line.name, line);
        for (const GroupLine &group : parseGroups(read("/etc/group"))) {
            m_groupNames.insert(group.id, group.name);
            for (const QByteArray &member : group.members)
                m_groups[member] += group.name;
        }
        // What Debian begins with.
        for (const PasswdEntry &line : parsePasswd(read("/usr/share/base-passwd/passwd.master")))
            m_master.insert(line.name, line);
    }

    void readAccounts()
    {
        for (const NamedLine &line : namedLines(Passwd, read(Passwd))) {
            for (const PasswdEntry &account : parsePasswd(rawLine(line.content)))
                take(account, line.id);
        }
    }

private:
    [[nodiscard]] QByteArray read(const QByteArray &path) { return m_sink.tree().tryRead(path).value_or(QByteArray()); }

    /// A line as it is written: its end may be a blank, which is a part of the shell's name.
    [[nodiscard]] QByteArray rawLine(const QByteArray &trimmed)
    {
        if (m_raw.isEmpty()) {
            const QByteArrayList lines = read(Passwd).split('\n');
            for (const QByteArray &line : lines)
                m_raw.insert(line.trimmed(), line);
        }
        return m_raw.value(trimmed, trimmed);
    }

    void take(const PasswdEntry &account, const QByteArray &id)
    {
        const auto shadow = m_shadow.constFind(account.name);
        const PasswordKind own = passwordKind(account.password);
        const bool isInShadow = own == PasswordKind::InShadow && shadow != m_shadow.constEnd();
        const PasswordKind password = isInShadow ? shadow->password : own;
        const bool maySignIn = password == PasswordKind::Set || password == PasswordKind::None;
        if (account.id != 0 && !maySignIn && refuses(account.shell))
            return;
        QCborMap details{{u"uid"_s, qint64(account.id)}, {u"password"_s, passwordText(password)},
            {u"home"_s, deviceText(account.home)}, {u"shell"_s, deviceText(account.shell)}};
        QByteArrayList groups = m_groups.value(account.name);
        if (m_groupNames.contains(account.group))
            groups.prepend(m_groupNames.value(account.group));
        details.insert(u"groups"_s, deviceTexts(groups));
        if (isInShadow && shadow->changed)
            details.insert(u"password_changed"_s, QDate(1970, 1, 1).addDays(*shadow->changed).toString(Qt::ISODate));
        if (own != PasswordKind::InShadow)
            details.insert(u"password_in_passwd"_s, true);
        QByteArrayList starts;
        if (!account.shell.isEmpty())
            starts += account.shell;
        PersistenceEntry entry{.method = u"accounts"_s,
            .name = account.name,
            .enabled = maySignIn || !refuses(account.shell),
            .command = {},
            .path = Passwd,
            .id = id,
            .details = details};
        if (account.id == 0 && account.name != "root")
            entry.attack = u"T1098"_s;
        if (isTheDistributions(account))
            entry.explained = true;
        m_sink.addFound({.entry = entry, .starts = starts});
    }

    /// As the distribution makes it, but for the password.
    [[nodiscard]] bool isTheDistributions(const PasswdEntry &account) const
    {
        const auto master = m_master.constFind(account.name);
        return master != m_master.constEnd() && master->id == account.id && master->group == account.group
            && master->home == account.home && baseName(master->shell) == baseName(account.shell)
            && passwordKind(account.password) == PasswordKind::InShadow;
    }

    PersistenceSink &m_sink;
    QHash<QByteArray, ShadowLine> m_shadow;
    QHash<QByteArray, QByteArrayList> m_groups; ///< by their members
    QHash<quint32, QByteArray> m_groupNames;
    QHash<QByteArray, PasswdEntry> m_master;
    QHash<QByteArray, QByteArray> m_raw;
};

// ---- sudo

class SudoersReader final
{
public:
    explicit SudoersReader(PersistenceSink &sink)
        : m_sink(sink)
    {
    }

    void readFile(const QByteArray &path, bool isRead)
    {
        if (m_seen.contains(path) || m_sink.tree().isFolder(path))
            return;
        m_seen.insert(path);
        const QByteArray bytes = m_sink.tree().read(path).value_or(QByteArray());
        QHash<QByteArray, QByteArray> ids;
        for (const NamedLine &line : namedLines(path, bytes))
            ids.insert(line.content, line.id);
        QByteArray joined;
        const QByteArrayList lines = bytes.split('\n');
        for (const QByteArray &line : lines) {
            joined += line;
            if (joined.endsWith('\\')) {
                joined.chop(1);
                continue;
            }
            if (const auto parsed = parseSudoersLine(std::exchange(joined, {})))
                take(*parsed, path, ids.value(line.trimmed()), isRead);
        }
    }

    /// sudo passes over names with a dot, and copies that editors leave.
    void readFolder(const QByteArray &folder)
    {
        for (const QByteArray &path : m_sink.tree().entries(folder))
            readFile(path, !baseName(path).contains('.') && !path.endsWith('~'));
    }

private:
    void take(const SudoersLine &line, const QByteArray &path, const QByteArray &id, bool isRead)
    {
        const auto absolute = [](const QByteArray &place) { return place.startsWith('/') ? place : "/etc/" + place; };
        switch (line.kind) {
        case SudoersLine::Kind::Include:
            for (const QByteArray &file : globPaths(m_sink.tree(), absolute(line.text)))
                readFile(file, isRead);
            return;
        case SudoersLine::Kind::IncludeFolder: readFolder(absolute(line.text)); return;
        case SudoersLine::Kind::Rule: break;
        }
        m_sink.add({.method = u"sudoers"_s,
            .name = line.who,
            .enabled = isRead,
            .command = line.text,
            .path = path,
            .id = id});
    }

    PersistenceSink &m_sink;
    QSet<QByteArray> m_seen;
};

// ---- polkit

void addPolkit(PersistenceSink &sink)
{
    for (const char *folder : {"/etc/polkit-1/rules.d", "/run/polkit-1/rules.d", "/usr/local/share/polkit-1/rules.d",
             "/usr/share/polkit-1/rules.d"}) {
        for (const QByteArray &path : sink.tree().entries(folder)) {
            if (path.endsWith(".rules"))
                sink.addRead(u"polkit"_s, path);
        }
    }
    for (const char *pattern : {"/etc/polkit-1/localauthority/*/*.pkla", "/var/lib/polkit-1/localauthority/*/*.pkla"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern))
            sink.addRead(u"polkit"_s, path);
    }
}

} // namespace

void addAccounts(PersistenceSink &sink)
{
    AccountReader(sink).readAccounts();
    SudoersReader sudoers(sink);
    sudoers.readFile("/etc/sudoers", true);
    sudoers.readFolder("/etc/sudoers.d");
    addPolkit(sink);
}

} // namespace Sonde::Agent::Linux
