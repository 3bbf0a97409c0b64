// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/actpane.h"

#include "protocol/base/codec.h"
#include "ui/acts/actlook.h"
#include "ui/acts/actnotes.h"
#include "ui/acts/stepview.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto LongestWait = 24h; ///< of a timer, which counts milliseconds in an int

} // namespace

QString undoLine(EntityType type, quint64 act)
{
    return u"undo %1 %2"_s.arg(Codec::wireName(type)).arg(act);
}

ActPane::ActPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new QWidget(this))
    , m_glyph(new StateGlyph(theme, m_head))
    , m_summary(new PlainLabel(m_head))
    , m_expires(new ElidedLabel(m_head))
    , m_undo(new QPushButton(m_head))
    , m_steps(new StepView(theme, this))
    , m_notes(new ActNotes(theme, this))
{
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(12, 6, 10, 6);
    head->setSpacing(8);
    head->addWidget(m_glyph);
    head->addWidget(m_summary);
    head->addWidget(m_expires, 1);
    head->addWidget(m_undo);
    setTone(m_summary, Tone::Strong);
    setTone(m_expires, Tone::Dim);
    m_undo->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_steps, 1);
    column->addWidget(m_notes);
    setFocusProxy(m_steps);
    connect(m_steps, &StepView::rowsChanged, this, &ActPane::contentHeightChanged);
    connect(m_steps, &StepView::contextMenuRequested, this, &ActPane::contextMenuRequested);
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        if (m_act && m_act->number)
            Q_EMIT undoRequested(undoLine(m_act->type, *m_act->number));
    });
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &ActPane::showWayBack);
    onLanguageChange(this, &ActPane::showSummary);
}

void ActPane::setResult(const ResultTable *result)
{
    if (m_result)
        m_result->disconnect(this);
    m_result = result;
    connect(result, &ResultTable::grown, this, &ActPane::refresh);
    refresh();
}

void ActPane::setReader(const TimeText &times, bool mayAct)
{
    m_times = times;
    m_mayAct = mayAct;
    m_steps->setTimes(times);
    showSummary();
}

void ActPane::setFate(ActListController &acts, CommandId command)
{
    m_acts = &acts;
    m_command = command;
    const auto follow = [this] {
        if (m_act)
            showWayBack();
    };
    connect(&acts.acts(), &QAbstractItemModel::dataChanged, this, follow);
    connect(&acts.acts(), &QAbstractItemModel::rowsInserted, this, follow);
    connect(&acts.acts(), &QAbstractItemModel::modelReset, this, follow);
    acts.follow();
    follow();
}

void ActPane::refresh()
{
    m_act = actFrom(m_result->snapshot());
    if (m_act) {
        m_steps->setAct(*m_act);
        m_notes->setNotes(m_act->notes);
    }
    showSummary();
    Q_EMIT contentHeightChanged();
}

void ActPane::showSummary()
{
    m_head->setVisible(m_act.has_value());
    if (!m_act)
        return;
    std::vector<StepState> states;
    for (const ShownStep &step : m_act->steps)
        states.push_back(step.state.value_or(StepState::NotConfirmed));
    m_summary->setText(Words::outcomeText(m_act->kind, states));
    m_glyph->setLook(outcomeLook(*m_act));
    //: button: asks first
    m_undo->setText(tr("Undo…"));
    m_undo->setAccessibleName(tr("Undo act %1").arg(m_act->number.value_or(0)));
    showWayBack();
}

const ActSummary *ActPane::fate() const
{
    return m_acts && m_act->number ? m_acts->acts().actOf(m_command) : nullptr;
}

bool ActPane::isUndoable(const QDateTime &now) const
{
    const ActSummary *known = fate();
    return m_act->canBeUndone() && m_act->expires > now && (!known || Sonde::canBeUndone(*known, now));
}

QString ActPane::wayBackText(bool undoable) const
{
    const ActSummary *known = fate();
    QStringList parts;
    if (known && known->undoneBy && known->state == ActState::Undone)
        //: of an act; %1 the number of another
        parts += tr("undone since then, by act %1").arg(*known->undoneBy);
    else if (known && known->undoneBy)
        //: of an act; %1 the number of another
        parts += tr("undone in part since then, by act %1").arg(*known->undoneBy);
    if (undoable)
        //: %1 a date and time
        parts += tr("can be undone until %1").arg(m_times.withZone(m_act->expires));
    return parts.join(u" · "_s);
}

void ActPane::showWayBack()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool undoable = isUndoable(now);
    m_expires->setText(wayBackText(undoable));
    if (m_undo->hasFocus() && !(undoable && m_mayAct))
        m_steps->setFocus();
    const int head = m_head->sizeHint().height();
    m_undo->setVisible(undoable && m_mayAct);
    if (m_head->sizeHint().height() != head)
        Q_EMIT contentHeightChanged();
    if (undoable)
        m_expiry.start(std::min<std::chrono::milliseconds>(m_act->expires - now + 1ms, LongestWait));
    else
        m_expiry.stop();
}

void ActPane::setName(const QString &name)
{
    Client::setName(*m_steps, name);
}

int ActPane::heightFor(int mostRows) const
{
    if (!m_act)
        return 0;
    return m_head->sizeHint().height() + m_steps->heightOf(std::min(m_steps->shownRows(), mostRows)) + notesHeight();
}

int ActPane::notesHeight() const
{
    if (m_notes->isHidden())
        return 0;
    return m_notes->hasHeightForWidth() ? m_notes->heightForWidth(width()) : m_notes->sizeHint().height();
}

/// Sentences need more lines where there is less room.
void ActPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const int notes = notesHeight(); std::exchange(m_fitted, notes) != notes)
        Q_EMIT contentHeightChanged();
}

bool ActPane::hasSelection() const
{
    return m_steps->selectionModel()->hasSelection();
}

QString ActPane::selectedText() const
{
    return m_steps->selectedText();
}

void ActPane::selectAll()
{
    m_steps->selectAll();
}

void ActPane::clearSelection()
{
    m_steps->clearSelection();
}

void ActPane::addActions(QMenu &menu)
{
    m_steps->addHashActions(menu);
}

void ActPane::setHighlighted(const QString &text)
{
    m_steps->setHighlighted(text);
}

bool ActPane::findFrom(Start start, const QString &text, bool backwards)
{
    return m_steps->find(text, backwards, start == Start::Edge);
}

} // namespace Sonde::Client

#include "moc_actpane.cpp"
