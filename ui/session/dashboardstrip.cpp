// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/dashboardstrip.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/session/standingtext.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/clocktext.h"
#include "ui/toolkit/languagechange.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace Sonde::Client {

DashboardStrip::DashboardStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new ElidedLabel(this))
    , m_place(new ElidedLabel(this))
    , m_upload(new ActionButton(this))
    , m_disconnect(new QPushButton(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent); // a clock in it does not paint what is under it
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 9, 18, 10);
    layout->setSpacing(28);
    auto *device = new QVBoxLayout;
    device->setSpacing(1);
    device->addWidget(m_name);
    device->addWidget(m_place);
    layout->addLayout(device, 3);
    m_createdBy = addFact(layout);
    m_started = addFact(layout);
    m_duration = addFact(layout);
    m_state = addFact(layout);
    m_idle = addFact(layout);
    layout->addStretch(1);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_upload, 0, Qt::AlignVCenter);
    ways->addWidget(m_disconnect, 0, Qt::AlignVCenter);
    layout->addLayout(ways);
    m_upload->hide();
    // Who it is about gives way to what can be done.
    for (QLabel *label : {m_name, m_place})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTone(m_name, Tone::Title);
    setTone(m_place, Tone::Dim);
    setTone(m_duration.value, Tone::Strong);
    setRole(m_disconnect, ButtonRole::Danger);
    m_disconnect->setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_disconnect, &QPushButton::clicked, this, &DashboardStrip::disconnectRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    onLanguageChange(this, &DashboardStrip::retranslate);
    retranslate();
}

DashboardStrip::Fact DashboardStrip::addFact(QHBoxLayout *layout)
{
    const Fact fact{new PlainLabel(this), new SteadyLabel(this)};
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addStretch();
    column->addWidget(fact.title);
    column->addWidget(fact.value, 0, Qt::AlignLeft);
    column->addStretch();
    layout->addLayout(column);
    setTone(fact.title, Tone::Heading);
    fact.value->setFont(withTabularFigures(fact.value->font()));
    fact.title->setBuddy(fact.value);
    return fact;
}

void DashboardStrip::setUploadAction(QAction &action)
{
    m_upload->setAction(action);
    m_hasUpload = true;
    retranslate();
}

void DashboardStrip::setDevice(const DeviceRecord *device)
{
    m_name->setText(device ? visible(device->facts.name) : tr("Device"));
    QStringList place;
    if (device) {
        // Cut at its end where there is no room: what tells it from others comes first.
        const QString address = device->facts.addresses.value(0);
        for (const QString &part : {address, device->group, device->facts.osName}) {
            if (!part.isEmpty())
                place += visible(part);
        }
    }
    m_place->setText(place.join(u" · "_s));
    m_facts = device ? std::optional(device->facts) : std::nullopt;
    showStart(); // by the device's clock, perhaps
    const int whole = std::max(m_name->sizeHint().width(), m_place->sizeHint().width());
    const int address = m_place->fontMetrics().horizontalAdvance(place.value(0) + u" · …"_s);
    for (QLabel *label : {m_name, m_place}) {
        label->setMinimumWidth(std::min(std::clamp(address, 140, 300), whole));
        label->setMaximumWidth(whole);
    }
    fit();
}

void DashboardStrip::setSession(const SessionRecord &session)
{
    m_session = session;
    retranslate();
}

void DashboardStrip::setIdle(const QDateTime &since, milliseconds limit, bool busy)
{
    m_idleSince = since;
    m_idleLimit = limit;
    m_busy = busy;
    showBusy();
    tick(QDateTime::currentDateTimeUtc());
}

void DashboardStrip::tick(const QDateTime &now)
{
    const bool ended = m_session.state == SessionState::Disconnected;
    const QDateTime until = ended && m_session.ended.isValid() ? m_session.ended : now;
    m_duration.value->setText(
        m_session.started.isValid() ? longClockText(seconds(m_session.started.secsTo(until))) : u"—"_s);

    tickIdle(now);
}

void DashboardStrip::setStanding(const SessionStanding &standing)
{
    if (m_standing == standing)
        return;
    m_standing = standing;
    retranslate();
}

void DashboardStrip::setMine(bool mine)
{
    if (std::exchange(m_mine, mine) != mine)
        retranslate();
}

void DashboardStrip::tickIdle(const QDateTime &now)
{
    using Kind = SessionStanding::Kind;
    const bool counts = m_standing.kind != Kind::Ended && m_idleLimit > 0ms && m_idleSince.isValid();
    m_idle.title->setVisible(counts);
    m_idle.value->setVisible(counts);
    if (!counts)
        return;
    // Without the service nobody here knows what it counts.
    const bool known = m_standing.kind != Kind::Reconnecting;
    const auto left = duration_cast<seconds>(m_idleLimit) - seconds(m_idleSince.secsTo(now));
    //: Instead of a countdown: a running command keeps the session open
    m_idle.value->setText(!known ? u"—"_s : m_busy ? tr("paused") : clockText(left));
    constexpr auto soon = 5min;
    setTone(m_idle.value, known && !m_busy && left < soon ? Tone::Warning : Tone::Plain);
}

void DashboardStrip::showStart()
{
    const TimeText times = m_facts ? TimeText(*m_facts) : TimeText();
    //: When the session began
    m_started.title->setText(Words::timeTitle(tr("Started"), times));
    m_started.value->setText(times.text(m_session.started));
    setHint(m_started.value, Words::timeDetails(m_session.started, times));
}

void DashboardStrip::showBusy()
{
    //: why a countdown stands still
    setHint(m_idle.value, m_busy ? tr("A running command keeps the session open.") : QString());
}

void DashboardStrip::retranslate()
{
    const bool ended = m_session.state == SessionState::Disconnected;
    m_createdBy.title->setText(tr("Created by"));
    //: How long the session has been going
    m_duration.title->setText(tr("Duration"));
    //: State of a session
    m_state.title->setText(tr("State"));
    m_idle.title->setText(tr("Closes if idle in"));
    m_createdBy.value->setText(m_session.createdBy.isEmpty() ? u"—"_s : visible(m_session.createdBy));
    showStart();
    m_state.value->setText(StandingText::text(m_standing, m_session, m_facts ? TimeText(*m_facts) : TimeText()));
    setTone(m_state.value, StandingText::tone(m_standing));
    m_disconnect->setText(tr("Disconnect session"));
    setName(*m_disconnect, tr("Disconnect session"));
    m_disconnect->setEnabled(!ended && m_mine && m_session.id.isValid());
    m_disconnect->setVisible(!ended && m_mine);
    m_upload->setVisible(m_hasUpload && !ended && m_mine);
    showBusy();
    // Wide enough for whatever it may say, so that nothing moves when a command begins or ends.
    const QFontMetrics metrics = m_idle.value->fontMetrics();
    m_idle.title->setMinimumWidth(std::max({m_idle.title->sizeHint().width(), metrics.horizontalAdvance(tr("paused")),
        metrics.horizontalAdvance(u"00:00:00"_s)}));
    tick(QDateTime::currentDateTimeUtc());
    fit();
}

void DashboardStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void DashboardStrip::fit()
{
    const int leastDevice = std::max(220, m_place->minimumWidth());
    const auto widthOf = [this](const Fact *fact) {
        return std::max(fact->title->sizeHint().width(), fact->value->sizeHint().width()) + layout()->spacing();
    };
    const std::array<const Fact *, 2> giving{&m_createdBy, &m_started};
    int needed =
        layout()->minimumSize().width() + std::min(leastDevice, m_place->maximumWidth()) - m_place->minimumWidth();
    if (!m_upload->isHidden())
        needed += m_upload->wholeWidth() - m_upload->minimumSizeHint().width();
    for (const Fact *fact : giving)
        needed += fact->value->isHidden() ? widthOf(fact) : 0;
    for (const Fact *fact : giving) {
        const bool shown = needed <= width();
        needed -= shown ? 0 : widthOf(fact);
        fact->title->setVisible(shown);
        fact->value->setVisible(shown);
    }
    m_upload->setBrief(needed > width());
}

void DashboardStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_dashboardstrip.cpp"
