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
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace Sonde::Client {

namespace {

constexpr int Gap = 28;          ///< pixels between parts
constexpr int WaysGap = 8;       ///< between buttons
constexpr int LeastDevice = 220; ///< for its name and address, if they want as much

} // namespace

DashboardStrip::DashboardStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new ElidedLabel(this))
    , m_place(new ElidedLabel(this))
    , m_upload(new ActionButton(this))
    , m_disconnect(new QPushButton(this))
    , m_rows(new QVBoxLayout(this))
    , m_row(new QHBoxLayout)
    , m_factsRow(new QWidget(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent); // a clock in it does not paint what is under it
    m_rows->setContentsMargins(18, 9, 18, 10);
    m_rows->setSpacing(6);
    m_rows->addLayout(m_row);
    m_row->setSpacing(Gap);
    auto *device = new QVBoxLayout;
    device->setSpacing(1);
    device->addWidget(m_name);
    device->addWidget(m_place);
    m_row->addLayout(device, 3);
    auto *facts = new QHBoxLayout(m_factsRow);
    facts->setContentsMargins({});
    facts->setSpacing(Gap);
    m_createdBy = addFact(facts);
    m_started = addFact(facts);
    m_duration = addFact(facts);
    m_state = addFact(facts);
    m_idle = addFact(facts);
    m_row->addWidget(m_factsRow, 0, Qt::AlignVCenter);
    m_row->addStretch(); // of what the device leaves
    auto *ways = new QHBoxLayout;
    ways->setSpacing(WaysGap);
    ways->addWidget(m_upload, 0, Qt::AlignVCenter);
    ways->addWidget(m_disconnect, 0, Qt::AlignVCenter);
    m_row->addLayout(ways);
    m_upload->hide();
    // Who it is about gives way to what can be done.
    for (PlainLabel *label : {m_name, m_place})
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
    column->addWidget(fact.title); // all titles on one line, also where a value is in letters that are higher
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
    m_group = device ? device->group : QString();
    m_facts = device ? std::optional(device->facts) : std::nullopt;
    showPlace();
    showStart(); // by the device's clock, perhaps
    fitDevice();
    fit();
}

void DashboardStrip::showPlace()
{
    QStringList place;
    if (m_facts) {
        // Cut at its end where there is no room: what tells it from others comes first.
        for (const QString &part : {m_facts->addresses.value(0), Words::groupText(m_group), m_facts->osName}) {
            if (!part.isEmpty())
                place += visible(part);
        }
    }
    m_place->setText(place.join(u" · "_s));
}

void DashboardStrip::fitDevice()
{
    const QString first = m_place->text().section(u" · "_s, 0, 0);
    const int whole = std::max(m_name->textWidth(), m_place->textWidth());
    const int address = m_place->fontMetrics().horizontalAdvance(first + u" · …"_s);
    for (PlainLabel *label : {m_name, m_place}) {
        label->setMinimumWidth(std::min(std::clamp(address, 140, 300), whole));
        label->setMaximumWidth(whole);
    }
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

    if (m_standing.isSilent())
        showStanding();
    tickIdle(now);
}

void DashboardStrip::showStanding()
{
    m_state.value->setText(StandingText::text(m_standing, m_session, m_facts ? TimeText(*m_facts) : TimeText()));
    setTone(m_state.value, StandingText::tone(m_standing));
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

void DashboardStrip::setClosable(bool closable)
{
    if (std::exchange(m_closable, closable) != closable)
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
    showPlace();
    const bool ended = m_session.state == SessionState::Disconnected;
    m_createdBy.title->setText(tr("Created by"));
    //: How long the session has been going
    m_duration.title->setText(tr("Duration"));
    //: State of a session
    m_state.title->setText(tr("State"));
    m_idle.title->clear(); // a label remembers what its text wants until it gets another one
    m_idle.title->setMinimumWidth(0);
    m_idle.title->setText(tr("Closes if idle in"));
    m_createdBy.value->setText(m_session.createdBy.isEmpty() ? u"—"_s : visible(m_session.createdBy));
    showStart();
    showStanding();
    m_disconnect->setText(tr("Disconnect session"));
    setName(*m_disconnect, tr("Disconnect session"));
    m_disconnect->setEnabled(!ended && m_closable && m_session.id.isValid());
    m_disconnect->setVisible(!ended && m_closable);
    m_upload->setVisible(m_hasUpload && !ended && m_mine);
    showBusy();
    // Wide enough for whatever it may say, so that nothing moves when a command begins or ends.
    const QFontMetrics metrics = m_idle.value->fontMetrics();
    m_idle.title->setMinimumWidth(std::max({m_idle.title->textWidth(), metrics.horizontalAdvance(tr("paused")),
        metrics.horizontalAdvance(u"00:00:00"_s)}));
    tick(QDateTime::currentDateTimeUtc());
    fit();
}

void DashboardStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void DashboardStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    const auto refit = [this] {
        fitDevice();
        retranslate();
    };
    QMetaObject::invokeMethod(this, refit, Qt::QueuedConnection); // when all labels have their letters
}

int DashboardStrip::deviceWidth() const
{
    return std::min(std::max(LeastDevice, m_place->minimumWidth()), m_place->maximumWidth());
}

int DashboardStrip::waysWidth(bool brief) const
{
    const int upload = m_upload->isHidden() ? 0 : (brief ? m_upload->briefWidth() : m_upload->wholeWidth()) + WaysGap;
    return upload + (m_disconnect->isHidden() ? 0 : m_disconnect->sizeHint().width());
}

/// Of all facts but the first `without`, with a gap before each.
int DashboardStrip::factsWidth(size_t without) const
{
    int width = 0;
    for (const Fact *fact : facts() | std::views::drop(without)) {
        const bool counts = fact != &m_idle || !m_idle.title->isHidden();
        width += counts ? Gap + std::max(fact->title->sizeHint().width(), fact->value->sizeHint().width()) : 0;
    }
    return width;
}

/// As if each row stood alone: where the window gets too narrow for one row, there are two.
QSize DashboardStrip::minimumSizeHint() const
{
    const QMargins margins = m_rows->contentsMargins();
    const int upper = std::min(m_place->minimumWidth(), m_place->maximumWidth()) + Gap + waysWidth(true);
    return {margins.left() + margins.right() + std::max(upper, factsWidth(Giving) - Gap),
        QWidget::minimumSizeHint().height()};
}

void DashboardStrip::fit()
{
    const QMargins margins = m_rows->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int beside = room - deviceWidth() - Gap;
    const bool oneRow = factsWidth(Giving) + waysWidth(true) <= beside;
    setRows(oneRow ? 1 : 2);
    const int forFacts = oneRow ? beside - waysWidth(false) : room + Gap;
    const auto all = facts();
    size_t without = 0;
    while (without < Giving && factsWidth(without) > forFacts)
        ++without;
    for (size_t i = 0; i < Giving; ++i) {
        all.at(i)->title->setVisible(i >= without);
        all.at(i)->value->setVisible(i >= without);
    }
    m_upload->setBrief(waysWidth(false) + (oneRow ? factsWidth(without) : 0) > beside);
}

void DashboardStrip::setRows(int rows)
{
    if (m_rows->count() == rows)
        return;
    if (rows == 2)
        m_rows->addWidget(m_factsRow, 0, Qt::AlignLeft);
    else
        m_row->insertWidget(1, m_factsRow, 0, Qt::AlignVCenter);
}

void DashboardStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Color::Border));
}

} // namespace Sonde::Client

#include "moc_dashboardstrip.cpp"
