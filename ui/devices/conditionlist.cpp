// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/conditionlist.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QGridLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 14;

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

ConditionList::ConditionList(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QGridLayout(this))
{
    m_lines->setContentsMargins({});
    m_lines->setHorizontalSpacing(8);
    m_lines->setVerticalSpacing(5);
    m_lines->setColumnStretch(1, 1);
    connect(&theme, &Theme::changed, this, &ConditionList::rebuild);
}

void ConditionList::setConditions(const std::vector<Condition> &conditions)
{
    m_conditions = conditions;
    // What is in the way is looked for; what is not need not be read.
    std::ranges::stable_partition(m_conditions, std::not_fn(&Condition::met));
    m_note.clear();
    rebuild();
}

void ConditionList::setNote(const QString &text)
{
    m_conditions.clear();
    m_note = text;
    rebuild();
}

void ConditionList::rebuild()
{
    clear(*m_lines);
    if (!m_note.isEmpty()) {
        auto *note = new PlainLabel(m_note);
        note->setWordWrap(true);
        setTone(note, Tone::Dim);
        m_lines->addWidget(note, 0, 0, 1, 2);
    }
    for (const Condition &condition : m_conditions) {
        const QString text = visible(Words::conditionText(condition));
        if (condition.met)
            //: read aloud before a condition for starting a session
            addLine(u"check"_s, true, text, tr("Met: %1").arg(text));
        else
            //: read aloud before a condition for starting a session
            addLine(u"cross"_s, false, text, tr("Not met: %1").arg(text));
    }
}

void ConditionList::addLine(const QString &icon, bool met, const QString &text, const QString &spoken)
{
    const int row = m_lines->rowCount();
    auto *glyph = new PlainLabel;
    glyph->setPixmap(
        m_theme.icon(icon, met ? Color::Good : Color::Bad).pixmap(m_theme.scaledIcon(IconSize), devicePixelRatioF()));
    glyph->setFixedHeight(fontMetrics().height());
    auto *line = new PlainLabel(text);
    line->setWordWrap(true);
    line->setAccessibleName(spoken);
    setTone(line, met ? Tone::Plain : Tone::Bad);
    m_lines->addWidget(glyph, row, 0, Qt::AlignTop);
    m_lines->addWidget(line, row, 1);
}

} // namespace Sonde::Client

#include "moc_conditionlist.cpp"
