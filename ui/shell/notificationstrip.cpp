// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notificationstrip.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/singleclick.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace Sonde::Client {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TimeToRead = 12s;
constexpr int IconSize = 16;

} // namespace

NotificationStrip::NotificationStrip(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_text(new ElidedLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setGround(this, Ground::Raised);
    setRole(m_close, ButtonRole::Quiet);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(14, 1, 10, 1);
    line->setSpacing(10);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_action);
    line->addWidget(m_close);
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_action, m_close})
        ignoreSecondClick(*button); // the next notification is under the pointer then
    m_leave.setSingleShot(true);
    setTimeToRead(TimeToRead);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (m_shown.kind == Notification::Kind::Done)
            showNext();
    });
    connect(m_close, &QAbstractButton::clicked, this, &NotificationStrip::showNext);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        const auto act = m_shown.act;
        showNext();
        if (act)
            act();
    });
    connect(&theme, &Theme::changed, this, &NotificationStrip::draw);
    hide();
    onLanguageChange(this, &NotificationStrip::draw);
}

void NotificationStrip::post(Notification notification)
{
    m_waiting.push_back(std::move(notification));
    if (isHidden())
        showNext();
}

void NotificationStrip::withdraw(const QString &topic)
{
    if (topic.isEmpty())
        return;
    std::erase_if(m_waiting, [&topic](const Notification &waiting) { return waiting.topic == topic; });
    if (!isHidden() && m_shown.topic == topic)
        showNext();
}

void NotificationStrip::setTimeToRead(std::chrono::milliseconds time)
{
    m_leave.setInterval(time);
}

void NotificationStrip::leavePage()
{
    if (!isHidden() && !m_leave.isActive())
        showNext();
}

QString NotificationStrip::currentText() const
{
    return isHidden() ? QString() : m_shown.text;
}

void NotificationStrip::showNext()
{
    m_leave.stop();
    if (m_waiting.empty()) {
        hide();
        return;
    }
    m_shown = std::move(m_waiting.front());
    m_waiting.pop_front();
    draw();
    show();
    m_leave.start(); // a problem stays until somebody has seen it
    QAccessibleAnnouncementEvent announcement(this, m_shown.text);
    QAccessible::updateAccessibility(&announcement);
}

void NotificationStrip::draw()
{
    const bool problem = m_shown.kind == Notification::Kind::Problem;
    const QIcon icon = m_theme.icon(problem ? u"warning"_s : u"check"_s, problem ? Color::Warning : Color::Good);
    m_icon->setPixmap(icon.pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
    m_text->setText(m_shown.text);
    m_action->setText(m_shown.action);
    m_action->setAccessibleName(m_shown.action);
    m_action->setVisible(!m_shown.action.isEmpty());
    m_close->setIcon(m_theme.icon(u"close"_s, Color::DimText));
    m_close->setAccessibleName(tr("Dismiss notification"));
    setHint(m_close, tr("Dismiss notification"));
}

} // namespace Sonde::Client

#include "moc_notificationstrip.cpp"
