// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicepage.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/devices/chips.h"
#include "ui/devices/conditionlist.h"
#include "ui/devices/devicetextmodel.h"
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

QLabel *heading(QWidget *parent)
{
    auto *label = new PlainLabel(parent);
    setTone(label, Tone::Heading);
    return label;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : visible(text);
}

void showTime(QLabel *label, const QDateTime &time, const TimeText &times)
{
    label->setText(times.withZone(time));
    setHint(label, Words::timeDetails(time, times));
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
    m_factsTitle = heading(content);
    m_facts = new QFormLayout;
    m_facts->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_facts->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_facts->setHorizontalSpacing(18);
    m_facts->setVerticalSpacing(6);
    m_recentTitle = heading(content);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(5);

    column->addWidget(m_name);
    column->addWidget(m_summary);
    column->addSpacing(10);
    column->addWidget(m_eligibilityTitle);
    column->addWidget(m_conditions);
    column->addSpacing(6);
    column->addWidget(m_start, 0, Qt::AlignLeft);
    column->addSpacing(12);
    column->addWidget(m_factsTitle);
    column->addLayout(m_facts);
    column->addSpacing(12);
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addStretch();

    for (Fact *fact : {&m_group, &m_automation, &m_firstSeen, &m_lastSeen, &m_addresses, &m_agent, &m_rights}) {
        *fact = {new PlainLabel(content), new PlainLabel(content)};
        addFact(fact->title, fact->value);
    }
    m_tagsTitle = new PlainLabel(content);
    m_tags = new Chips(theme, content);
    addFact(m_tagsTitle, m_tags);
    m_id = {new PlainLabel(content), new ElidedLabel(content)};
    addFact(m_id.title, m_id.value);

    setWidget(content);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::TabFocus); // the arrows scroll
    setFrameShape(NoFrame);
}

void DevicePage::addFact(QLabel *title, QWidget *value)
{
    setTone(title, Tone::Dim);
    if (auto *text = qobject_cast<QLabel *>(value)) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setMinimumWidth(1); // a long word must not widen the page
    }
    m_facts->addRow(title, value);
}

void DevicePage::setUser(const UserName &user)
{
    m_user = user;
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

bool DevicePage::holdsSession() const
{
    return m_device.session.isValid() && m_user.isValid() && m_device.holder == m_user.value();
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
    const bool mine = holdsSession();
    const QString obstacle = mine ? QString() : whyNot();
    if (m_starting)
        m_start->setText(tr("Starting…"));
    else
        m_start->setText(mine ? tr("Go to session") : tr("Start live response session"));
    m_start->setAccessibleName(mine ? tr("Go to session") : tr("Start live response session"));
    m_start->setEnabled(!m_starting && obstacle.isEmpty() && m_device.id.isValid());
    setHint(m_start, obstacle);

    m_eligibilityTitle->setVisible(!mine);
    m_conditions->setVisible(!mine);
    if (m_eligibility && m_eligibility->has_value())
        m_conditions->setConditions((*m_eligibility)->conditions);
    else
        m_conditions->setNote(obstacle);
}

void DevicePage::showFacts()
{
    const DeviceFacts &facts = m_device.facts;
    m_name->setText(visible(facts.name));
    QStringList summary{visible(facts.osName), visible(facts.architecture)};
    if (!facts.agentVersion.isEmpty())
        summary << tr("agent %1").arg(visible(facts.agentVersion));
    summary << DeviceTextModel::stateText(m_device.online);
    summary.removeAll(QString());
    m_summary->setText(summary.join(u" · "_s));

    QStringList addresses;
    for (const QString &address : facts.addresses)
        addresses << visible(address);
    QStringList tags;
    for (const QString &tag : m_device.tags)
        tags << visible(tag);
    m_group.value->setText(orDash(m_device.group));
    m_automation.value->setText(DeviceTextModel::automationText(m_device.automationLevel));
    const TimeText times(facts);
    showTime(m_firstSeen.value, m_device.firstSeen, times);
    showTime(m_lastSeen.value, m_device.lastSeen, times);
    if (m_device.online)
        m_lastSeen.value->setText(tr("now"));
    m_addresses.value->setText(addresses.isEmpty() ? u"—"_s : addresses.join(u"\n"_s));
    m_agent.value->setText(orDash(facts.agentVersion));
    m_rights.value->setText(facts.privileged ? tr("everything on the device") : tr("what its own account may see"));
    m_id.value->setText(m_device.id.value());
    m_tags->setWords(tags);
    m_facts->setRowVisible(m_tags, !tags.isEmpty());
}

void DevicePage::showRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool known = m_eligibility && m_eligibility->has_value();
    m_recentTitle->setVisible(known);
    if (!known)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const SessionRecord &session : (*m_eligibility)->recent) {
        const bool live = session.state != SessionState::Disconnected;
        const auto length = std::chrono::seconds(session.started.secsTo(live ? now : session.ended));
        auto *line =
            new PlainLabel(QStringList{visible(session.createdBy), TimeText(m_device.facts).withZone(session.started),
                live ? tr("live", "a session") : Words::durationText(length),
                tr("%Ln command(s)", nullptr, int(session.commandCount))}
                    .join(u" · "_s));
        line->setWordWrap(true);
        setHint(line, Words::timeDetails(session.started, TimeText(m_device.facts)));
        m_recent->addWidget(line);
    }
    if ((*m_eligibility)->recent.empty()) {
        auto *none = new PlainLabel(tr("No sessions yet."));
        setTone(none, Tone::Dim);
        m_recent->addWidget(none);
    }
}

void DevicePage::retranslate()
{
    setAccessibleName(tr("Device"));
    m_eligibilityTitle->setText(tr("Can a session start?"));
    m_factsTitle->setText(tr("Facts"));
    m_recentTitle->setText(tr("Recent sessions"));
    m_group.title->setText(tr("Group"));
    m_automation.title->setText(tr("Automation level"));
    m_firstSeen.title->setText(tr("First seen"));
    m_lastSeen.title->setText(tr("Last seen"));
    m_addresses.title->setText(tr("Addresses"));
    m_agent.title->setText(tr("Agent version"));
    m_rights.title->setText(tr("Agent may see"));
    m_tagsTitle->setText(tr("Tags"));
    m_id.title->setText(tr("Device ID"));
    showFacts();
    showRecent();
    updateButton();
}

} // namespace Sonde::Client

#include "moc_devicepage.cpp"
