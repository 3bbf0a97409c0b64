// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/persistence/persistence.h"
#include "agent/system/persistence/persistencejudge.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/processortime.h"

#include <QCryptographicHash>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

constexpr qint64 Mebibyte = 1024 * 1024;

PersistenceList listOn(const DeviceTree &tree)
{
    return listPersistence(tree.root(), {}).value_or(PersistenceList());
}

/// The row of a file; a row without a path when there is none.
PersistenceEntry rowOf(const PersistenceList &list, const QByteArray &path)
{
    const auto found = std::ranges::find(list.entries, path, &PersistenceEntry::path);
    return found == list.entries.end() ? PersistenceEntry() : *found;
}

PersistenceEntry rowOfCommand(const PersistenceList &list, const QByteArray &command)
{
    const auto found = std::ranges::find(list.entries, command, &PersistenceEntry::command);
    return found == list.entries.end() ? PersistenceEntry() : *found;
}

/// What was not wholly looked at.
QStringList cutIn(const PersistenceList &list)
{
    QStringList subjects;
    for (const Error &error : list.errors) {
        if (error.code == ErrorCode::NotWhollyScanned)
            subjects += error.subject;
    }
    return subjects;
}

QByteArray hexOf(const QByteArray &content, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(content, algorithm).toHex();
}

} // namespace

/// What `persistence` does where nobody vouches for a file, and where somebody planted masses of what it looks at.
class PersistenceLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- whose it is, and whether it is as it was

    void unchangedIsWhatADigestSays_data()
    {
        QTest::addColumn<QByteArray>("recorded");
        QTest::addColumn<std::optional<bool>>("explained");
        const QByteArray content = "#!/bin/sh\ntrue\n";
        QTest::newRow("none is recorded") << QByteArray() << std::optional<bool>();
        QTest::newRow("another one") << hexOf("other", QCryptographicHash::Sha256) << std::optional(false);
        QTest::newRow("this one") << hexOf(content, QCryptographicHash::Sha256) << std::optional(true);
    }
    void unchangedIsWhatADigestSays()
    {
        QFETCH(QByteArray, recorded);
        const DeviceTree tree;
        const QString package = u"/var/lib/pacman/local/tool-1-1/"_s;
        tree.script(u"/etc/kernel/install.d/50-tool"_s, "#!/bin/sh\ntrue\n");
        tree.write(package + u"desc"_s, "%NAME%\ntool\n\n%VERSION%\n1-1\n");
        tree.write(package + u"files"_s, "%FILES%\netc/kernel/install.d/50-tool\n");
        if (!recorded.isEmpty())
            tree.write(package + u"mtree"_s,
                "#mtree\n/set type=file\n./etc/kernel/install.d/50-tool mode=755 sha256digest=" + recorded + "\n");
        const PersistenceEntry row = rowOf(listOn(tree), "/etc/kernel/install.d/50-tool");
        QCOMPARE(row.package, u"tool"_s);
        QTEST(row.explained, "explained");
    }

    /// Alpine writes down no time with which a clock could be compared: only the content says it, however long it is.
    void alpinesFilesAreCompared_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("recorded");
        QTest::addColumn<std::optional<bool>>("explained");
        for (const qint64 size : {qint64(10), 3 * Mebibyte}) {
            const QByteArray content = "#!" + QByteArray(size, '#');
            const auto line = [](const QByteArray &bytes) -> QByteArray {
                return "Z:Q1" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toBase64() + '\n';
            };
            QTest::addRow("%lld, none", size) << content << QByteArray() << std::optional<bool>();
            QTest::addRow("%lld, as it was", size) << content << line(content) << std::optional(true);
            QTest::addRow("%lld, changed", size) << content << line("other") << std::optional(false);
        }
    }
    void alpinesFilesAreCompared()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, recorded);
        const DeviceTree tree;
        tree.script(u"/etc/local.d/x.start"_s, content);
        tree.write(u"/lib/apk/db/installed"_s, "P:tool\nV:1\nF:etc/local.d\nR:x.start\n" + recorded + '\n');
        QTEST(rowOf(listOn(tree), "/etc/local.d/x.start").explained, "explained");
    }

    /// A shell of a container's is not this device's.
    void aContainersCommandIsItsOwn()
    {
        const DeviceTree tree;
        tree.script(u"/bin/sh"_s);
        const QString folder = u"/var/lib/docker/containers/0123/"_s;
        tree.write(folder + u"config.v2.json"_s,
            R"({"Name":"/evil","Path":"/bin/sh","Args":["-c","nc"],"State":{"Running":true},"Config":{"Image":"x"}})");
        tree.write(folder + u"hostconfig.json"_s, R"({"RestartPolicy":{"Name":"always"}})");
        tree.write(u"/etc/containers/systemd/c.container"_s, "[Container]\nImage=x\nExec=/bin/sh -c true\n");
        const PersistenceList list = listOn(tree);
        QCOMPARE(rowOfCommand(list, "/bin/sh -c nc").starts, QCborArray());
        const PersistenceEntry unit = rowOf(list, "/etc/containers/systemd/c.container");
        QCOMPARE(unit.command, "/bin/sh -c true");
        QCOMPARE(unit.starts, QCborArray());
    }

    // ---- masses

    /// Of what no package accounts for, so much is read and no more, and that is said.
    void largeFilesAreReadUpToALimit()
    {
        const DeviceTree tree;
        QByteArray table;
        for (int i = 0; i < 10; ++i) {
            const QString path = u"/opt/large%1"_s.arg(i);
            tree.script(path);
            QVERIFY(QFile::resize(tree.place(path), 60 * Mebibyte));
            for (int line = 0; line < 3; ++line) // read once
                table += "* * * * * root " + path.toUtf8() + ' ' + QByteArray::number(line) + '\n';
        }
        tree.write(u"/etc/cron.d/large"_s, table);
        const PersistenceList list = listOn(tree);
        QCOMPARE(cutIn(list).size(), 1);
        const auto isHashed = [](const PersistenceEntry &entry) {
            return !entry.starts.isEmpty() && entry.starts.first().toMap().contains("sha256"_L1);
        };
        QCOMPARE(std::ranges::count_if(list.entries, isHashed), 8 * 3); // 480 of 512 MiB
        QCOMPARE(list.entries.size(), 30U);
    }

    /// A file that says it is empty and gives without end, as others than the kernel can have some, is no way around that.
    void whatIsReadCountsAndNotWhatAFileSays()
    {
        Linux::FileTree tree;
        if (!QFile(u"/proc/self/pagemap"_s).open(QFile::ReadOnly))
            QSKIP("the kernel gives no pagemap");
        std::vector<Linux::Found> found;
        for (int i = 0; i < 12; ++i)
            found.push_back({.entry = {.method = u"x"_s, .path = "/etc/passwd"},
                .starts = {"/proc/self/" + QByteArray("./").repeated(i) + "pagemap"}});
        QCOMPARE(Linux::PersistenceJudge(tree).judge(found).size(), 12U);
        PersistenceList list;
        list.errors = tree.errors();
        QCOMPARE(cutIn(list).size(), 1);
    }

    void manyModulesOfManyNames()
    {
        const DeviceTree tree;
        for (int i = 0; i < 1000; ++i)
            tree.write(u"/lib/modules/6.12/extra/m%1.ko"_s.arg(i));
        QByteArray lines = "m7\n";
        for (int i = 0; i < 5000; ++i)
            lines += "unknown" + QByteArray::number(i) + '\n';
        tree.write(u"/etc/modules"_s, lines);
        const ProcessorTime watch;
        const PersistenceList list = listOn(tree);
        QCOMPARE_LT(watch.elapsed(), 5000);
        QCOMPARE(list.entries.size(), 5001U);
        QCOMPARE(list.entries.front().details.value(u"module_file"_s).toString(), u"/lib/modules/6.12/extra/m7.ko"_s);
    }

    /// Who fills one place hides nothing in the others, and that it was not gone through is said.
    void manyFoldersAreGoneThroughUpToALimit()
    {
        const DeviceTree tree;
        for (int i = 0; i < 4100; ++i)
            tree.folder(u"/opt/filler/f%1"_s.arg(i));
        tree.write(u"/srv/site/.git/config"_s, "[core]\n\tfsmonitor = /tmp/evil\n");
        const PersistenceList list = listOn(tree);
        QCOMPARE(cutIn(list), QStringList{u"/opt"_s});
        QCOMPARE(rowOf(list, "/srv/site/.git/config").command, "/tmp/evil");
    }

    void manyFilesOfAPatternToo()
    {
        const DeviceTree tree;
        for (int i = 0; i < 10'010; ++i)
            tree.write(u"/boot/loader/entries/e%1.conf"_s.arg(i));
        QCOMPARE(cutIn(listOn(tree)), QStringList{u"/boot/loader/entries/*.conf"_s});
    }

    // ---- systemd

    /// Whose manager reads a unit decides what its specifiers stand for; root has one of his own, too.
    void specifiersOfUsersAreTheirs()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\n");
        for (const char *path : {"/bin/sh", "/root/.config/evil", "/var/lib/other", "/etc/evil", "/etc/other"})
            tree.script(QString::fromLatin1(path));
        tree.write(u"/root/.config/systemd/user/a.service"_s, "[Service]\nExecStart=%E/evil\n");
        tree.write(u"/etc/systemd/user/b.service"_s, "[Service]\nExecStart=/bin/sh %S/other %h/other\n");
        tree.write(u"/etc/systemd/system/c.service"_s, "[Service]\nExecStart=/bin/sh %S/other %E/other %t/mine\n");
        tree.write(u"/run/mine"_s);
        tree.write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\n");
        tree.write(u"/run/user/0/theirs"_s);
        tree.write(u"/root/.config/systemd/user/d.service"_s, "[Service]\nExecStart=%t/theirs\n");
        const PersistenceList list = listOn(tree);
        const auto startsOf = [&list](const QByteArray &path) {
            QStringList paths;
            for (const QCborValue &file : rowOf(list, path).starts)
                paths += file.toMap().value("path"_L1).toString();
            return paths;
        };
        QCOMPARE(startsOf("/root/.config/systemd/user/a.service"), QStringList{u"/root/.config/evil"_s});
        QCOMPARE(startsOf("/etc/systemd/user/b.service"), QStringList{u"/bin/sh"_s});
        QCOMPARE(startsOf("/etc/systemd/system/c.service"),
            (QStringList{u"/bin/sh"_s, u"/var/lib/other"_s, u"/etc/other"_s, u"/run/mine"_s}));
        QCOMPARE(startsOf("/root/.config/systemd/user/d.service"), QStringList{u"/run/user/0/theirs"_s});
    }

    // ---- git

    void followsWhatGitReads()
    {
        const DeviceTree tree;
        tree.folder(u"/home/ada"_s);
        tree.write(u"/home/ada/.gitconfig"_s,
            "[user]\n\tname = Ada\n[include]\n\tpath = ~/.more\n[core]\n\thooksPath = /opt/hooks\n");
        tree.write(
            u"/home/ada/.more"_s, "[includeIf \"gitdir:~/work/\"]\n path = deeper\n[core]\n pager = /tmp/pager\n");
        tree.write(u"/home/ada/deeper"_s, "[core]\n sshCommand = /tmp/ssh\n[include]\n path = ~/.gitconfig\n");
        tree.script(u"/opt/hooks/pre-commit"_s);
        tree.write(u"/opt/hooks/README"_s);
        tree.write(u"/srv/site/.git/modules/sub/config"_s, "[filter \"x\"]\n\tclean = /tmp/clean\n");
        tree.write(u"/srv/site/.git/config"_s, "[core]\n\tbare = false\n");
        tree.write(u"/srv/site/.git/config.worktree"_s, "[core]\n\teditor = /tmp/editor\n");
        const PersistenceList list = listOn(tree);
        for (const auto &[command, path] :
            {std::pair("/tmp/pager", "/home/ada/.more"), std::pair("/tmp/ssh", "/home/ada/deeper"),
                std::pair("/tmp/clean", "/srv/site/.git/modules/sub/config"),
                std::pair("/tmp/editor", "/srv/site/.git/config.worktree")})
            QCOMPARE(rowOfCommand(list, command).path, path);
        const PersistenceEntry hooks = rowOfCommand(list, "/opt/hooks");
        QCOMPARE(hooks.starts.size(), 1);
        QCOMPARE(hooks.starts.first().toMap().value("path"_L1).toString(), u"/opt/hooks/pre-commit"_s);
        QVERIFY(hooks.id.startsWith("/home/ada/.gitconfig#")); // its line can be taken away
        QVERIFY(hooks.holdsMore);
    }

    /// A repository by whatever name it is reached: links in its folder of submodules lead to itself.
    void linkedSubmodulesAreFoundOnce()
    {
        const DeviceTree tree;
        tree.write(u"/srv/p/.git/config"_s, "[core]\n\tpager = /tmp/pager\n");
        tree.script(u"/srv/p/.git/hooks/pre-commit"_s);
        tree.write(u"/var/bare/config"_s, "[core]\n\teditor = /tmp/editor\n");
        for (const char *name : {"a", "b", "c"})
            tree.link(u"/srv/p/.git/modules/"_s + QLatin1StringView(name), "..");
        tree.link(u"/srv/p/.git/modules/elsewhere"_s, "/var/bare");
        tree.link(u"/srv/p/.git/modules/again"_s, "/var/bare");
        const PersistenceList list = listOn(tree);
        QCOMPARE(list.entries.size(), 3U);
        QCOMPARE(rowOf(list, "/srv/p/.git/hooks/pre-commit").method, u"git_hooks"_s);
        QCOMPARE(rowOfCommand(list, "/tmp/editor").path, "/var/bare/config");
        QCOMPARE(cutIn(list), QStringList());
    }

    /// gitrepository-layout(5): ".git" may be a file that names the repository, as of `git worktree` and of submodules.
    void repositoriesMayBeElsewhere()
    {
        const DeviceTree tree;
        tree.write(u"/srv/work/.git"_s, "gitdir: ../../var/away/worktrees/work\n");
        tree.write(u"/var/away/worktrees/work/HEAD"_s, "ref: refs/heads/work\n");
        tree.write(u"/var/away/worktrees/work/commondir"_s, "../..\n");
        tree.write(u"/var/away/worktrees/work/config.worktree"_s, "[core]\n\tpager = /tmp/pager\n");
        tree.write(u"/var/away/config"_s, "[core]\n\teditor = /tmp/editor\n");
        tree.script(u"/var/away/hooks/post-checkout"_s);
        tree.write(u"/srv/lie/.git"_s, "gitdir: /etc\n"); // no repository
        tree.write(u"/srv/none/.git"_s, "/var/away\n");
        const PersistenceList list = listOn(tree);
        QCOMPARE(rowOfCommand(list, "/tmp/pager").path, "/var/away/worktrees/work/config.worktree");
        QCOMPARE(rowOfCommand(list, "/tmp/editor").path, "/var/away/config");
        QCOMPARE(rowOf(list, "/var/away/hooks/post-checkout").method, u"git_hooks"_s);
        QCOMPARE(list.entries.size(), 3U);
    }

    /// What git runs is shown before anything else of a folder.
    void manyFilesAmongHooks()
    {
        const DeviceTree tree;
        for (int i = 0; i < 100; ++i) {
            tree.script(u"/srv/p/.git/hooks/%1"_s.arg(i));
            tree.script(u"/opt/hooks/%1"_s.arg(i));
        }
        tree.script(u"/srv/p/.git/hooks/pre-commit"_s);
        tree.script(u"/opt/hooks/post-checkout"_s);
        tree.write(u"/srv/p/.git/config"_s, "[core]\n\thooksPath = /opt/hooks\n\thooksPath = /opt/hooks\n");
        const PersistenceList list = listOn(tree);
        QCOMPARE(rowOf(list, "/srv/p/.git/hooks/pre-commit").method, u"git_hooks"_s);
        QCOMPARE(list.entries.size(), 1 + 64 + 2U);
        const QCborArray starts = rowOfCommand(list, "/opt/hooks").starts;
        QCOMPARE(starts.size(), 1 + 64);
        QCOMPARE(starts.first().toMap().value("path"_L1).toString(), u"/opt/hooks/post-checkout"_s);
        QCOMPARE(cutIn(list), (QStringList{u"/srv/p/.git/hooks"_s, u"/opt/hooks"_s}));
    }

    /// Settings of the device hold for everybody, and ~ is another folder for each.
    void followsWhatGitExpands()
    {
        const DeviceTree tree;
        tree.write(u"/etc/passwd"_s, "ada:x:1000:1000::/home/ada:/bin/sh\nbob:x:1001:1001::/home/bob:/bin/sh\n");
        tree.write(u"/etc/gitconfig"_s,
            "[include]\n\tpath = ~/.common\n\tpath = ~bob/.more\n\tpath = %(prefix)/share/git/x\n"
            "[core]\n\thooksPath = ~/hooks\n");
        tree.write(u"/home/ada/.common"_s, "[core]\n\tpager = /tmp/ada\n");
        tree.write(u"/home/bob/.common"_s, "[core]\n\tpager = /tmp/bob\n");
        tree.write(u"/home/bob/.more"_s, "[include]\n\tpath = ~/.deeper\n");
        tree.write(u"/home/ada/.deeper"_s, "[core]\n\teditor = /tmp/adas\n");
        tree.write(u"/home/bob/.deeper"_s, "[core]\n\teditor = /tmp/bobs\n");
        tree.write(u"/usr/share/git/x"_s, "[core]\n\taskPass = /tmp/prefix\n");
        tree.script(u"/home/ada/hooks/pre-commit"_s);
        tree.script(u"/home/bob/hooks/pre-push"_s);
        const PersistenceList list = listOn(tree);
        for (const char *command : {"/tmp/ada", "/tmp/bob", "/tmp/adas", "/tmp/bobs", "/tmp/prefix"})
            QVERIFY2(!rowOfCommand(list, command).path.isEmpty(), command);
        QCOMPARE(std::ranges::count(list.entries, "/etc/gitconfig"_ba, &PersistenceEntry::path), 4); // each once
        QCOMPARE(rowOfCommand(list, "~/hooks").starts.size(), 2);
    }

    /// Files that include each other by the thousand end, and that is said.
    void gitsIncludesEnd()
    {
        const DeviceTree tree;
        QByteArray includes = "[include]\n";
        for (int i = 0; i < 1100; ++i) {
            includes += "path = /etc/g/" + QByteArray::number(i) + '\n';
            tree.write(u"/etc/g/%1"_s.arg(i), "[core]\npager = p" + QByteArray::number(i) + '\n');
        }
        tree.write(u"/etc/gitconfig"_s, includes);
        QCOMPARE(cutIn(listOn(tree)), QStringList{u"/etc/g/1000"_s});
    }
};

QTEST_GUILESS_MAIN(PersistenceLimitsTest)
#include "tst_persistencelimits.moc"
