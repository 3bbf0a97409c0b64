// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/completionpopup.h"

#include "models/session/completionmodel.h"
#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/words/words.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Words for a candidate: what it is for, or why it is not offered.
QString explanation(const CompletionModel::Candidate &candidate)
{
    if (candidate.reason)
        return Words::errorText(*candidate.reason);
    if (candidate.kind == CompletionModel::Kind::Verb)
        return Words::commandPurpose(candidate.descriptionKey);
    const QString verb = candidate.descriptionKey.section(u'.', 0, 0);
    const QString name = candidate.descriptionKey.section(u'.', 1);
    const QString purpose = candidate.kind == CompletionModel::Kind::Flag ? Words::flagPurpose(verb, name)
                                                                          : Words::parameterPurpose(verb, name);
    return purpose.isEmpty() ? candidate.detail : purpose;
}

class CandidateDelegate final : public QStyledItemDelegate
{
public:
    CandidateDelegate(const Theme &theme, const CompletionModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, QFontMetrics(m_theme.consoleFont()).height() + 8};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const CompletionModel::Candidate &candidate = m_model.candidate(index.row());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.color(Color::Selection));
            painter->drawRoundedRect(option.rect, 4, 4);
        }
        const QRect area = option.rect.adjusted(8, 0, -8, 0);
        const QString text = visible(candidate.text);
        const QFont font = m_theme.consoleFont();
        // One pixel more than its advance, which is rounded: a text that fits is not elided.
        const int width = std::min(QFontMetrics(font).horizontalAdvance(text) + 1, area.width() * 2 / 3);
        painter->setFont(font);
        painter->setPen(m_theme.color(candidate.reason ? Color::DimText
                : selected                             ? Color::SelectionText
                                                       : Color::Text));
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideMiddle, width));
        const QRect rest = area.adjusted(std::max(width + 16, 130), 0, 0, 0);
        painter->setFont(option.font);
        painter->setPen(m_theme.color(candidate.reason ? Color::Warning : Color::DimText));
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(visible(explanation(candidate)), Qt::ElideRight, rest.width()));
        painter->restore();
    }

private:
    const Theme &m_theme;
    const CompletionModel &m_model;
};

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, CompletionModel &model, QWidget &editor, QWidget *anchor)
    : PopupList(theme, anchor)
    , m_editor(editor)
    , m_model(model)
    , m_note(new PlainLabel(this))
{
    setModel(&model);
    list()->setItemDelegate(new CandidateDelegate(theme, model, list()));
    setTone(m_note, Tone::Dim);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(8, 0, 8, 3);
    area()->addWidget(m_note);
    connect(list()->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::announceCurrent);
}

/// The focus stays in the line, so a screen reader does not come here by itself.
void CompletionPopup::announceCurrent(const QModelIndex &current)
{
    if (!current.isValid())
        return;
    const CompletionModel::Candidate &candidate = m_model.candidate(current.row());
    const QString purpose = explanation(candidate);
    //: A completion and what it is for, as read aloud
    const QString text = purpose.isEmpty() ? candidate.text : tr("%1: %2").arg(candidate.text, purpose);
    if (std::exchange(m_announced, text) != text)
        announce(m_editor, visible(text), Urgency::Assertive);
}

void CompletionPopup::hideEvent(QHideEvent *event)
{
    PopupList::hideEvent(event);
    m_announced.clear();
}

QString CompletionPopup::note() const
{
    const QString &line = m_model.lookup();
    if (line.isEmpty())
        return {};
    const auto *listing = m_model.sources().listing(line);
    if (!listing)
        return m_model.sources().isAsked(line) ? tr("Asking the device…") : tr("The device cannot be asked now.");
    if (listing->error)
        return visible(Words::errorText(*listing->error));
    return tr("On the device at %1").arg(TimeText().withZone(listing->asOf));
}

void CompletionPopup::refresh(int x)
{
    const bool nothing = m_model.rowCount() == 0;
    const QString note = this->note();
    list()->setVisible(!nothing);
    m_note->setVisible(!note.isEmpty());
    m_note->setText(note);
    if (nothing && note.isEmpty())
        return hide();
    list()->setAccessibleName(tr("Completions"));
    selectFirst();
    open(x);
}

} // namespace Sonde::Client

#include "moc_completionpopup.cpp"
