// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/stateglyph.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

StateLook stateLook(const CommandRecord &command)
{
    return stateLook(command, outcomeOf(command));
}

StateLook stateLook(const CommandRecord &command, ActivityOutcome outcome)
{
    switch (command.state) {
    case CommandState::Held: return {u"warning"_s, Color::Warning};
    case CommandState::Created:
    case CommandState::Pending: return {{}, Color::DimText};
    case CommandState::Running:
    case CommandState::Downloading:
        if (command.cancelAsked)
            return {command.cancelResult ? u"warning"_s : QString(), Color::Warning};
        return command.background ? StateLook{u"background"_s, Color::Warning} : StateLook{{}, Color::Accent};
    default: break;
    }
    const bool isTooLate = outcome == ActivityOutcome::Done && command.cancelResult == CancelResult::TooLate;
    return isTooLate ? StateLook{u"check"_s, Color::Warning} : outcomeLook(outcome);
}

StateLook outcomeLook(ActivityOutcome outcome)
{
    switch (outcome) {
    case ActivityOutcome::Underway: return {u"info"_s, Color::DimText};
    case ActivityOutcome::Done: return {u"check"_s, Color::Good};
    case ActivityOutcome::Partly: return {u"warning"_s, Color::Warning};
    case ActivityOutcome::Failed:
    case ActivityOutcome::Refused: return {u"cross"_s, Color::Bad};
    case ActivityOutcome::Cancelled: return {u"cancel"_s, Color::Warning};
    case ActivityOutcome::Planned: return {u"info"_s, Color::DimText};
    case ActivityOutcome::Interrupted:
    case ActivityOutcome::Expired: return {u"warning"_s, Color::Warning};
    case ActivityOutcome::NotDownloaded: return {u"info"_s, Color::Warning};
    case ActivityOutcome::Happened: return {{}, Color::DimText};
    }
    Q_UNREACHABLE_RETURN({});
}

StateGlyph::StateGlyph(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    fit();
    connect(&theme, &Theme::changed, this, &StateGlyph::restyle);
}

int StateGlyph::sizeFor(const QFontMetrics &words)
{
    return qRound(words.height() * 0.82);
}

void StateGlyph::fit()
{
    const int size = sizeFor(fontMetrics());
    setFixedSize(size, size);
}

void StateGlyph::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void StateGlyph::setLook(const StateLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    restyle();
}

void StateGlyph::restyle()
{
    m_icon = m_look.icon.isEmpty() ? QIcon() : m_theme.icon(m_look.icon, m_look.color);
    update();
}

void StateGlyph::tick()
{
    if (!m_look.icon.isEmpty())
        return;
    m_phase = (m_phase + 1) % 12;
    update();
}

void StateGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_look.icon.isEmpty())
        return m_icon.paint(&painter, rect());
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    painter.setPen(QPen(m_theme.color(Color::Border), 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(m_theme.color(m_look.color), 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_phase * 30 * 16, 100 * 16);
}

} // namespace Sonde::Client

#include "moc_stateglyph.cpp"
