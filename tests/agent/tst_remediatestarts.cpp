// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/lines/textlines.h"
#include "agent/acts/starts/persistenceentity.h"
#include "agent/base/linehash.h"
#include "tests/agent/actdevice.h"
#include "tests/agent/devicetree.h"
#include "tests/agent/filestate.h"

#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

/// What starts by itself, kept from it and brought back: `remediate scheduledtask`, `startupfolder` and `persistence`.
class RemediateStartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void linesAreFound();
    void aCronLineGoesAndComesBack_data();
    void aCronLineGoesAndComesBack();
    void cronSeesThatItsTableIsNew();
    void theSecondOfTwoEqualLines();
    void anotherLineOfTheFileHasChanged();
    void theLineGoesBackBesideTheOthers_data();
    void theLineGoesBackBesideTheOthers();
    void theWholeFileIsBroughtBack();
    void theFileIsGone();
    void aTaskNobodyHasLookedAt();
    void aTaskThatChanged();
    void otherTasks_data();
    void otherTasks();
    void aStartupFile();
    void aPersistenceFile();
    void aFileThatHoldsMoreStays_data();
    void aFileThatHoldsMoreStays();
    void whatIsNoLongerShownStays();
    void archivesHaveNoLines_data();
    void archivesHaveNoLines();
    void aPersistenceLine_data();
    void aPersistenceLine();
    void aRowsOwnLine_data();
    void aRowsOwnLine();
    void aUserUnit();
    void onlyWhatPersistenceShows();
    void killedAtAnyMoment();

private:
    [[nodiscard]] QByteArray read(const QString &path) const
    {
        QFile file(m_tree->place(path));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    /// The id of the only task whose command has this text.
    QString taskWith(const QString &text);

    std::unique_ptr<DeviceTree> m_tree;
    std::unique_ptr<ActDevice> m_device;
};

void RemediateStartsTest::init()
{
    m_device.reset();
    m_tree = std::make_unique<DeviceTree>();
    m_device = std::make_unique<ActDevice>(m_tree->root());
}

QString RemediateStartsTest::taskWith(const QString &text)
{
    if (const QString failure = m_device->failure(u"scheduledtasks"_s); !failure.isEmpty())
        return failure;
    for (const QJsonObject &row : m_device->probe->rows) {
        if (QString::fromUtf8(QJsonDocument(row).toJson()).contains(text))
            return row.value("id"_L1).toString();
    }
    return {};
}

void RemediateStartsTest::linesAreFound()
{
    const QByteArray text("one\r\n\n  two \ntwo\nlast");
    TextLines lines(text);
    QCOMPARE(lines.text(), text);
    QCOMPARE(lines.lines().size(), 5);
    QCOMPARE(lines.find("3"), 2);
    const QByteArray two = '#' + lineHash("two");
    QCOMPARE(lines.find(two), 2);
    QCOMPARE(lines.find(two + "-2"), 3);
    QCOMPARE(lines.find(two + "-3"), std::nullopt);
    for (const QByteArray &none : {"0"_ba, "6"_ba, "-1"_ba, "#00000000"_ba, ""_ba})
        QCOMPARE(lines.find(none), std::nullopt);
    lines.remove(4);
    lines.insert(4, "last");
    QCOMPARE(lines.text(), text);
    lines.insert(5, "more");
    QCOMPARE(lines.text(), text + "\nmore");
}

void RemediateStartsTest::aCronLineGoesAndComesBack_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QString table = u"/etc/cron.d/job"_s;
    QTest::newRow("between others") << table
                                    << "A=b\n# c\n* * * * * root good\n* * * * * root evil 1%2\n\n@daily root x\n"_ba
                                    << "A=b\n# c\n* * * * * root good\n\n@daily root x\n"_ba;
    QTest::newRow("no end of the last line") << table << "# c\n* * * * * root evil"_ba << "# c\n"_ba;
    QTest::newRow("CRLF") << table << "# c\r\n* * * * * root evil\r\n# d\r\n"_ba << "# c\r\n# d\r\n"_ba;
    QTest::newRow("blanks at its sides") << table << " \t* * * * * root evil  \nx=1\n"_ba << "x=1\n"_ba;
    QTest::newRow("the only line") << table << "* * * * * root evil\n"_ba << ""_ba;
    QTest::newRow("bytes that are no text")
        << table << "# \xff\xfe\n* * * * * root evil \xe9\n"_ba << "# \xff\xfe\n"_ba;
    QTest::newRow("crontab") << u"/etc/crontab"_s << "* * * * * root evil\n# end\n"_ba << "# end\n"_ba;
    QTest::newRow("a user's") << u"/var/spool/cron/crontabs/victim"_s << "* * * * * evil\n# end\n"_ba << "# end\n"_ba;
}

void RemediateStartsTest::aCronLineGoesAndComesBack()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(m_tree->write(path, before));
    const QString place = m_tree->place(path);
    if (::geteuid() == 0)
        QCOMPARE(::chown(QFile::encodeName(place).constData(), 1234, 4321), 0);
    QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner);
    setFileFlags(place, FS_IMMUTABLE_FL);
    auto stateBefore = stateOfFile(place);
    const QString id = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), after);
    auto stateNow = stateOfFile(place);
    for (const QString &same : {u"mode"_s, u"owner"_s, u"flags"_s})
        QCOMPARE(stateNow[same], stateBefore[same]);
    QVERIFY(!taskWith(u"evil"_s).contains(u"job"_s));
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), before);
    stateNow = stateOfFile(place);
    stateNow[u"accessed"_s] = stateBefore[u"accessed"_s];
    QCOMPARE(stateNow, stateBefore);
    QCOMPARE(taskWith(u"evil"_s), id);
    setFileFlags(place, 0);
    QCOMPARE(QDir(QFileInfo(place).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

/// It looks at the times of its folders and tables each minute.
void RemediateStartsTest::cronSeesThatItsTableIsNew()
{
    const QString path = u"/var/spool/cron/crontabs/victim"_s;
    QVERIFY(m_tree->write(path, "* * * * * evil\n# end\n"));
    const QByteArray folder = QFile::encodeName(QFileInfo(m_tree->place(path)).path());
    const timespec old[2]{{.tv_sec = 1'000'000'000, .tv_nsec = 0}, {.tv_sec = 1'000'000'000, .tv_nsec = 0}};
    const auto isNew = [&] {
        struct stat ofFolder;
        struct stat ofFile;
        return ::stat(folder.constData(), &ofFolder) == 0 && ofFolder.st_mtime > 1'000'000'000
            && ::stat(QFile::encodeName(m_tree->place(path)).constData(), &ofFile) == 0;
    };
    const QString id = taskWith(u"evil"_s);
    ::utimensat(AT_FDCWD, folder.constData(), old, 0);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QVERIFY(isNew());
    ::utimensat(AT_FDCWD, folder.constData(), old, 0);
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(id)), QString());
    QVERIFY(isNew());
}

void RemediateStartsTest::theSecondOfTwoEqualLines()
{
    const QByteArray text("* * * * * root evil\n# between\n* * * * * root evil\n# end\n");
    QVERIFY(m_tree->write(u"/etc/crontab"_s, text));
    const QString first = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1-2'"_s.arg(first)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), "* * * * * root evil\n# between\n# end\n");
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1-2'"_s.arg(first)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), text);
}

void RemediateStartsTest::anotherLineOfTheFileHasChanged()
{
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# a\n* * * * * root evil\n# b\n"));
    const QString id = taskWith(u"evil"_s);
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# other\n* * * * * root evil\n# b\n"));
    // The task is what was looked at.
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), "# other\n# b\n");
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# third\n# b\n"));
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1' -plan"_s.arg(id)), QString());
    QVERIFY(!rowWhere(*m_device->probe, u"action"_s, u"in-the-way"_s).isEmpty());
    QCOMPARE(m_device->run(u"undo scheduledtask '%1'"_s.arg(id)).failure->code, ErrorCode::UndoConflict);
    QCOMPARE(read(u"/etc/crontab"_s), "# third\n# b\n");
}

void RemediateStartsTest::theLineGoesBackBesideTheOthers_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("then");
    QTest::newRow("behind what it stood behind")
        << "# new\n# a\n# b\n"_ba << "# new\n# a\n* * * * * root evil\n# b\n"_ba;
    QTest::newRow("at the end") << "# b\n# c"_ba << "# b\n# c\n* * * * * root evil\n"_ba;
    QTest::newRow("an empty file") << ""_ba << "* * * * * root evil\n"_ba;
}

void RemediateStartsTest::theLineGoesBackBesideTheOthers()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, then);
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# a\n* * * * * root evil\n# b\n"));
    const QString id = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QVERIFY(m_tree->write(u"/etc/crontab"_s, now));
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1' -beside"_s.arg(id)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), then);
}

void RemediateStartsTest::theWholeFileIsBroughtBack()
{
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# a\n* * * * * root evil\n# b\n"));
    const QString id = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# other\n"));
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1' -replace"_s.arg(id)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), "# a\n* * * * * root evil\n# b\n");
    QTRY_COMPARE(
        QDir(m_device->quarantine()).entryList(QDir::Files), QStringList{u"2-0.sealed"_s}); // "# other" is not lost
}

void RemediateStartsTest::theFileIsGone()
{
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "# a\n* * * * * root evil\n"));
    const QString id = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QVERIFY(QFile::remove(m_tree->place(u"/etc/crontab"_s)));
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(id)), QString());
    QCOMPARE(read(u"/etc/crontab"_s), "# a\n* * * * * root evil\n");
}

void RemediateStartsTest::aTaskNobodyHasLookedAt()
{
    QVERIFY(m_tree->write(u"/etc/crontab"_s, "* * * * * root evil\n"));
    const QString id = taskWith(u"evil"_s);
    m_device->restart();
    const Outcome refused = m_device->run(u"remediate scheduledtask '%1'"_s.arg(id));
    QCOMPARE(refused.failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(refused.failure->facts.text(Fact::Command), u"scheduledtasks "_s + id);
    QCOMPARE(m_device->run(u"remediate scheduledtask nobody -auto"_s).failure->code, ErrorCode::NotFound);
    QCOMPARE(read(u"/etc/crontab"_s), "* * * * * root evil\n");
}

void RemediateStartsTest::aTaskThatChanged()
{
    QVERIFY(m_tree->write(u"/etc/anacrontab"_s, "1 5 job evil\n"));
    QCOMPARE(taskWith(u"evil"_s), u"anacron:job"_s);
    QVERIFY(m_tree->write(u"/etc/anacrontab"_s, "1 5 job other\n"));
    const Outcome refused = m_device->run(u"remediate scheduledtask anacron:job"_s);
    QCOMPARE(refused.failure->code, ErrorCode::FactsChanged);
    QCOMPARE(refused.failure->facts.list(Fact::Changed), QStringList{u"actions"_s});
    QCOMPARE(read(u"/etc/anacrontab"_s), "1 5 job other\n");
}

void RemediateStartsTest::otherTasks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("rest");
    const QByteArray gone = "cannot be read";
    QTest::newRow("at") << u"/var/spool/cron/atjobs/a0000701b8ff0c"_s << "#!/bin/sh\nevil\n"_ba << gone;
    QTest::newRow("run-parts") << u"/etc/cron.daily/evil"_s << "#!/bin/sh\nevil\n"_ba << gone;
    QTest::newRow("anacron") << u"/etc/anacrontab"_s << "X=1\n1 5 job evil\n7 9 other good\n"_ba
                             << "X=1\n7 9 other good\n"_ba;
}

void RemediateStartsTest::otherTasks()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, rest);
    QVERIFY(m_tree->script(path, content));
    const auto before = stateOfFile(m_tree->place(path));
    const QString id = taskWith(u"evil"_s);
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), rest);
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(id)), QString());
    auto after = stateOfFile(m_tree->place(path));
    after[u"accessed"_s] = before[u"accessed"_s];
    QCOMPARE(after, before);
}

void RemediateStartsTest::aStartupFile()
{
    const QString path = u"/etc/xdg/autostart/evil.desktop"_s;
    QVERIFY(m_tree->write(path, "[Desktop Entry]\nType=Application\nExec=evil\n"));
    QCOMPARE(m_device->run(u"remediate startupfolder "_s + path).failure->code, ErrorCode::NotLookedAt);
    QCOMPARE(m_device->failure(u"startupfolders"_s), QString());
    QCOMPARE(m_device->failure(u"remediate startupfolder "_s + path), QString());
    QVERIFY(!QFile::exists(m_tree->place(path)));
    QCOMPARE(m_device->failure(u"undo startupfolder "_s + path), QString());
    QVERIFY(QFile::exists(m_tree->place(path)));
    QCOMPARE(m_device->run(u"remediate startupfolder /etc/passwd -auto"_s).failure->code, ErrorCode::NotFound);
    const QString settings = u"/home/ada/.config/sway/config"_s;
    QVERIFY(m_tree->write(settings, "exec evil\n"));
    QCOMPARE(m_device->failure(u"startupfolders"_s), QString());
    QCOMPARE(m_device->run(u"remediate startupfolder "_s + settings).failure->code, ErrorCode::Protected);
    QVERIFY(QFile::exists(m_tree->place(settings)));
}

void RemediateStartsTest::aPersistenceFile()
{
    const QString path = u"/etc/update-motd.d/99-evil"_s;
    QVERIFY(m_tree->script(path));
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    QVERIFY(!rowWhere(*m_device->probe, u"path"_s, path).isEmpty());
    QCOMPARE(m_device->failure(u"remediate persistence "_s + path), QString());
    QVERIFY(!QFile::exists(m_tree->place(path)));
    QCOMPARE(m_device->failure(u"undo persistence "_s + path), QString());
    QVERIFY(QFileInfo(m_tree->place(path)).isExecutable());
}

void RemediateStartsTest::aFileThatHoldsMoreStays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *path, const QByteArray &content, const char *line = ":2") {
        QTest::newRow(path) << QString::fromLatin1(path) << content << QString::fromLatin1(line);
    };
    row("/boot/loader/entries/debian.conf", "title x\noptions init=/tmp/evil\n");
    row("/boot/efi/loader/entries/debian.conf", "title x\noptions init=/tmp/evil\n");
    row("/boot/extlinux/extlinux.conf", "LABEL x\nAPPEND rdinit=/tmp/evil\n");
    row("/etc/kernel/cmdline", "quiet\ninit=/tmp/evil\n");
    row("/srv/site/.git/config", "[core]\npager = /tmp/evil\n");
    row("/etc/gitconfig", "[core]\npager = /tmp/evil\n");
    row("/home/ada/.config/sway/config", "# sway\nexec /tmp/evil\n");
    row("/etc/pam.d/common-auth", "auth required pam_unix.so\nauth sufficient /tmp/evil.so\n");
    row("/etc/inittab", "id:2:initdefault:\nx:2:respawn:/tmp/evil\n");
    row("/etc/network/interfaces", "iface lo inet loopback\nup /tmp/evil\n");
}

/// Without it nobody would sign in, or the device would not start; or it is what somebody works with.
void RemediateStartsTest::aFileThatHoldsMoreStays()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, line);
    m_tree->folder(u"/home/ada"_s);
    QVERIFY(m_tree->write(path, content));
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    QVERIFY(!rowWhere(*m_device->probe, u"path"_s, path).isEmpty());
    const auto refused = m_device->run(u"remediate persistence %1 -auto"_s.arg(path)).failure;
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::Protected);
    QCOMPARE(read(path), content);
    QCOMPARE(m_device->failure(u"remediate persistence %1%2"_s.arg(path, line)), QString());
    QCOMPARE(read(path), content.first(content.indexOf('\n') + 1));
}

/// Between look and plan a file can become one of which nobody knows how much more it holds.
void RemediateStartsTest::whatIsNoLongerShownStays()
{
    const QString path = u"/srv/site/.git/config"_s;
    QVERIFY(m_tree->write(path, "[core]\npager = /tmp/evil\n"));
    const PersistenceEntity entity(m_tree->root());
    const auto look = entity.look(path, {});
    QVERIFY(look);
    QVERIFY(m_tree->write(path, "[core]\nbare = false\n"));
    const auto plan = entity.plan(*look, {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::NotFound);
}

void RemediateStartsTest::archivesHaveNoLines_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("hasLines");
    QTest::newRow("image") << u"/boot/initrd.img-6.1"_s << false;
    QTest::newRow("a line of it") << u"/boot/initrd.img-6.1:1"_s << false;
    QTest::newRow("kernel's") << u"/proc/sys/kernel/core_pattern"_s << false;
    QTest::newRow("a line of that") << u"/proc/sys/kernel/core_pattern:1"_s << false;
    QTest::newRow("text") << u"/etc/inittab"_s << true;
}

/// Nobody is told to name a line where there are none, and none is taken from there.
void RemediateStartsTest::archivesHaveNoLines()
{
    QFETCH(QString, id);
    QFETCH(bool, hasLines);
    QVERIFY(m_tree->write(id.section(u':', 0, 0), "x\n"));
    const auto plan = PersistenceEntity(m_tree->root()).plan({id, {}}, {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::Protected);
    QCOMPARE(plan.error().facts.contains(Fact::Why), hasLines);
}

void RemediateStartsTest::aPersistenceLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("by number") << u":2"_s;
    QTest::newRow("by hash") << u'#' + QString::fromLatin1(lineHash("/lib/evil.so"));
}

void RemediateStartsTest::aPersistenceLine()
{
    QFETCH(QString, line);
    const QString path = u"/etc/ld.so.preload"_s;
    QVERIFY(m_tree->write(path, "/lib/good.so\n/lib/evil.so\n/lib/more.so\n"));
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    QVERIFY(!rowWhere(*m_device->probe, u"path"_s, path).isEmpty());
    const QString id = path + line;
    QCOMPARE(m_device->failure(u"remediate persistence '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), "/lib/good.so\n/lib/more.so\n");
    QCOMPARE(m_device->failure(u"undo persistence '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), "/lib/good.so\n/lib/evil.so\n/lib/more.so\n");
    QCOMPARE(m_device->run(u"remediate persistence '%1:9' -auto"_s.arg(path)).failure->code, ErrorCode::NotFound);
}

/// What a row of `persistence` is called takes that line and nothing beside it.
void RemediateStartsTest::aRowsOwnLine_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("line");
    const QByteArray key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8Ht8Z3j6yDWPBHQtOp/R9rjWvfMYo3MSA/K6q8D86r";
    QTest::newRow("key") << u"/home/victim/.ssh/authorized_keys"_s << key + " good\n# mine\n" << key + " evil\n";
    QTest::newRow("loader") << u"/etc/ld.so.preload"_s << QByteArray("/lib/good.so\n") << QByteArray("/lib/evil.so\n");
    QTest::newRow("pam") << u"/etc/pam.d/sshd"_s << QByteArray("auth required pam_unix.so\n")
                         << QByteArray("auth optional pam_exec.so /evil\n");
    QTest::newRow("udev") << u"/etc/udev/rules.d/9.rules"_s << QByteArray("KERNEL==\"a\", NAME=\"b\"\n")
                          << QByteArray("KERNEL==\"a\", RUN+=\"/evil\"\n");
    QTest::newRow("cron") << u"/etc/crontab"_s << QByteArray("1 2 * * * root /good\n")
                          << QByteArray("* * * * * root /evil\n");
    QTest::newRow("sshd") << u"/etc/ssh/sshd_config"_s << QByteArray("Port 22\n") << QByteArray("ForceCommand /evil\n");
    QTest::newRow("interfaces") << u"/etc/network/interfaces"_s << QByteArray("iface eth0 inet dhcp\n")
                                << QByteArray("  up /evil\n");
}

void RemediateStartsTest::aRowsOwnLine()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, line);
    QVERIFY(m_tree->write(u"/etc/passwd"_s, "victim:x:1000:1000::/home/victim:/bin/sh\n"));
    QVERIFY(m_tree->write(path, before + line + before));
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    const QString id = path + u'#' + QString::fromLatin1(lineHash(line.trimmed()));
    QVERIFY(!rowWhere(*m_device->probe, u"id"_s, id).isEmpty());
    QCOMPARE(m_device->failure(u"remediate persistence '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), before + before);
    QCOMPARE(m_device->failure(u"undo persistence '%1'"_s.arg(id)), QString());
    QCOMPARE(read(path), before + line + before);
}

void RemediateStartsTest::aUserUnit()
{
    const QString folder = u"/home/victim/.config/systemd/user"_s;
    QVERIFY(m_tree->write(u"/etc/passwd"_s, "victim:x:1000:1000::/home/victim:/bin/sh\n"));
    QVERIFY(m_tree->script(u"/home/victim/.evil"_s));
    QVERIFY(m_tree->write(folder + u"/evil.service"_s,
        "[Service]\nRestart=always\nExecStart=/home/victim/.evil\n[Install]\nWantedBy=default.target\n"));
    QVERIFY(m_tree->link(folder + u"/default.target.wants/evil.service"_s, "../evil.service"));
    const QString unit = folder + u"/evil.service"_s;
    const auto before = stateOfFile(m_tree->place(unit));
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    QCOMPARE(m_device->failure(u"remediate persistence "_s + unit), QString());
    QCOMPARE(QFile::symLinkTarget(m_tree->place(unit)), u"/dev/null"_s);
    QVERIFY(!QFile::exists(m_tree->place(u"/home/victim/.evil"_s)));
    QVERIFY(QDir(m_tree->place(folder + u"/default.target.wants"_s)).isEmpty());
    QCOMPARE(m_device->failure(u"undo persistence "_s + unit), QString());
    auto after = stateOfFile(m_tree->place(unit));
    after[u"accessed"_s] = before[u"accessed"_s];
    QCOMPARE(after, before);
    QVERIFY(QFileInfo(m_tree->place(u"/home/victim/.evil"_s)).isExecutable());
    QVERIFY(QFileInfo(m_tree->place(folder + u"/default.target.wants/evil.service"_s)).isSymLink());
}

void RemediateStartsTest::onlyWhatPersistenceShows()
{
    QVERIFY(m_tree->write(u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\n"));
    QVERIFY(m_tree->write(u"/home/note.txt"_s, "mine\n"));
    QCOMPARE(m_device->run(u"remediate persistence /home/note.txt -auto"_s).failure->code, ErrorCode::NotFound);
    QVERIFY(QFile::exists(m_tree->place(u"/home/note.txt"_s)));
}

void RemediateStartsTest::killedAtAnyMoment()
{
    const int kills = qEnvironmentVariableIntValue("SONDE_KILLS") ? qEnvironmentVariableIntValue("SONDE_KILLS") : 30;
    const QByteArray with("# a\n* * * * * root evil\n# b\n");
    const QByteArray without("# a\n# b\n");
    QVERIFY(m_tree->write(u"/etc/crontab"_s, with));
    const QString id = taskWith(u"evil"_s);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_device->failure(u"remediate scheduledtask '%1' -auto"_s.arg(id)), QString());
    QCOMPARE(m_device->failure(u"undo scheduledtask '%1'"_s.arg(id)), QString());
    const qint64 microseconds = clock.nsecsElapsed() / 1000;
    int states[2]{};
    for (int i = 0; i < kills; ++i) {
        const bool hadLine = read(u"/etc/crontab"_s) == with;
        const pid_t child = ::fork();
        if (child == 0) {
            std::ignore = m_device->run(
                hadLine ? u"remediate scheduledtask '%1' -auto"_s.arg(id) : u"undo scheduledtask '%1'"_s.arg(id));
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200 + microseconds * i / kills));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        m_device->restart();
        const bool hasLine = read(u"/etc/crontab"_s) == with;
        QCOMPARE(read(u"/etc/crontab"_s), hasLine ? with : without);
        QCOMPARE(QDir(m_tree->place(u"/etc"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"crontab"_s});
        const auto all = m_device->acts->all();
        QCOMPARE(std::ranges::count_if(all, &ActRecord::canBeUndone), hasLine ? 0 : 1);
        ++states[hasLine == hadLine];
    }
    qInfo("%d acts were done, %d were not", states[0], states[1]);
}

QTEST_GUILESS_MAIN(RemediateStartsTest)
#include "tst_remediatestarts.moc"
