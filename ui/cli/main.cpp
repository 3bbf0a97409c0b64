// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/endsignals.h"
#include "transport/tls/tlsclient.h"
#include "ui/cli/base/clioptions.h"
#include "ui/cli/base/sessionrunner.h"
#include "ui/cli/base/stdinlines.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/base/tenantsetup.h"
#include "ui/cli/verbs/downloadverbs.h"
#include "ui/cli/verbs/libraryverbs.h"
#include "ui/cli/verbs/tenantverbs.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

/// What one run of sonde-cli is made of, in the order it comes up.
class Program final : public QObject
{
public:
    explicit Program(const CliOptions &options)
        : m_options(options)
        , m_access(options)
        , m_inventory(m_access.client(), m_devices, m_sessions)
        , m_verbs(m_access.client(), m_inventory, options)
        , m_library(m_access.client(), options)
        , m_downloads(m_access.client(), m_devices, m_downloadList, {})
        , m_evidence(m_access.client(), m_devices, m_downloads, options)
        , m_runner(m_access.client(), m_inventory, m_downloads, options)
    {
        m_downloads.setOptions({.folder = options.downloadDirectory,
            .plain = options.plain,
            .whenTaken = options.overwrite ? DownloadAnswer::Overwrite : DownloadAnswer::KeepBoth,
            .keepPartial = true});
        connect(&m_access, &TenantAccess::failed, this, [](const Error &error) {
            Printer::error(error);
            QCoreApplication::exit(int(exitStatusFor(error)));
        });
        connect(&m_inventory, &InventoryController::completed, this, &Program::run);
        connect(&m_devices, &DeviceModel::countChanged, this, &Program::run);
        connect(&m_verbs, &TenantVerbs::finished, this, [](ExitStatus status) { QCoreApplication::exit(int(status)); });
        connect(
            &m_library, &LibraryVerbs::finished, this, [](ExitStatus status) { QCoreApplication::exit(int(status)); });
        connect(&m_evidence, &DownloadVerbs::finished, this,
            [](ExitStatus status) { QCoreApplication::exit(int(status)); });
        connect(
            &m_runner, &SessionRunner::finished, this, [](ExitStatus status) { QCoreApplication::exit(int(status)); });
        connect(&m_signals, &EndSignals::asked, this, &Program::interrupt);
        connect(&m_access, &TenantAccess::ready, this, &Program::run);
        m_access.start();
    }

private:
    /// The inventory must be there and, of an embedded tenant, this computer with it.
    void run()
    {
        const DeviceRecord *own = m_devices.device(m_access.ownDevice());
        if (!m_inventory.isComplete() || (m_options.embedded && !(own && own->online)))
            return;
        if (std::exchange(m_running, true))
            return;
        if (LibraryVerbs::knows(m_options.verb))
            m_library.run();
        else if (DownloadVerbs::knows(m_options.verb))
            m_evidence.run();
        else if (TenantVerbs::knows(m_options.verb))
            m_verbs.run();
        else
            runSession();
    }

    void interrupt()
    {
        if (DownloadVerbs::knows(m_options.verb))
            m_evidence.interrupt();
        else
            m_runner.interrupt();
    }

    void runSession()
    {
        const auto device = findDevice(m_options.arguments.first());
        if (!device) {
            Printer::error(device.error());
            QCoreApplication::exit(int(exitStatusFor(device.error())));
            return;
        }
        if (m_options.verb == "exec"_L1) {
            for (const QString &line : m_options.arguments.sliced(1))
                m_runner.addLine(line);
            m_runner.endOfLines();
        } else {
            m_lines = std::make_unique<StdinLines>();
            connect(m_lines.get(), &StdinLines::lineRead, &m_runner, &SessionRunner::addLine);
            connect(m_lines.get(), &QThread::finished, &m_runner, &SessionRunner::endOfLines);
            m_lines->start();
        }
        m_runner.start(*device);
    }

    [[nodiscard]] Result<DeviceId> findDevice(const QString &wanted)
    {
        if (wanted == "this"_L1 && m_access.ownDevice().isValid())
            return m_access.ownDevice();
        m_devices.setFilter({});
        QStringList candidates;
        DeviceId found;
        for (int row = 0; row < m_devices.rowCount(); ++row) {
            const DeviceRecord *device = m_devices.device(row);
            if (device->id.value() == wanted)
                return device->id;
            if (device->facts.name.compare(wanted, Qt::CaseInsensitive) == 0) {
                found = device->id;
                candidates << device->id.value();
            }
        }
        if (candidates.size() == 1)
            return found;
        if (candidates.isEmpty())
            return fail(ErrorCode::DeviceUnknown, wanted);
        return fail(ErrorCode::BadValue, wanted,
            u"several devices have this name; use an ID: %1"_s.arg(candidates.join(", "_L1)));
    }

    const CliOptions &m_options;
    DeviceModel m_devices;
    SessionListModel m_sessions;
    DownloadModel m_downloadList;
    TenantAccess m_access;
    InventoryController m_inventory;
    TenantVerbs m_verbs;
    LibraryVerbs m_library;
    DownloadManager m_downloads;
    DownloadVerbs m_evidence;
    SessionRunner m_runner;
    std::unique_ptr<StdinLines> m_lines;
    EndSignals m_signals;
    bool m_running = false;
};

int runSetup(const CliOptions &options)
{
    TenantSetup setup(options);
    QObject::connect(
        &setup, &TenantSetup::finished, qApp, [](ExitStatus status) { QCoreApplication::exit(int(status)); });
    QMetaObject::invokeMethod(&setup, &TenantSetup::run, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sonde-cli"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(SONDE_VERSION));

    startTls();
    const auto options = CliOptions::parse(QCoreApplication::arguments());
    QTranslator translator;
    const QLocale locale = options && !options->language.isEmpty() ? QLocale(options->language) : QLocale::system();
    if (translator.load(locale, u"sonde"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    if (!options) {
        Printer::error(options.error());
        return int(ExitStatus::Usage);
    }
    if (options->verb == "setup"_L1)
        return runSetup(*options);
    Program program(*options);
    return QCoreApplication::exec();
}
