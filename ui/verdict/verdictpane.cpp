// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verdict/verdictpane.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/stateglyph.h"
#include "ui/verdict/verdictmodel.h"
#include "ui/verdict/verdictview.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

VerdictPane::VerdictPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_glyph(new StateGlyph(theme, this))
    , m_sentence(new PlainLabel(this))
    , m_counts(new PlainLabel(this))
    , m_lines(new VerdictView(theme, this))
    , m_more(new PlainLabel(this))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 2);
    head->setSpacing(8);
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    setTone(m_sentence, Tone::Strong);
    for (PlainLabel *label : {m_counts, m_more}) {
        setTone(label, Tone::Dim);
        label->setContentsMargins(34, 0, 12, 4);
    }
    for (PlainLabel *label : {m_sentence, m_counts, m_more}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_counts);
    column->addWidget(m_lines);
    column->addWidget(m_more);
    setFocusProxy(m_lines);
    connect(m_lines, &VerdictView::rowRequested, this, &VerdictPane::rowRequested);
    connect(m_lines, &VerdictView::menuRequested, this, &VerdictPane::menuRequested);
    connect(m_lines, &VerdictView::heightChanged, this, &VerdictPane::heightChanged);
    onLanguageChange(this, &VerdictPane::showWords);
}

void VerdictPane::setExamination(const Examination &examination)
{
    m_examination = examination;
    m_glyph->setLook(verdictLook(examination.verdict));
    m_lines->setExamination(examination);
    m_lines->setVisible(m_lines->lineCount() > 0);
    showWords();
}

void VerdictPane::setSubject(const QString &line)
{
    m_subject = line;
    showWords();
}

bool VerdictPane::hasLines() const
{
    return m_lines->lineCount() > 0;
}

void VerdictPane::enter()
{
    if (!m_lines->currentIndex().isValid())
        m_lines->setCurrentIndex(m_lines->model()->index(0, 0));
    m_lines->setFocus(Qt::OtherFocusReason);
}

QString VerdictPane::sentenceOf(const Examination &examination)
{
    return Words::verdictSentence(examination.verdict, examination.confidence, examination.engines, examination.reason);
}

void VerdictPane::showWords()
{
    m_sentence->setText(visible(sentenceOf(m_examination)));
    const bool counted = m_examination.counts.contains(u"files"_s);
    m_counts->setVisible(counted);
    m_counts->setText(counted ? Words::scanSentence(m_examination.counts) : QString());
    QStringList more;
    if (m_examination.moreFindings > 0)
        more += tr("%Ln more finding(s) below", nullptr, int(m_examination.moreFindings));
    if (m_examination.moreGaps > 0)
        more += tr("%Ln more thing(s) that were not scanned", nullptr, int(m_examination.moreGaps));
    m_more->setVisible(!more.isEmpty());
    m_more->setText(more.join(u'\n'));
    //: read aloud; %1 is a command line that examined something
    setName(*m_lines, tr("Who says what, of %1").arg(m_subject));
    setName(*this, m_sentence->text());
}

} // namespace Sonde::Client

#include "moc_verdictpane.cpp"
