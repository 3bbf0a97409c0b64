// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicepage.h"

#include "models/inventory/devicemodel.h"
#include "models/session/sessionlistmodel.h"
#include "models/text/visibletext.h"
#include "protocol/command/catalogue.h"
#include "protocol/command/offering.h"
#include "protocol/time/timetext.h"
#include "ui/devices/chips.h"
#include "ui/devices/conditionlist.h"
#include "ui/devices/devicetextmodel.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QFormLayout>
#include <QLocale>
#include <QPushButton>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int TitleLetters = 19; ///< of a fact, before it has two lines

PlainLabel *heading(QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    setTone(label, Tone::Heading);
    return label;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : visible(text);
}

void showTime(PlainLabel *label, const QDateTime &time, const TimeText &times)
{
    label->setText(times.withZone(time));
    setHint(label, Words::timeDetails(time, times));
}

QString visibleLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = visible(line);
    return lines.join(u'\n');
}

} // namespace

DevicePage::DevicePage(Theme &theme, QWidget *parent)
    : QScrollArea(parent)
{
    build(theme);
    retranslate();
    connect(m_start, &QAbstractButton::clicked, this, [this] {
        if (holdsSession())
            Q_EMIT sessionRequested(m_device.session);
        else
            Q_EMIT startRequested(m_device.id);
    });
    connect(m_isolate, &QAbstractButton::clicked, this,
        [this] { Q_EMIT actRequested(m_device.id, isIsolated(m_device) ? Verbs::Release.name : Verbs::Isolate.name); });
    connect(
        m_remediations, &QAbstractButton::clicked, this, [this] { Q_EMIT remediationsRequested(m_device.facts.name); });
    onLanguageChange(this, &DevicePage::retranslate);
}

void DevicePage::build(Theme &theme)
{
    auto *content = new QWidget(this);
    setGround(content, Ground::Surface);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(6);

    m_name = new ElidedLabel(content);
    setTone(m_name, Tone::Title);
    m_summary = new PlainLabel(content);
    m_summary->setWordWrap(true);
    setTone(m_summary, Tone::Dim);
    m_eligibilityTitle = heading(content);
    m_conditions = new ConditionList(theme, content);
    m_start = new QPushButton(content);
    setRole(m_start, ButtonRole::Primary);
    m_isolate = new QPushButton(content);
    m_remediations = new QPushButton(content);
    for (QPushButton *button : {m_isolate, m_remediations})
        button->setAutoDefault(false);
    m_factsTitle = heading(content);
    m_facts = new QFormLayout;
    m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setHorizontalSpacing(18);
    m_facts->setVerticalSpacing(6);
    m_recentTitle = heading(content);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(1);
    m_noRecent = new PlainLabel(content);
    setTone(m_noRecent, Tone::Dim);
    m_recent->addWidget(m_noRecent);

    column->addWidget(m_name);
    column->addWidget(m_summary);
    column->addSpacing(10);
    column->addWidget(m_eligibilityTitle);
    column->addWidget(m_conditions);
    column->addSpacing(6);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(8);
    acts->addWidget(m_isolate);
    acts->addWidget(m_remediations);
    acts->addStretch();
    column->addLayout(acts);
    column->addSpacing(12);
    column->addWidget(m_factsTitle);
    column->addLayout(m_facts);
    column->addSpacing(12);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addStretch();

    for (Fact *fact :
        {&m_isolation, &m_group, &m_automation, &m_firstSeen, &m_lastSeen, &m_addresses, &m_agent, &m_rights}) {
        *fact = {new PlainLabel(content), new PlainLabel(content)};
        addFact(fact->title, fact->value);
    }
    m_tagsTitle = new PlainLabel(content);
    m_tags = new Chips(theme, content);
    m_editTags = new ActionButton(content);
    m_editTags->hide();
    m_tagsField = new QWidget(content);
    auto *tags = new QHBoxLayout(m_tagsField);
    tags->setContentsMargins({});
    tags->addWidget(m_tags, 1);
    tags->addWidget(m_editTags, 0, Qt::AlignTop);
    addFact(m_tagsTitle, m_tagsField);
    m_id = {new PlainLabel(content), new ElidedLabel(content)};
    addFact(m_id.title, m_id.value);

    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus); // the arrows scroll
    setFrameShape(NoFrame);
}

void DevicePage::addFact(PlainLabel *title, QWidget *value)
{
    setTone(title, Tone::Dim);
    title->setWordWrap(true);
    title->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first line of what it is the title of
    if (auto *text = qobject_cast<PlainLabel *>(value)) {
        text->setWordWrap(true);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop); // the title may have two lines
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setMinimumWidth(1); // a long word must not widen the page
    }
    m_facts->addRow(title, value);
}

/// As wide as the longest of them, up to a limit: in a language with long words they have two lines.
void DevicePage::fitTitles()
{
    int width = 0;
    const QList<PlainLabel *> titles{m_isolation.title, m_group.title, m_automation.title, m_firstSeen.title,
        m_lastSeen.title, m_addresses.title, m_agent.title, m_rights.title, m_tagsTitle, m_id.title};
    for (const PlainLabel *title : titles)
        width = std::max(width, title->fontMetrics().horizontalAdvance(title->text()) + 2);
    for (PlainLabel *title : titles)
        title->setFixedWidth(std::min(width, TitleLetters * fontMetrics().horizontalAdvance(u'n')));
}

void DevicePage::setReader(const SessionReader &reader)
{
    if (std::exchange(m_reader, reader) == reader)
        return;
    forgetRecentTexts();
    showRecent();
    updateButton();
}

void DevicePage::setDevice(const DeviceRecord &device)
{
    if (device.id != m_device.id) {
        m_eligibility.reset();
        m_starting = false;
    }
    m_device = device;
    showFacts();
    showRecent();
    updateButton();
}

void DevicePage::setEligibility(const Result<Message::Eligibility> &answer)
{
    m_eligibility = answer;
    showRecent();
    updateButton();
}

void DevicePage::setStarting(bool starting)
{
    m_starting = starting;
    updateButton();
}

void DevicePage::setAsOf(const std::optional<QDateTime> &lost)
{
    m_asOf = lost;
    showFacts();
}

void DevicePage::setListed(bool listed)
{
    if (std::exchange(m_listed, listed) != listed)
        updateStart();
}

void DevicePage::setTagsAction(QAction &action)
{
    m_editTags->setAction(action);
    m_editTags->setBrief(true);
    m_editTags->show();
    showFacts();
}

bool DevicePage::holdsSession() const
{
    return m_device.session.isValid() && !m_reader.user.isEmpty() && m_device.holder == m_reader.user;
}

QString DevicePage::whyNot() const
{
    if (!m_eligibility)
        return tr("Asking the service…");
    if (!m_eligibility->has_value())
        return visible(Words::errorText(m_eligibility->error()));
    for (const Condition &condition : (*m_eligibility)->conditions) {
        if (!condition.met)
            return visible(Words::conditionText(condition));
    }
    return {};
}

void DevicePage::updateButton()
{
    updateStart();
    showConditions();
}

void DevicePage::updateStart()
{
    const bool mine = holdsSession();
    const QString obstacle = whyNotStart();
    if (m_starting)
        m_start->setText(tr("Starting…"));
    else
        m_start->setText(mine ? tr("Go to session") : tr("Start live response session"));
    m_start->setAccessibleName(mine ? tr("Go to session") : tr("Start live response session"));
    setUsable(*m_start, obstacle);
    updateActs(obstacle);
    Q_EMIT startChanged();
}

QString DevicePage::whyNotStart() const
{
    if (!m_device.id.isValid())
        return tr("No device is selected.");
    if (!m_listed)
        return tr("The filter hides this device.");
    if (m_starting)
        return tr("A session is being started.");
    return holdsSession() ? QString() : whyNot();
}

/// They need a session, as all that is done on a device does.
void DevicePage::updateActs(const QString &obstacle)
{
    const bool isolated = isIsolated(m_device);
    //: button: lets an isolated device onto the network again; asks first
    m_isolate->setText(isolated ? tr("Release…") : tr("Isolate…"));
    m_isolate->setAccessibleName(m_isolate->text());
    const CommandSpec *command = Catalogue::instance().find(QString((isolated ? Verbs::Release : Verbs::Isolate).name));
    m_isolate->setVisible(command->platforms.testFlag(m_device.facts.platform));
    const auto refusal = notOffered(*command,
        {m_reader.grants, m_device.group, m_device.facts.never.value_or(QStringList())}, m_device.facts.platform);
    setUsable(*m_isolate, obstacle.isEmpty() && refusal ? visible(Words::errorText(*refusal)) : obstacle);
}

void DevicePage::showConditions()
{
    const bool mine = holdsSession();
    m_eligibilityTitle->setVisible(!mine);
    m_conditions->setVisible(!mine);
    if (m_eligibility && m_eligibility->has_value())
        m_conditions->setConditions((*m_eligibility)->conditions);
    else
        m_conditions->setNote(whyNot());
}

void DevicePage::showFacts()
{
    const DeviceFacts &facts = m_device.facts;
    m_name->setText(visible(facts.name));
    QStringList summary{visible(facts.osName), visible(facts.architecture)};
    if (!facts.agentVersion.isEmpty())
        summary << tr("agent %1").arg(visible(facts.agentVersion));
    summary << DeviceTextModel::presenceText(m_device, m_asOf);
    summary.removeAll(QString());
    m_summary->setText(summary.join(u" · "_s));

    QStringList addresses;
    for (const QString &address : facts.addresses)
        addresses << visible(address);
    QStringList tags;
    for (const QString &tag : m_device.tags)
        tags << visible(tag);
    const TimeText times(facts);
    const QString isolation = Words::isolationText(facts.isolation.value_or(IsolationFacts()), times);
    m_isolation.value->setText(visibleLines(isolation));
    m_facts->setRowVisible(m_isolation.value, !isolation.isEmpty());
    m_group.value->setText(orDash(Words::groupText(m_device.group)));
    m_automation.value->setText(DeviceTextModel::automationText(m_device.automationLevel));
    showTime(m_firstSeen.value, m_device.firstSeen, times);
    const QDateTime heard = DeviceTextModel::lastHeard(m_device, m_asOf);
    showTime(m_lastSeen.value, heard.isValid() ? heard : m_device.lastSeen, times);
    if (m_device.online && !heard.isValid())
        m_lastSeen.value->setText(DeviceTextModel::recentText());
    m_addresses.value->setText(addresses.isEmpty() ? u"—"_s : addresses.join(u"\n"_s));
    m_agent.value->setText(orDash(facts.agentVersion));
    const QString rights = facts.privileged ? tr("everything on the device") : tr("what its own account may see");
    const QStringList never = facts.never.value_or(QStringList());
    m_rights.value->setText(never.isEmpty()
            ? rights
            //: %1 what the agent may see, %2 commands that the device refuses whoever asks
            : tr("%1; it never does: %2").arg(rights, visible(Words::listText(never))));
    m_id.value->setText(m_device.id.value());
    m_tags->setWords(tags);
    m_facts->setRowVisible(m_tagsField, !tags.isEmpty() || !m_editTags->isHidden());
}

void DevicePage::setSessions(const SessionListModel &sessions)
{
    m_sessions = &sessions;
    const auto follow = [this] { followSessions(); };
    connect(&sessions, &QAbstractItemModel::dataChanged, this, follow);
    connect(&sessions, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&sessions, &QAbstractItemModel::rowsMoved, this, follow);
    connect(&sessions, &QAbstractItemModel::modelReset, this, follow);
}

/// Of all devices something happens all the time: the page is made anew when it is seen, and the session is one of its device.
void DevicePage::followSessions()
{
    if (m_eligibility && isVisible())
        showRecent();
}

/// What happened while nobody looked.
void DevicePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followSessions();
}

/// What the service listed, each as it is now, and before them what has begun since.
std::vector<SessionRecord> DevicePage::recent() const
{
    std::vector<SessionRecord> recent = (*m_eligibility)->recent;
    if (!m_sessions)
        return recent;
    for (SessionRecord &known : recent) {
        if (const SessionRecord *now = m_sessions->session(known.id))
            known = *now;
    }
    const SessionId newest = recent.empty() ? SessionId() : recent.front().id;
    std::vector<SessionRecord> begun;
    for (int row = 0; row < m_sessions->rowCount(); ++row) {
        const SessionRecord &session = *m_sessions->session(row);
        if (session.device == m_device.id && session.id > newest)
            begun.push_back(session);
    }
    std::ranges::sort(begun, std::ranges::greater(), &SessionRecord::id);
    recent.insert(recent.begin(), begun.begin(), begun.end());
    return recent;
}

QString DevicePage::recentText(const SessionRecord &session, const QDateTime &now) const
{
    const bool live = session.state != SessionState::Disconnected;
    const auto length = std::chrono::seconds(session.started.secsTo(live ? now : session.ended));
    // Two lines, so that a name hides neither what was done nor for how long.
    const QStringList begun{TimeText(m_device.facts).withZone(session.started), visible(session.createdBy)};
    const QStringList done{tr("%Ln command(s)", nullptr, int(session.commandCount)),
        live ? tr("live", "a session") : Words::durationText(length)};
    return begun.join(u" · "_s) + u'\n' + done.join(u" · "_s);
}

QPushButton *DevicePage::addRecent(const SessionRecord &session)
{
    auto *button = new ElidedButton;
    setRole(button, ButtonRole::Quiet);
    button->setProperty("listed", true); // as the style sheet calls lines of a list
    m_recent->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, id = session.id] {
        const auto all = recent();
        const auto found = std::ranges::find(all, id, &SessionRecord::id);
        if (found != all.end())
            Q_EMIT readRequested(*found);
    });
    return button;
}

/// Buttons stay as long as the sessions do: what has the focus keeps it while commands are counted.
void DevicePage::showRecent()
{
    const bool known = m_eligibility && m_eligibility->has_value();
    m_recentTitle->setVisible(known);
    const auto sessions = known ? recent() : std::vector<SessionRecord>();
    const auto isShown = [this](const std::vector<SessionRecord> &all) {
        return std::ranges::equal(
            all, m_recentButtons, {}, &SessionRecord::id, &std::pair<SessionId, QPushButton *>::first);
    };
    if (!isShown(sessions)) {
        for (const auto &[id, button] : std::as_const(m_recentButtons))
            button->deleteLater();
        m_recentButtons.clear();
        for (const SessionRecord &session : sessions)
            m_recentButtons.append({session.id, addRecent(session)});
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (size_t i = 0; i < sessions.size(); ++i) {
        QPushButton *button = m_recentButtons.at(qsizetype(i)).second;
        const QString text = recentText(sessions[i], now);
        if (button->text() == text)
            continue;
        button->setText(text);
        button->setAccessibleName(QString(text).replace(u'\n', u" · "_s));
        const auto refusal = m_reader.refusal(sessions[i].id, sessions[i].createdBy, m_device.group);
        const QString what = refusal ? visible(Words::errorText(*refusal)) : tr("Read this session");
        button->setEnabled(!refusal);
        setHint(button, what + u'\n' + Words::timeDetails(sessions[i].started, TimeText(m_device.facts)));
    }
    m_noRecent->setVisible(known && sessions.empty());
}

/// They are said again: in another language, or to somebody else.
void DevicePage::forgetRecentTexts()
{
    for (const auto &[id, button] : std::as_const(m_recentButtons))
        button->setText({});
}

void DevicePage::retranslate()
{
    setAccessibleName(tr("Device"));
    m_eligibilityTitle->setText(tr("Can a session start?"));
    //: button: shows what was done to this device
    m_remediations->setText(tr("Remediations"));
    m_remediations->setAccessibleName(m_remediations->text());
    m_factsTitle->setText(tr("Facts"));
    m_recentTitle->setText(tr("Recent sessions"));
    m_noRecent->setText(tr("No sessions yet."));
    forgetRecentTexts();
    m_isolation.title->setText(tr("Isolation"));
    m_group.title->setText(tr("Group"));
    m_automation.title->setText(tr("Automation level"));
    m_firstSeen.title->setText(tr("First seen"));
    m_lastSeen.title->setText(tr("Last seen"));
    m_addresses.title->setText(tr("Addresses"));
    m_agent.title->setText(tr("Agent version"));
    m_rights.title->setText(tr("Agent may see"));
    m_tagsTitle->setText(tr("Tags"));
    m_id.title->setText(tr("Device ID"));
    fitTitles();
    showFacts();
    showRecent();
    updateButton();
}

} // namespace Sonde::Client

#include "moc_devicepage.cpp"
