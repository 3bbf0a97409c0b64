// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/endsignals.h"
#include "transport/base/processlimits.h"
#include "transport/tls/tlsclient.h"
#include "ui/cli/base/commandline.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

void exitWith(ExitStatus status)
{
    QCoreApplication::exit(int(status));
}

/// A verb in a tenant: signs in, waits for the inventory, runs the verb.
class TenantRun final : public QObject
{
public:
    TenantRun(Client::CliVerb &verb, const CliOptions &options)
        : m_verb(verb)
        , m_options(options)
        , m_access(options)
        , m_inventory(m_access.client(), m_devices, m_sessions)
        , m_downloads(m_access.client(), m_devices, m_downloadList, {})
        , m_tenant{m_access.client(), m_inventory, m_downloads, {}}
    {
        m_downloads.setOptions({.folder = options.downloadDirectory,
            .plain = options.plain,
            .whenTaken = options.overwrite ? DownloadAnswer::Overwrite : DownloadAnswer::KeepBoth,
            .keepPartial = true});
        connect(&m_access, &TenantAccess::failed, this, [](const Error &error) {
            Printer::error(error);
            exitWith(exitStatusFor(error));
        });
        connect(&m_access, &TenantAccess::ready, this, &TenantRun::run);
        connect(&m_inventory, &InventoryController::completed, this, &TenantRun::run);
        connect(&m_devices, &DeviceModel::countChanged, this, &TenantRun::run);
        connect(&m_signals, &EndSignals::asked, this, [this] { m_verb.interrupt(); });
        m_access.start();
    }

    /// Gives up the access, which takes a moment at most.
    void leave()
    {
        m_running = true; // what has not begun does not begin any more: it was given up, or could not
        connect(&m_access.client(), &TenantClient::left, qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
        m_access.client().leave();
        QCoreApplication::exec();
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
        m_tenant.ownDevice = m_access.ownDevice();
        m_verb.run(m_options, &m_tenant);
    }

    Client::CliVerb &m_verb;
    const CliOptions &m_options;
    DeviceModel m_devices;
    SessionListModel m_sessions;
    DownloadModel m_downloadList;
    TenantAccess m_access;
    InventoryController m_inventory;
    DownloadManager m_downloads;
    SignedInTenant m_tenant;
    EndSignals m_signals;
    bool m_running = false;
};

/// What was asked for and what it is done with, in the order in which it comes up: a verb uses all that is above it.
class Run final
{
public:
    Run() { addVerbs(m_verbs); }

    int exec(const QStringList &arguments)
    {
        const CommandLine line(arguments, m_verbs);
        setLanguage(line.language());
        if (line.wantsVersion()) {
            Printer::line(u"sonde-cli "_s + QCoreApplication::applicationVersion());
            return int(ExitStatus::Completed);
        }
        const auto options = line.options();
        if (!options) {
            Printer::error(options.error());
            return int(ExitStatus::Usage);
        }
        m_options = *options;
        start(**m_verbs.find(m_options.verb));
        const int status = QCoreApplication::exec();
        if (m_tenant)
            m_tenant->leave();
        return status;
    }

private:
    void setLanguage(const QString &language)
    {
        const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
        if (m_translator.load(locale, u"sonde"_s, u"_"_s, u":/i18n"_s))
            QCoreApplication::installTranslator(&m_translator);
    }

    void start(Client::CliVerb &verb)
    {
        QObject::connect(&verb, &Client::CliVerb::finished, qApp, exitWith);
        if (verb.spec().needs == VerbNeeds::Tenant || verb.spec().needs == VerbNeeds::Session)
            m_tenant = std::make_unique<TenantRun>(verb, m_options);
        else
            QMetaObject::invokeMethod(&verb, [this, &verb] { verb.run(m_options, nullptr); }, Qt::QueuedConnection);
    }

    QTranslator m_translator;
    CliOptions m_options;
    std::unique_ptr<TenantRun> m_tenant;
    VerbTable m_verbs;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sonde-cli"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(SONDE_VERSION));
    keepMemoryPrivate();
    startTls();
    return Run().exec(QCoreApplication::arguments());
}
