// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tenantstatus.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/shell/workstation.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QLocale>
#include <algorithm>

namespace Sonde::Client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int BarGap = 6; ///< pixels that a status bar leaves between its parts

} // namespace

TenantStatus::TenantStatus(Workstation &workstation, QWidget *parent)
    : QStatusBar(parent)
    , m_workstation(workstation)
    , m_connection(new ElidedLabel(this))
    , m_ownSessions(new ElidedLabel(this))
    , m_tenantSessions(new ElidedLabel(this))
    , m_zone(new ElidedLabel(this))
    , m_user(new ElidedLabel(this))
{
    setSizeGripEnabled(false);
    for (PlainLabel *label : {m_connection, m_ownSessions, m_tenantSessions}) {
        label->setContentsMargins(8, 2, 12, 2);
        addWidget(label);
    }
    for (PlainLabel *label : {m_zone, m_user}) {
        label->setContentsMargins(12, 2, 8, 2);
        addPermanentWidget(label);
    }

    const SessionListModel &sessions = workstation.sessions();
    connect(&workstation, &Workstation::phaseChanged, this, &TenantStatus::refresh);
    connect(&workstation.client(), &TenantClient::stateChanged, this, &TenantStatus::refresh);
    m_silence.setInterval(1s);
    connect(&m_silence, &QTimer::timeout, this, &TenantStatus::showConnection);
    connect(&workstation.client(), &TenantClient::silenceChanged, this, &TenantStatus::showConnection);
    connect(&workstation.client(), &TenantClient::settingsChanged, this, &TenantStatus::showLimits);
    connect(&sessions, &QAbstractItemModel::dataChanged, this, &TenantStatus::showLimits);
    connect(&sessions, &QAbstractItemModel::rowsInserted, this, &TenantStatus::showLimits);
    connect(&sessions, &QAbstractItemModel::rowsMoved, this, &TenantStatus::showLimits);
    connect(&sessions, &QAbstractItemModel::modelReset, this, &TenantStatus::showLimits);
    onLanguageChange(this, &TenantStatus::refresh);
    refresh();
}

void TenantStatus::setNotice(QWidget &notice)
{
    m_notice = &notice;
    notice.setParent(this);
    notice.hide();
    notice.installEventFilter(this);
    m_user->installEventFilter(this);
    setMinimumHeight(notice.sizeHint().height());
}

bool TenantStatus::eventFilter(QObject *watched, QEvent *event)
{
    // What is beside it grows and shrinks.
    const bool moves = watched == m_user && (event->type() == QEvent::Move || event->type() == QEvent::Resize);
    if (moves || (watched == m_notice && event->type() == QEvent::Show))
        placeNotice();
    return QStatusBar::eventFilter(watched, event);
}

void TenantStatus::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fit();
}

/// Parts, also those that others put there, say so when they need another width.
bool TenantStatus::event(QEvent *event)
{
    const bool done = QStatusBar::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

/// What stands in the line by itself.
QList<QWidget *> TenantStatus::parts() const
{
    QList<QWidget *> all = findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    all.removeAll(m_notice);
    return all;
}

void TenantStatus::fit()
{
    if (!currentMessage().isEmpty())
        return placeNotice(); // the message has the line for itself
    const std::pair<QWidget *, bool> giving[]{
        {m_zone, true}, {m_tenantSessions, m_knowsUser}, {m_ownSessions, m_knowsUser}, {m_user, true}};
    const auto needed = [](const QWidget *part) {
        return std::max(part->minimumWidth(), part->sizeHint().width()) + BarGap;
    };
    int over = BarGap - width();
    for (const QWidget *part : parts()) {
        const auto found = std::ranges::find(giving, part, &std::pair<QWidget *, bool>::first);
        const bool counts = found == std::end(giving) ? !part->isHidden() : found->second;
        over += counts ? needed(part) : 0;
    }
    for (const auto &[part, wanted] : giving) {
        const bool gives = wanted && over > 0;
        over -= gives ? needed(part) : 0;
        part->setVisible(wanted && !gives);
    }
    placeNotice();
}

void TenantStatus::placeNotice()
{
    if (!m_notice)
        return;
    setMinimumHeight(m_notice->sizeHint().height());
    int end = width();
    for (const QWidget *part : parts()) {
        const bool isCovered =
            part == m_connection || part == m_ownSessions || part == m_tenantSessions || part == m_zone;
        if (!isCovered && part->isVisible())
            end = std::min(end, part->x());
    }
    m_notice->setGeometry(0, 0, end, height());
    m_notice->raise();
}

void TenantStatus::refresh()
{
    showConnection();
    showLimits();
    showZone();
    showUser();
}

void TenantStatus::showZone()
{
    const bool device = TimeText::shownZone() == ShownZone::Device;
    //: by which clock times are shown: a time zone's name
    m_zone->setText(device ? tr("Times: each device’s own") : tr("Times: %1").arg(TimeText().zoneName()));
    setHint(m_zone, tr("Each time is shown by this clock. The settings can change it."));
}

void TenantStatus::showConnection()
{
    const auto state = m_workstation.client().state();
    const bool isSilent = state == TenantClient::State::Online && m_workstation.client().silentSince().isValid();
    const bool online = state == TenantClient::State::Online && !isSilent;
    if (isSilent)
        m_silence.start();
    else
        m_silence.stop();
    QString words;
    switch (state) {
    case TenantClient::State::Online:
        words = isSilent ? Words::silenceText(m_workstation.client().silentSince()) : tr("connected");
        break;
    case TenantClient::State::Reconnecting: words = tr("reconnecting…"); break;
    case TenantClient::State::SigningIn: words = tr("signing in…"); break;
    case TenantClient::State::SignedOut:
        words = m_workstation.phase() == Workstation::Phase::StartingTenant ? tr("starting…") : tr("not connected");
        break;
    case TenantClient::State::Refused: words = tr("not connected"); break;
    }
    const QString known = visible(m_workstation.client().welcome().tenant);
    const QString fallback = m_workstation.isEmbedded() ? tr("This computer") : m_workstation.tenant().host();
    m_connection->setText(u"%1 · %2"_s.arg(known.isEmpty() ? fallback : known, words));
    setTone(m_connection,
        online || state == TenantClient::State::SignedOut || state == TenantClient::State::SigningIn ? Tone::Dim
                                                                                                     : Tone::Warning);
    const bool failing = state == TenantClient::State::Reconnecting || state == TenantClient::State::Refused;
    setHint(m_connection, failing ? visible(Words::errorText(m_workstation.client().lastError())) : QString());
}

void TenantStatus::showLimits()
{
    const auto &welcome = m_workstation.client().welcome();
    m_knowsUser = welcome.user.isValid();
    if (!m_knowsUser)
        return fit();
    const SessionListModel &sessions = m_workstation.sessions();
    int own = 0;
    for (int row = 0; row < sessions.rowCount(); ++row) {
        const SessionRecord *session = sessions.session(row);
        own += isLive(*session) && session->createdBy == welcome.user.value();
    }
    const QLocale locale;
    const SettingValues &settings = m_workstation.client().settings();
    const auto text = [&](int used, TenantSetting limit) {
        return std::pair(locale.toString(used), locale.toString(settings.number(limit)));
    };
    const auto [mine, myLimit] = text(own, TenantSetting::UserSessionLimit);
    const auto [all, limit] = text(sessions.liveCount(), TenantSetting::TenantSessionLimit);
    //: live sessions used, of those allowed
    m_ownSessions->setText(tr("Your sessions %1 of %2").arg(mine, myLimit));
    //: live sessions used in the whole tenant, of those allowed
    m_tenantSessions->setText(tr("Tenant %1 of %2").arg(all, limit));
    fit();
}

void TenantStatus::showUser()
{
    const auto &welcome = m_workstation.client().welcome();
    QStringList roles;
    for (const QString &role : welcome.roles)
        roles << Words::roleText(role);
    m_user->setText(
        welcome.user.isValid() ? u"%1 · %2"_s.arg(visible(welcome.user.value()), Words::listText(roles)) : QString());
}

} // namespace Sonde::Client

#include "moc_tenantstatus.cpp"
