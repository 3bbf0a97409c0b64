// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tones.h"

#include <QAbstractButton>
#include <QLabel>
#include <QStyle>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

// Style sheets match properties when a widget is polished: a changed one asks for it again.
void mark(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString name(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return u"plain"_s;
    case Tone::Dim: return u"dim"_s;
    case Tone::Title: return u"title"_s;
    case Tone::Heading: return u"heading"_s;
    case Tone::Strong: return u"strong"_s;
    case Tone::Good: return u"good"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Bad: return u"bad"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(ButtonRole role)
{
    switch (role) {
    case ButtonRole::Normal: return u"normal"_s;
    case ButtonRole::Primary: return u"primary"_s;
    case ButtonRole::Danger: return u"danger"_s;
    case ButtonRole::Quiet: return u"quiet"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString name(Ground ground)
{
    switch (ground) {
    case Ground::Surface: return u"surface"_s;
    case Ground::Raised: return u"raised"_s;
    case Ground::Sunken: return u"sunken"_s;
    case Ground::Card: return u"card"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

void setTone(QLabel *label, Tone tone)
{
    mark(label, "tone", name(tone));
}

void setRole(QAbstractButton *button, ButtonRole role)
{
    mark(button, "role", name(role));
}

void setGround(QWidget *widget, Ground ground)
{
    widget->setAttribute(Qt::WA_StyledBackground);
    mark(widget, "ground", name(ground));
}

} // namespace Sonde::Client
