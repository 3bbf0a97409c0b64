// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentoptions.h"
#include "agent/serviceinstallation.h"
#include "agent/servicerun.h"
#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/registrykey_windows.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <windows.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

using ServiceHandle = Windows::Owned<SC_HANDLE, &::CloseServiceHandle>;

/// Not the agent's own: a developer's computer may be a device.
const QString serviceName = u"sonde-agent-test"_s;

ServiceDefinition definition(const QStringList &arguments)
{
    const QString program = uR"(C:\windows\system32\a program.exe)"_s;
    return {serviceName, u"Sonde test"_s, u"What a test installs."_s, QStringList{program} + arguments};
}

std::optional<Windows::RegistryKeyHandle> serviceKey()
{
    auto key = Windows::RegistryKeyHandle::open(
        uR"(HKLM\SYSTEM\CurrentControlSet\Services\)"_s + serviceName, Windows::RegistryView::Native);
    return key ? std::optional(std::move(*key)) : std::nullopt;
}

bool hasService()
{
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle service(
        ::OpenServiceW(manager.get(), reinterpret_cast<const wchar_t *>(serviceName.utf16()), SERVICE_QUERY_CONFIG));
    return service.isOpen();
}

bool isEventSource()
{
    return Windows::RegistryKeyHandle::open(
        uR"(HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\)"_s + serviceName,
        Windows::RegistryView::Native)
        .has_value();
}

} // namespace

/// The agent as a service: what the service manager is told of it.
class TestWindowsService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(uninstallService(serviceName)); }
    void cleanupTestCase() { QVERIFY(uninstallService(serviceName)); }

    void isInstalled()
    {
        const auto installed = installService(definition({u"--service"_s, u"--data"_s, uR"(C:\a folder)"_s}));
        QVERIFY2(installed, installed ? "" : qPrintable(debugText(installed.error())));
        const auto key = serviceKey();
        QVERIFY(key);
        QCOMPARE(key->text(u"ImagePath"_s).value_or(QString()),
            uR"("C:\windows\system32\a program.exe" --service --data "C:\a folder")"_s);
        QCOMPARE(key->number(u"Start"_s), quint32(SERVICE_AUTO_START));
        QCOMPARE(key->number(u"Type"_s), quint32(SERVICE_WIN32_OWN_PROCESS));
        QCOMPARE(key->text(u"ObjectName"_s).value_or(QString()), u"LocalSystem"_s);
        QCOMPARE(key->text(u"Description"_s).value_or(QString()), u"What a test installs."_s);
        QVERIFY(isEventSource());
    }

    void isInstalledAgain()
    {
        QVERIFY(installService(definition({u"--service"_s})));
        QVERIFY(installService(definition({u"--service"_s}))); // the same
        QVERIFY(installService(definition({u"--service"_s, u"--channel"_s, u"direct"_s})));
        QCOMPARE(serviceKey()->text(u"ImagePath"_s).value_or(QString()),
            uR"("C:\windows\system32\a program.exe" --service --channel direct)"_s);
    }

    void isUninstalled()
    {
        QVERIFY(installService(definition({})));
        QVERIFY(hasService());
        QVERIFY(uninstallService(serviceName).value_or(false));
        QVERIFY(!hasService());
        QVERIFY(!isEventSource());
        const auto again = uninstallService(serviceName);
        QVERIFY(again && !*again);         // there was none
        QVERIFY(stopService(serviceName)); // which is no failure
    }

    void whatIsNotThereDoesNotStart()
    {
        QVERIFY(!startService(serviceName));
        QVERIFY(installService(definition({})));
        const auto started = startService(serviceName);
        QVERIFY(!started);
        QVERIFY(!started.error().reason.isEmpty());
    }

    /// This program was begun by hand, as people begin the agent.
    void noManagerStartedThis()
    {
        ServiceRun run(serviceName);
        const auto begun = run.begin();
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::CannotStart);
        QVERIFY2(begun.error().reason.contains(u"--install"_s), qPrintable(begun.error().reason));
    }

    void theFolderIsTheMachines()
    {
        const auto options = parseAgentOptions({u"--install"_s});
        QVERIFY(options);
        QVERIFY(options->install);
        QVERIFY2(QDir::toNativeSeparators(options->dataFolder).endsWith(uR"(\Sonde\agent)"_s),
            qPrintable(options->dataFolder));
        QVERIFY(!parseAgentOptions({u"--service"_s}));
        QCOMPARE(parseAgentOptions({u"--install"_s, u"--uninstall"_s}).error().code, ErrorCode::BadValue);
        QCOMPARE(parseAgentOptions({u"--install"_s, u"--embedded"_s}).error().code, ErrorCode::BadValue);
        QCOMPARE(parseAgentOptions({u"--install"_s, u"--enrol"_s, u"https://a:1"_s}).error().subject, u"--token"_s);
    }
};

QTEST_GUILESS_MAIN(TestWindowsService)

#include "tst_windowsservice.moc"
