// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/actnotes.h"

#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/noteline.h"
#include "ui/words/words.h"

#include <QVBoxLayout>
#include <algorithm>

namespace Sonde::Client {

namespace {

constexpr qsizetype MostNotes = 30;

/// The act does less than it seems to, or will not last.
bool warns(NoteKind kind)
{
    switch (kind) {
    case NoteKind::BroughtBackBy:
    case NoteKind::CannotUndo:
    case NoteKind::Container:
    case NoteKind::InTheWay:
    case NoteKind::AtRestart: return true;
    case NoteKind::OtherNames:
    case NoteKind::OpenBy:
    case NoteKind::NotRestored:
    case NoteKind::DependedOnBy:
    case NoteKind::StaysOpen: return false;
    }
    Q_UNREACHABLE_RETURN(true);
}

} // namespace

ActNotes::ActNotes(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins({});
    m_lines->setSpacing(0);
    m_lines->setAlignment(Qt::AlignTop);
    onLanguageChange(this, &ActNotes::showNotes);
    hide();
}

void ActNotes::setNotes(const std::vector<ActNote> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    showNotes();
}

void ActNotes::showNotes()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto texts = Words::noteTexts(m_notes);
    std::ranges::stable_sort(texts, std::ranges::greater(), [](const auto &text) { return warns(text.first); });
    for (const auto &[kind, text] : texts.first(std::min(MostNotes, texts.size())))
        m_lines->addWidget(
            new NoteLine(m_theme, warns(kind) ? NoteLine::Kind::Warning : NoteLine::Kind::Info, text, this));
    if (texts.size() > MostNotes)
        m_lines->addWidget(new NoteLine(m_theme, NoteLine::Kind::Info,
            //: of a list of sentences of which only the first are shown
            tr("And %n more like these; the command’s rows as JSON have all of them.", nullptr,
                int(texts.size() - MostNotes)),
            this));
    setVisible(!texts.isEmpty());
}

} // namespace Sonde::Client

#include "moc_actnotes.cpp"
