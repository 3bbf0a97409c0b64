// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/governance/governancedesk.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/governance/approvalsdialog.h"
#include "ui/governance/elevatedialog.h"
#include "ui/governance/secondfactordialog.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/clocktext.h"
#include "ui/words/words.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// Why it is over is said to nobody; that it was ended before its time is seen.
QString endText(const ElevationsController::Own &role)
{
    constexpr auto inTime = 5s; // the clocks need not agree to the second
    const QString name = visible(Words::roleText(role.record.role));
    return role.left() <= inTime
        ? GovernanceDesk::tr("You no longer have the role “%1”: its time is over.").arg(name)
        : GovernanceDesk::tr("You no longer have the role “%1”: it was ended before its time.").arg(name);
}

QToolButton *statusButton()
{
    auto *button = new QToolButton;
    setRole(button, ButtonRole::Quiet);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->hide();
    return button;
}

} // namespace

GovernanceDesk::GovernanceDesk(TenantClient &client, const DeviceModel &devices, const Theme &theme, QWidget &window)
    : QObject(&window)
    , m_client(client)
    , m_devices(devices)
    , m_theme(theme)
    , m_window(window)
    , m_approvals(client)
    , m_elevations(client)
    , m_secondFactor(client)
    , m_waiting(statusButton())
    , m_role(statusButton())
    , m_needed(statusButton())
    , m_alarm(statusButton())
{
    connect(&m_approvals, &ApprovalsController::changed, this, &GovernanceDesk::followApprovals);
    connect(&m_approvals, &ApprovalsController::asked, this, &GovernanceDesk::tell);
    connect(&m_approvals, &ApprovalsController::refused, this, &GovernanceDesk::failed);
    connect(&devices, &DeviceModel::countChanged, this, [this] {
        for (const ApprovalRecord &record : std::exchange(m_nameless, {})) {
            if (m_approvals.find(record.command))
                tell(record);
        }
    });
    connect(&m_elevations, &ElevationsController::changed, this, &GovernanceDesk::followElevations);
    connect(&m_secondFactor, &SecondFactorController::changed, this, &GovernanceDesk::showNeeded);
    connect(&client, &TenantClient::pushed, this, [this](const AnyMessage &message) {
        if (const auto *what = std::get_if<Message::BreakGlass>(&message))
            followBreakGlass(*what);
    });
    // At each sign-in it is said again.
    connect(&client, &TenantClient::stateChanged, this, [this] {
        if (!m_client.isOnline())
            m_armedUntil = {};
        showAlarm();
    });
    connect(&theme, &Theme::changed, this, &GovernanceDesk::retranslate);
    connect(&takeRole, &QAction::triggered, this, &GovernanceDesk::openElevate);
    connect(&showApprovals, &QAction::triggered, this, [this] { openApprovals(); });
    connect(m_waiting, &QToolButton::clicked, this, [this] { openApprovals(); });
    connect(&secondFactor, &QAction::triggered, this, &GovernanceDesk::openSecondFactor);
    connect(m_needed, &QToolButton::clicked, this, &GovernanceDesk::openSecondFactor);
    connect(m_role, &QToolButton::clicked, this, &GovernanceDesk::openRoleMenu);
    connect(&m_tick, &QTimer::timeout, this, &GovernanceDesk::showLeft);
    m_tick.setInterval(1s);
    retranslate();
}

GovernanceDesk::~GovernanceDesk()
{
    delete m_dialog;
}

/// After a sign-in what waits is heard of before the devices are: nobody knows one by its number.
void GovernanceDesk::tell(const ApprovalRecord &record)
{
    const DeviceRecord *device = m_devices.device(record.device);
    if (!device)
        return m_nameless.push_back(record);
    m_told.insert(record.command);
    //: %1 a user, %2 a device, %3 a command line
    Q_EMIT asked(tr("%1 asks for approval on %2: %3")
                     .arg(visible(record.analyst), visible(device->facts.name), visible(record.line)),
        record.command);
}

QList<QWidget *> GovernanceDesk::statusParts() const
{
    return {m_waiting, m_role, m_alarm, m_needed};
}

void GovernanceDesk::retranslate()
{
    //: menu entry
    takeRole.setText(tr("&Take a role for a time…"));
    //: menu entry
    showApprovals.setText(tr("&Waiting for approval…"));
    //: menu entry
    secondFactor.setText(tr("Second &factor…"));
    followApprovals();
    followElevations();
    showNeeded();
    showAlarm();
}

void GovernanceDesk::followBreakGlass(const Message::BreakGlass &what)
{
    m_armedUntil = what.until.value_or(QDateTime());
    showAlarm();
    if (what.address)
        Q_EMIT alarmed(tr("Somebody has signed in by the break-glass account, from %1. It administers everything.")
                .arg(visible(*what.address)));
    else if (what.until)
        Q_EMIT alarmed(
            tr("The break-glass account was armed at the service’s console, until %1. It administers everything.")
                .arg(TimeText().withZone(*what.until)));
    else
        Q_EMIT alarmed(tr("The break-glass account is good for nothing any more."));
}

void GovernanceDesk::showAlarm()
{
    m_alarm->setVisible(m_armedUntil.isValid());
    m_alarm->setText(tr("Break-glass account armed"));
    m_alarm->setAccessibleName(m_alarm->text());
    m_alarm->setIconSize(m_theme.scaledIcon(13));
    m_alarm->setIcon(m_theme.icon(u"warning"_s, Color::Bad));
    setHint(m_alarm,
        tr("Until %1. Who administers users can end it before: disable the user “%2”.")
            .arg(TimeText().withZone(m_armedUntil), u"break-glass"_s));
}

void GovernanceDesk::followApprovals()
{
    const int count = int(m_approvals.forMe().size());
    m_waiting->setVisible(count > 0);
    m_waiting->setText(tr("%Ln to approve", nullptr, count));
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setIconSize(m_theme.scaledIcon(13));
    m_waiting->setIcon(m_theme.icon(u"warning"_s, Color::Warning));
    setHint(m_waiting, tr("Commands of others that wait for a second person."));
    for (const CommandId command : QSet<CommandId>(m_told)) {
        if (!m_approvals.find(command)) {
            m_told.remove(command);
            Q_EMIT settled(command);
        }
    }
}

void GovernanceDesk::followElevations()
{
    const auto &now = m_elevations.own();
    const auto isHeld = [&now](const QString &role) {
        return std::ranges::contains(now, role, [](const ElevationsController::Own &one) { return one.record.role; });
    };
    for (const ElevationsController::Own &one : std::exchange(m_roles, now)) {
        if (!isHeld(one.record.role) && m_client.isOnline())
            Q_EMIT roleEnded(one.record.role, endText(one));
    }
    for (const ElevationsController::Own &one : now)
        Q_EMIT roleHeld(one.record.role);
    setUsable(takeRole,
        m_elevations.eligible().isEmpty()
            ? tr("There is no role that you may take for a time. Whoever manages authorization can make you eligible.")
            : QString());
    m_role->setVisible(!now.empty());
    if (now.empty())
        m_tick.stop();
    else
        m_tick.start();
    showLeft();
}

void GovernanceDesk::showLeft()
{
    QStringList parts;
    for (const ElevationsController::Own &one : m_elevations.own())
        parts << u"%1 %2"_s.arg(visible(Words::roleText(one.record.role)), clockText(one.left()));
    m_role->setText(parts.join(u" · "_s));
    m_role->setAccessibleName(tr("Roles for a time: %1").arg(parts.join(u", "_s)));
    m_role->setIconSize(m_theme.scaledIcon(13));
    m_role->setIcon(m_theme.icon(u"warning"_s, Color::Accent));
    setHint(m_role, tr("The role that you have for a time, and how long it lasts."));
}

void GovernanceDesk::openApprovals(CommandId command)
{
    if (!m_dialog) {
        m_dialog = new ApprovalsDialog(m_client, m_approvals, m_devices, m_theme, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show(command);
}

void GovernanceDesk::showNeeded()
{
    setUsable(secondFactor, m_client.isOnline() ? QString() : tr("There is no connection to the service."));
    m_needed->setVisible(m_secondFactor.isNeeded());
    m_needed->setText(tr("Second factor needed"));
    m_needed->setAccessibleName(m_needed->text());
    m_needed->setIconSize(m_theme.scaledIcon(13));
    m_needed->setIcon(m_theme.icon(u"warning"_s, Color::Warning));
    setHint(m_needed, tr("Your role gives more than looking only after a code of your second factor."));
}

void GovernanceDesk::openSecondFactor()
{
    auto *dialog = new SecondFactorDialog(m_client, m_secondFactor, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GovernanceDesk::openElevate()
{
    auto *dialog = new ElevateDialog(m_client, m_elevations, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GovernanceDesk::openRoleMenu()
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ElevationsController::Own &one : m_elevations.own()) {
        //: menu entry, %1: a role that was taken for a time
        QAction *end =
            menu->addAction(tr("&End “%1” now").arg(visible(Words::roleText(one.record.role)).replace(u'&', u"&&"_s)));
        connect(end, &QAction::triggered, this, [this, role = one.record.role] { endRole(role); });
    }
    menu->addAction(&takeRole);
    menu->popup(m_role->mapToGlobal(m_role->rect().topLeft()) - QPoint(0, menu->sizeHint().height()));
}

void GovernanceDesk::endRole(const QString &role)
{
    // Whoever ends it knows.
    std::erase_if(m_roles, [&role](const ElevationsController::Own &one) { return one.record.role == role; });
    m_elevations.end(role, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

} // namespace Sonde::Client

#include "moc_governancedesk.cpp"
