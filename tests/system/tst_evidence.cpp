// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/testtenant.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// Names that trip up whoever takes them for words, options, lines or text.
QByteArrayList oddNames()
{
    const QByteArray rightToLeft = "\xe2\x80\xae";
    return {"-rf", "new\nline", "caf\xe9", QByteArray(255, 'n'), "two  words ", "'\"quotes\"'", "$(id);&|",
        rightToLeft + "txt.exe", "\x1b[31mred", "*"};
}

/// A path as an analyst may type any: every byte that is not plain as \xNN.
QString typed(const QByteArray &path)
{
    QString text = u"\"bytes:"_s;
    for (const char c : path) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/'
            || c == '.' || c == '-' || c == '_';
        text += isPlain ? QString(QLatin1Char(c)) : u"\\x%1"_s.arg(uchar(c), 2, 16, QLatin1Char('0'));
    }
    return text + u'"';
}

/// The bytes of a path in a row.
QByteArray pathOf(const QJsonObject &row)
{
    const QJsonValue raw = row[u"path_raw"];
    return raw.isString() ? QByteArray::fromBase64(raw.toString().toLatin1()) : row[u"path"].toString().toUtf8();
}

QSet<QString> column(const QJsonArray &rows, const QString &id)
{
    QSet<QString> values;
    for (const auto &row : rows)
        values.insert(row[id].toString());
    return values;
}

QByteArrayList linesOf(const QString &program, const QStringList &arguments)
{
    QByteArrayList lines = TestTenant::run(program, arguments).output.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace

/// Every evidence command on this machine, through service and agent, against what other tools say.
class EvidenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStringList lines;
        for (const char *verb :
            {"processes", "connections", "services", "drivers", "scheduledtasks", "startupfolders", "persistence"})
            lines << QString::fromLatin1(verb);
        collect(lines);
        for (const QString &line : lines) {
            QCOMPARE(m_answers[line][u"status"].toString(), u"completed"_s);
            QVERIFY2(m_answers[line][u"output"].isArray() || m_answers[line][u"output"].isObject()
                    || m_answers[line][u"output"].isNull(),
                qPrintable(line));
        }
    }

    /// How long it takes is for the bench: here other tests run beside it.
    void persistenceIsNotEmpty() { QVERIFY(!m_answers[u"persistence"_s][u"output"].toObject().isEmpty()); }

    void servicesAgreeWithSystemctl()
    {
        const bool isRunning = QFile::exists(u"/run/systemd/system"_s);
        QStringList arguments{u"list-unit-files"_s, u"--type=service"_s, u"--no-legend"_s, u"--no-pager"_s};
        if (!isRunning)
            arguments.prepend(u"--root=/"_s);
        const auto lines = linesOf(u"systemctl"_s, arguments);
        if (lines.isEmpty())
            QSKIP("no systemctl, or no units");
        QHash<QString, QString> ours;
        for (const auto &row : rows(u"services"_s))
            ours.insert(row[u"service_name"].toString(), row[u"start_type"].toString());
        for (const QByteArray &line : lines) {
            const QStringList fields = QString::fromUtf8(line).simplified().split(u' ');
            // An alias is another name of a service that is shown once; a "bad" one leads to none that is installed.
            if (fields.at(1) != u"alias" && fields.at(1) != u"bad")
                QCOMPARE(fields.at(0) + u' ' + ours.value(fields.at(0)), fields.at(0) + u' ' + fields.at(1));
        }
    }

    void driversAgreeWithTheKernel()
    {
        QFile table(u"/proc/modules"_s);
        if (!table.open(QIODevice::ReadOnly))
            QSKIP("this kernel loads no modules");
        QSet<QString> loaded;
        const QByteArrayList lines = table.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (!line.isEmpty())
                loaded.insert(QString::fromLatin1(line.first(line.indexOf(' '))));
        }
        QSet<QString> ours;
        for (const auto &row : rows(u"drivers"_s)) {
            if (row[u"service_type"].toString() == u"kernel module" && row[u"driver_loaded"].toBool())
                ours.insert(row[u"driver_name"].toString());
        }
        QCOMPARE(ours, loaded);
    }

    void tasksAgreeWithTheCrontabs()
    {
        // Lines that are neither comments nor settings, by file.
        QHash<QString, int> expected;
        for (const QByteArray &line :
            linesOf(u"grep"_s, {u"-rHE"_s, u"^[[:space:]]*(@|-?[0-9*])"_s, u"/etc/crontab"_s, u"/etc/cron.d"_s}))
            ++expected[QString::fromUtf8(line.first(line.indexOf(':')))];
        QHash<QString, int> ours;
        QSet<QString> parts;
        for (const auto &row : rows(u"scheduledtasks"_s)) {
            const QString path = row[u"task"][u"registrationInfo"][u"uri"].toString();
            if (row[u"kind"].toString() == u"cron" && path.startsWith(u"/etc/"))
                ++ours[path];
            if (row[u"kind"].toString() == u"run-parts")
                parts.insert(path);
        }
        QCOMPARE(ours, expected);
        QSet<QString> files;
        for (const QByteArray &path : linesOf(u"find"_s,
                 {u"/etc/cron.hourly"_s, u"/etc/cron.daily"_s, u"/etc/cron.weekly"_s, u"/etc/cron.monthly"_s,
                     u"/etc/cron.yearly"_s, u"-type"_s, u"f"_s, u"!"_s, u"-name"_s, u".placeholder"_s}))
            files.insert(QString::fromUtf8(path));
        QCOMPARE(parts, files);
    }

    void startupFoldersAgreeWithFind()
    {
        QSet<QString> files;
        for (const QByteArray &path : linesOf(u"find"_s, {u"/etc/xdg/autostart"_s, u"-mindepth"_s, u"1"_s}))
            files.insert(QString::fromUtf8(path));
        QSet<QString> ours;
        for (const QString &path : column(rows(u"startupfolders"_s), u"filePath"_s)) {
            if (path.startsWith(u"/etc/xdg/autostart/"))
                ours.insert(path);
        }
        QCOMPARE(ours, files);
    }

    void processesAndConnectionsKnowEachOther()
    {
        QHash<qint64, QString> started;
        for (const auto &row : rows(u"processes"_s))
            started.insert(row[u"pid"].toInteger(), row[u"creation_time"].toString());
        int compared = 0;
        for (const auto &row : rows(u"connections"_s)) {
            const qint64 pid = row[u"pid"].toInteger();
            if (!started.contains(pid))
                continue;
            QCOMPARE(row[u"process_creation_time"].toString(), started.value(pid));
            ++compared;
        }
        QVERIFY(compared > 0); // the service's own port at least
    }

    void oddNamesComeBackAsTheyAre()
    {
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.path());
        QSet<QByteArray> planted;
        QStringList lines{u"findfile * -path "_s + typed(path), u"dir "_s + typed(path) + u" -full_path"_s};
        for (const QByteArray &name : oddNames()) {
            const QByteArray full = path + '/' + name;
            FILE *file = std::fopen(full.constData(), "w");
            QVERIFY(file);
            std::fclose(file);
            planted.insert(full);
            lines << u"fileinfo "_s + typed(full);
        }
        collect(lines);
        for (const QString &line : std::as_const(lines)) {
            QVERIFY2(m_answers[line][u"status"].toString() == u"completed", qPrintable(line));
            QSet<QByteArray> seen;
            const QJsonValue output = m_answers[line][u"output"];
            if (output.isObject())
                seen.insert(pathOf(output.toObject()));
            for (const auto &row : output.toArray())
                seen.insert(pathOf(row.toObject()));
            if (line.startsWith(u"fileinfo"))
                QCOMPARE(seen.size(), 1);
            else
                QCOMPARE(seen, planted);
            QVERIFY(planted.contains(seen));
        }
        for (const QByteArray &each : std::as_const(planted))
            QCOMPARE(::remove(each.constData()), 0); // QTemporaryDir cannot name them all
    }

private:
    /// Runs the lines in one session of an embedded tenant, and keeps the answers by their lines.
    void collect(const QStringList &lines)
    {
        const auto run = TestTenant::run(TestTenant::program(u"sonde-cli"_s),
            QStringList{u"--embedded"_s, u"--output"_s, u"json"_s, u"exec"_s, u"this"_s} + lines);
        const QByteArrayList answers = run.output.split('\n');
        for (const QByteArray &line : answers) {
            const QJsonObject answer = QJsonDocument::fromJson(line).object();
            if (!answer.isEmpty())
                m_answers.insert(answer[u"command_line"].toString(), answer);
        }
        for (const QString &line : lines)
            QVERIFY2(m_answers.contains(line), run.errors.constData());
    }

    [[nodiscard]] QJsonArray rows(const QString &line) const { return m_answers.value(line)[u"output"].toArray(); }

    QHash<QString, QJsonObject> m_answers;
};

QTEST_GUILESS_MAIN(EvidenceTest)
#include "tst_evidence.moc"
