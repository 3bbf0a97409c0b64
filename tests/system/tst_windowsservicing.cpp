// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/fastfolder.h"
#include "tests/system/testtenant.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr qint64 Room = 64LL * 1024 * 1024;
constexpr int Patience = 60'000;
const QString serviceKey = uR"(HKLM\System\CurrentControlSet\Services\sonde-agent)"_s;

bool hasService()
{
    return TestTenant::run(u"wine"_s, {u"reg"_s, u"query"_s, serviceKey, u"/v"_s, u"ImagePath"_s}).status == 0;
}

} // namespace

/// The agent as a service of Windows, as far as Wine's service manager is one: installed, started, asked, stopped and removed.
class TestWindowsServicing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theKeyIsSealed();
    void isInstalledAndAnswers();
    void isInstalledAgain();
    void isStoppedAndStarted();
    void isUninstalled();
    void nobodyStartsItByHand();

private:
    [[nodiscard]] TestTenant::Run agent(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return TestTenant::run(u"wine"_s, QStringList{m_program} + arguments, input);
    }
    [[nodiscard]] QJsonObject device() const
    {
        return QJsonDocument::fromJson(
            m_tenant.cli({u"--output"_s, u"json"_s, u"devices"_s}).output.split('\n').constFirst())
            .object();
    }
    /// Who the agent is that answers; empty when none does.
    [[nodiscard]] QString userOfTheAgent() const
    {
        const auto run = m_tenant.cli({u"--output"_s, u"json"_s, u"exec"_s, m_device, u"connect"_s});
        const QJsonObject answer = QJsonDocument::fromJson(run.output.trimmed().split('\n').constLast()).object();
        return answer[u"status"] == u"completed"_s ? answer[u"output"][u"user_name"].toString() : QString();
    }
    /// The number of the process that answers; 0 when none does.
    [[nodiscard]] qint64 processOfTheAgent() const
    {
        const auto run = m_tenant.cli({u"--output"_s, u"json"_s, u"exec"_s, m_device, u"processes"_s});
        const QJsonObject answer = QJsonDocument::fromJson(run.output.trimmed().split('\n').constLast()).object();
        for (const auto &row : answer[u"output"].toArray()) {
            if (row[u"name"].toString() == u"sonde-agent.exe")
                return row[u"pid"].toInteger();
        }
        return 0;
    }
    [[nodiscard]] QString folder() const { return m_tenant.dataDirectory() + u"/agent"_s; }
    [[nodiscard]] QString folderThere() const { return u"Z:"_s + folder().replace(u'/', u'\\'); }

    TestTenant m_tenant{fastFolder(Room)};
    QString m_program;
    QString m_device;
};

void TestWindowsServicing::initTestCase()
{
    m_program = qEnvironmentVariable("SONDE_WINDOWS_AGENT");
    if (!QFileInfo::exists(m_program))
        QSKIP("no agent for Windows is named in SONDE_WINDOWS_AGENT, as ./dev windows test does");
    if (QStandardPaths::findExecutable(u"wine"_s).isEmpty() || qEnvironmentVariableIsEmpty("WINEPREFIX"))
        QSKIP("there is no Wine, or no folder of its own in WINEPREFIX");
    std::ignore = agent({u"--uninstall"_s}); // what a broken test left
    m_tenant.useAgent({u"wine"_s, m_program}, u"Z:"_s);
    QVERIFY2(m_tenant.start(), qPrintable(m_tenant.whatFailed()));
    m_device = device()[u"name"].toString();
    QVERIFY(!m_device.isEmpty());
    m_tenant.killAgent();
}

void TestWindowsServicing::cleanupTestCase()
{
    if (!m_device.isEmpty())
        std::ignore = agent({u"--uninstall"_s});
}

void TestWindowsServicing::theKeyIsSealed()
{
    QFile file(folder() + u"/identity.json"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("sealedKey"));
    QVERIFY(!content.contains("PRIVATE KEY"));
}

void TestWindowsServicing::isInstalledAndAnswers()
{
    const auto installed = agent({u"--install"_s, u"--data"_s, folderThere()});
    QVERIFY2(installed.status == 0, installed.errors.constData());
    QVERIFY2(installed.output.contains("runs, and starts with the system"), installed.output.constData());
    QVERIFY(hasService());
    const auto line = TestTenant::run(u"wine"_s, {u"reg"_s, u"query"_s, serviceKey, u"/v"_s, u"ImagePath"_s}).output;
    QVERIFY2(line.contains("sonde-agent.exe\" --service --data "), line.constData());
    QTRY_VERIFY_WITH_TIMEOUT(!userOfTheAgent().isEmpty(), Patience);
}

void TestWindowsServicing::isInstalledAgain()
{
    const qint64 before = processOfTheAgent();
    QVERIFY(before != 0);
    const auto again = agent({u"--install"_s, u"--data"_s, folderThere()});
    QVERIFY2(again.status == 0, again.errors.constData());
    QCOMPARE(processOfTheAgent(), before); // what runs on the device goes on
    const auto changed = agent({u"--install"_s, u"--data"_s, folderThere(), u"--channel"_s, u"direct"_s});
    QVERIFY2(changed.status == 0, changed.errors.constData());
    QTRY_VERIFY_WITH_TIMEOUT(processOfTheAgent() != 0, Patience);
    QVERIFY(processOfTheAgent() != before);
}

void TestWindowsServicing::isStoppedAndStarted()
{
    QCOMPARE(TestTenant::run(u"wine"_s, {u"net"_s, u"stop"_s, u"sonde-agent"_s}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!TestTenant::run(u"wine"_s, {u"tasklist"_s}).output.contains("sonde-agent.exe"), Patience);
    QCOMPARE(TestTenant::run(u"wine"_s, {u"net"_s, u"start"_s, u"sonde-agent"_s}).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!userOfTheAgent().isEmpty(), Patience);
}

void TestWindowsServicing::isUninstalled()
{
    const auto removed = agent({u"--uninstall"_s});
    QVERIFY2(removed.status == 0, removed.errors.constData());
    QVERIFY2(removed.output.contains("is stopped and removed"), removed.output.constData());
    QVERIFY2(removed.output.contains("stays until you delete it"), removed.output.constData());
    QVERIFY(!hasService());
    QVERIFY(QFileInfo::exists(folder() + u"/identity.json"_s));
    QVERIFY(!TestTenant::run(u"wine"_s, {u"tasklist"_s}).output.contains("sonde-agent.exe"));
    const auto again = agent({u"--uninstall"_s});
    QVERIFY2(again.status == 0 && again.output.contains("there was no service"), again.output.constData());
    // By hand it is a program of the console, as before.
    QVERIFY2(m_tenant.startAgent(), qPrintable(m_tenant.whatFailed()));
    QTRY_VERIFY_WITH_TIMEOUT(!userOfTheAgent().isEmpty(), Patience);
    m_tenant.killAgent();
}

void TestWindowsServicing::nobodyStartsItByHand()
{
    const auto run = agent({u"--service"_s, u"--data"_s, folderThere()});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.errors.contains("only the service manager of Windows"), run.errors.constData());
}

QTEST_GUILESS_MAIN(TestWindowsServicing)

#include "tst_windowsservicing.moc"
