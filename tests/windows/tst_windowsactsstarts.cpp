// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/base/devicefolder.h"
#include "agent/system/services/services.h"
#include "agent/system/windows/registrywriting_windows.h"
#include "agent/system/windows/servicecontrol_windows.h"
#include "tests/agent/actdevice.h"
#include "tests/windows/plantedfile_windows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

using ServiceHandle = Windows::Owned<SC_HANDLE, &::CloseServiceHandle>;

constexpr auto serviceName = L"SondeActsTest";

void deleteService()
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle service(::OpenServiceW(manager.get(), serviceName, DELETE));
    if (service.isOpen())
        ::DeleteService(service.get());
}

Service serviceNow()
{
    const auto list = listServices("/", {});
    for (const Service &one : list ? list->services : std::vector<Service>()) {
        if (one.name == "SondeActsTest")
            return one;
    }
    return {};
}

bool makeFolders(const QByteArray &path)
{
    return QDir().mkpath(QString::fromUtf8(path));
}

} // namespace

/// What Windows starts by itself is kept from starting, and starts again.
class TestWindowsActsStarts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aService();
    void aVitalService();
    void aTask();
    void aStartupItem();
    void aRunKey();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ActDevice> m_device;
    QByteArray m_program;
};

void TestWindowsActsStarts::init()
{
    m_device = std::make_unique<ActDevice>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_program = resolveLinks(nativeBytes(m_folder->path())).value_or(nativeBytes(m_folder->path())) + R"(\service.exe)";
    QVERIFY(plant(m_program, "MZ evil"));
}

void TestWindowsActsStarts::aService()
{
    deleteService();
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CREATE_SERVICE));
    const std::wstring line = QString::fromUtf8(m_program).toStdWString();
    const ServiceHandle service(
        ::CreateServiceW(manager.get(), serviceName, serviceName, SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
            SERVICE_AUTO_START, SERVICE_ERROR_NORMAL, line.c_str(), nullptr, nullptr, nullptr, nullptr, nullptr));
    QVERIFY(service.isOpen());
    const auto tidy = qScopeGuard([] { deleteService(); });
    QCOMPARE(serviceNow().startType, u"automatic"_s);
    QCOMPARE(m_device->failure(u"services SondeActsTest"_s), QString());
    QCOMPARE(m_device->failure(u"remediate service SondeActsTest"_s), QString());
    QCOMPARE(serviceNow().startType, u"disabled"_s);
    QVERIFY(!isThere(m_program));
    m_device->restart();
    QCOMPARE(m_device->failure(u"undo service SondeActsTest"_s), QString());
    QCOMPARE(serviceNow().startType, u"automatic"_s);
    QCOMPARE(contentAt(m_program), "MZ evil");
}

void TestWindowsActsStarts::aVitalService()
{
    QCOMPARE(m_device->run(u"remediate service RpcSs -auto"_s).failure.value_or(Error()).code, ErrorCode::Protected);
}

/// Where the scheduler does not know of it, its file goes.
void TestWindowsActsStarts::aTask()
{
    const QByteArray folder = Windows::withoutVariables(uR"(%SystemRoot%\System32\Tasks)"_s).toUtf8();
    const QByteArray path = folder + R"(\SondeActsTest)";
    QVERIFY(makeFolders(folder));
    QVERIFY(plant(path,
        "<?xml version=\"1.0\"?><Task xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\"><Actions>"
        "<Exec><Command>evil.exe</Command></Exec></Actions></Task>"));
    const QByteArray before = contentAt(path);
    QCOMPARE(m_device->failure(uR"(remediate scheduledtask \SondeActsTest -auto)"_s), QString());
    QVERIFY(!isThere(path));
    QCOMPARE(m_device->failure(uR"(undo scheduledtask \SondeActsTest)"_s), QString());
    QCOMPARE(contentAt(path), before);
    QVERIFY(::DeleteFileW(nativeName(path).c_str()));
}

void TestWindowsActsStarts::aStartupItem()
{
    const QByteArray folder =
        Windows::withoutVariables(uR"(%ProgramData%\Microsoft\Windows\Start Menu\Programs\Startup)"_s).toUtf8();
    const QByteArray path = folder + R"(\sonde acts.cmd)";
    QVERIFY(makeFolders(folder));
    QVERIFY(plant(path, "echo evil"));
    const QString id = quoted(QString::fromUtf8(path));
    QCOMPARE(m_device->failure(u"startupfolders"_s), QString());
    const QString listed = rowWhere(*m_device->probe, u"name"_s, u"sonde acts.cmd"_s).value(u"filePath"_s).toString();
    QVERIFY(!listed.isEmpty());
    QCOMPARE(m_device->failure(u"remediate startupfolder "_s + quoted(listed)), QString());
    QVERIFY(!isThere(path));
    QCOMPARE(m_device->failure(u"undo startupfolder "_s + quoted(listed)), QString());
    QCOMPARE(contentAt(path), "echo evil");
    QVERIFY(::DeleteFileW(nativeName(path).c_str()));
}

void TestWindowsActsStarts::aRunKey()
{
    const QString key = uR"(HKEY_LOCAL_MACHINE\Software\Microsoft\Windows\CurrentVersion\Run)"_s;
    const QString text = u"C:\\evil.exe"_s;
    const QByteArray data(reinterpret_cast<const char *>(text.utf16()), (text.size() + 1) * 2);
    QVERIFY(Windows::setValue(key, Windows::RegistryView::Native, {u"SondeActsTest"_s, REG_SZ, data}));
    const auto tidy = qScopeGuard(
        [&key] { std::ignore = Windows::deleteValue(key, Windows::RegistryView::Native, u"SondeActsTest"_s); });
    QCOMPARE(m_device->failure(u"persistence"_s), QString());
    const QString id = rowWhere(*m_device->probe, u"name"_s, u"SondeActsTest"_s).value(u"id"_s).toString();
    QVERIFY(id.endsWith(uR"(\\SondeActsTest)"));
    const auto textNow = [&key] {
        const auto open = Windows::RegistryKeyHandle::open(key, Windows::RegistryView::Native);
        return open ? open->text(u"SondeActsTest"_s).value_or(QString()) : QString();
    };
    QCOMPARE(m_device->failure(u"remediate persistence "_s + quoted(id)), QString());
    QCOMPARE(textNow(), QString());
    QCOMPARE(m_device->failure(u"undo persistence "_s + quoted(id)), QString());
    QCOMPARE(textNow(), text);
}

QTEST_GUILESS_MAIN(TestWindowsActsStarts)

#include "tst_windowsactsstarts.moc"
