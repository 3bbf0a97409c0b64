// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/noteline.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/stateglyph.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

StateLook lookOf(NoteLine::Kind kind)
{
    switch (kind) {
    case NoteLine::Kind::Warning: return {u"warning"_s, Color::Warning};
    case NoteLine::Kind::Bad: return {u"cross"_s, Color::Bad};
    case NoteLine::Kind::Good: return {u"check"_s, Color::Good};
    case NoteLine::Kind::Info: break;
    }
    return {u"info"_s, Color::DimText};
}

} // namespace

NoteLine::NoteLine(const Theme &theme, Kind kind, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_label(new PlainLabel(visible(text), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    auto *glyph = new StateGlyph(theme, this);
    glyph->setLook(lookOf(kind));
    layout->addWidget(glyph, 0, Qt::AlignTop);
    setTone(m_label, kind == Kind::Bad || kind == Kind::Warning ? Tone::Plain : Tone::Dim);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_label, 1);
}

QString NoteLine::text() const
{
    return m_label->text();
}

} // namespace Sonde::Client

#include "moc_noteline.cpp"
