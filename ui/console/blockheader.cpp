// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/blockheader.h"

#include "models/session/commandlogmodel.h"
#include "models/session/commandoutput.h"
#include "models/text/visibletext.h"
#include "ui/acts/actlook.h"
#include "ui/console/commandlinelabel.h"
#include "ui/evidence/commandlook.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/clocktext.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/stateglyph.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int ProgressWidth = 180;
constexpr int NarrowProgressWidth = 60;
constexpr int PartGap = 10;
constexpr int GlyphGap = 4; ///< before the word that it stands for
constexpr int ProgressSteps = 1000;
constexpr int NameWidth = 120;

Tone toneOf(Color color)
{
    switch (color) {
    case Color::Good: return Tone::Good;
    case Color::Warning: return Tone::Warning;
    case Color::Bad: return Tone::Bad;
    default: return Tone::Dim;
    }
}

} // namespace

BlockHeader::BlockHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_id(new PlainLabel(this))
    , m_who(new PlainLabel(this))
    , m_line(new CommandLineLabel(theme, this))
    , m_progress(new QProgressBar(this))
    , m_glyph(new StateGlyph(theme, this))
    , m_state(new PlainLabel(this))
    , m_duration(new SteadyLabel(this))
    , m_count(new PlainLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 6, 2);
    layout->setSpacing(PartGap);
    layout->addWidget(m_id);
    layout->addWidget(m_who);
    layout->addWidget(m_line, 1);
    layout->addStretch();
    layout->addWidget(m_progress);
    auto *state = new QHBoxLayout;
    state->setSpacing(GlyphGap);
    state->addWidget(m_glyph);
    state->addWidget(m_state);
    layout->addLayout(state);
    layout->addWidget(m_duration);
    layout->addWidget(m_count);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    layout->addLayout(buttons);
    for (QToolButton **button : {&m_cancel, &m_pin, &m_filter, &m_expand, &m_collapse, &m_more}) {
        *button = addButton();
        buttons->addWidget(*button);
    }
    setTone(m_id, Tone::Dim);
    setTone(m_who, Tone::Warning);
    setTone(m_duration, Tone::Dim);
    setTone(m_count, Tone::Dim);
    m_pin->hide();
    m_filter->hide();
    // What the output and the log say, too, goes before what can be done.
    m_giving = {{m_progress, true}, {m_count, true}, {m_filter, false}, {m_duration, true}, {m_expand, true}};
    m_progress->setFixedWidth(ProgressWidth);
    m_progress->setTextVisible(false);

    connect(m_cancel, &QToolButton::clicked, this, &BlockHeader::cancelRequested);
    connect(m_pin, &QToolButton::clicked, this, &BlockHeader::unpinRequested);
    connect(m_filter, &QToolButton::clicked, this, &BlockHeader::filterToggled);
    connect(m_expand, &QToolButton::clicked, this, &BlockHeader::expandToggled);
    connect(m_collapse, &QToolButton::clicked, this, &BlockHeader::collapseToggled);
    connect(m_more, &QToolButton::clicked, this,
        [this] { Q_EMIT menuRequested(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    connect(&theme, &Theme::changed, this, &BlockHeader::restyle);
    restyle();
    fitSigns();
    onLanguageChange(this, &BlockHeader::retranslate);
}

QToolButton *BlockHeader::addButton()
{
    auto *button = new QToolButton(this);
    setRole(button, ButtonRole::Quiet);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// A command that ran to its end may have done less than it was meant to: of an act, its steps say so.
StateLook BlockHeader::lookOf(const ConsoleModel::Block &block)
{
    const StateLook look = CommandLook::look(*block.record, block.arrival);
    if (block.record->state != CommandState::Completed || !block.output
        || block.output->kind() != CommandOutput::Kind::Act)
        return look;
    const auto act = actFrom(block.output->table()->snapshot());
    return act && act->number ? outcomeLook(*act) : look;
}

void BlockHeader::setBlock(const ConsoleModel::Block &block)
{
    m_record = block.record;
    m_waiting = block.waiting;
    const CommandSpec *command = Catalogue::instance().find(block.record->invocation.verb);
    m_local = command && command->runs == Runs::Console && block.record->errors.empty() && !block.waiting;
    m_line->setLine(CommandLook::line(*block.record));
    m_id->setText(block.record->id.isValid() ? block.record->id.toString() : QString());
    m_id->setVisible(block.record->id.isValid());
    m_unseenBefore = block.unseenBefore;
    m_otherTypist = block.otherTypist;
    m_output = block.output;
    m_arrival = block.arrival;
    m_download = block.download;
    const StateLook look = lookOf(block);
    m_glyph->setLook(look);
    setTone(m_state, toneOf(look.color));
    m_cancel->setVisible(
        m_mayAct && !isFinal(block.record->state) && block.record->id.isValid() && !block.record->cancelAsked);
    m_glyph->setVisible(!m_local);
    m_state->setVisible(!m_local);
    showProgress();
    showCount(block);
    retranslate();
}

void BlockHeader::setDelivery(const ConsoleModel::Block &block)
{
    m_arrival = block.arrival;
    m_download = block.download;
    showProgress();
    tick(QDateTime::currentDateTimeUtc());
}

/// What is here counts, where something is brought here; else what the device says.
void BlockHeader::showProgress()
{
    const bool running = m_record->state == CommandState::Running || m_record->state == CommandState::Downloading;
    const bool comes = m_arrival == Arrival::Coming || m_arrival == Arrival::Paused;
    double progress = running && m_output ? m_output->progress() : -1;
    if (comes && m_download && !m_download->isGrowing())
        progress = m_download->progress();
    want(*m_progress, progress >= 0);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setValue(int(std::max(0.0, progress) * ProgressSteps));
}

void BlockHeader::showCount(const ConsoleModel::Block &block)
{
    const CommandOutput *output = block.output;
    const bool single = output
        && (output->kind() == CommandOutput::Kind::Record || output->kind() == CommandOutput::Kind::Act
            || block.record->invocation.output == OutputType::Json);
    const ResultModel *model = output && !single ? output->model() : nullptr;
    m_rows = model ? model->acceptedCount() : !output && block.record->rows > 1 ? qsizetype(block.record->rows) : -1;
    m_allRows = model ? model->totalCount() : m_rows;
    want(*m_filter, model && !m_collapsed);
    m_lines = output && output->text() ? output->text()->lineCount() : -1;
    want(*m_count, m_rows >= 0 || m_lines > 1);
}

void BlockHeader::tick(const QDateTime &now)
{
    using namespace std::chrono;
    m_glyph->tick();
    if (m_local || !m_record->id.isValid() || m_record->state == CommandState::Rejected)
        return m_duration->clear();
    const microseconds duration = commandDuration(*m_record, now);
    const QString took =
        isFinal(m_record->state) ? Words::durationText(duration) : clockText(duration_cast<seconds>(duration));
    const QString moved = m_arrival == Arrival::Coming ? CommandLook::progressText(m_download) : QString();
    //: %1 how far a download has come, %2 for how long its command has run
    m_duration->setText(moved.isEmpty() ? took : tr("%1 · %2").arg(moved, took));
}

void BlockHeader::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    restyle();
}

void BlockHeader::setExpanded(bool expanded)
{
    m_expanded = expanded;
    retranslate();
}

void BlockHeader::setPinned(bool pinned)
{
    m_pinned = pinned;
    m_pin->setVisible(pinned);
}

void BlockHeader::setHasBody(bool hasBody)
{
    m_collapse->setVisible(hasBody);
    want(*m_expand, hasBody && !m_collapsed);
}

bool BlockHeader::isWanted(const QWidget &part) const
{
    const auto giving = std::ranges::find(m_giving, &part, &Giving::part);
    return giving == m_giving.end() ? !part.isHidden() : giving->wanted;
}

void BlockHeader::want(QWidget &part, bool wanted)
{
    std::ranges::find(m_giving, &part, &Giving::part)->wanted = wanted;
    fit();
}

void BlockHeader::fit()
{
    const auto least = [](const QWidget &part) {
        return std::min(part.maximumWidth(), std::max(part.minimumWidth(), part.minimumSizeHint().width()));
    };
    const QMargins margins = layout()->contentsMargins();
    int over = margins.left() + margins.right() + m_glyph->width() + GlyphGap - width();
    for (const QWidget *part :
        std::initializer_list<const QWidget *>{m_id, m_who, m_line, m_state, m_duration, m_count})
        over += isWanted(*part) ? least(*part) + PartGap : 0;
    for (const QWidget *button : {m_cancel, m_pin, m_filter, m_expand, m_collapse, m_more})
        over += isWanted(*button) ? least(*button) : 0;
    const bool narrow = over + ProgressWidth + PartGap > 0;
    m_progress->setFixedWidth(narrow ? NarrowProgressWidth : ProgressWidth);
    over += isWanted(*m_progress) ? least(*m_progress) + PartGap : 0;
    for (const Giving &giving : m_giving) {
        const bool gives = giving.wanted && over > 0;
        const bool isSign = giving.part == m_filter || giving.part == m_expand;
        over -= gives ? least(*giving.part) + (isSign ? 0 : PartGap) : 0;
        giving.part->setVisible(giving.wanted && !gives);
    }
}

/// Parts that changed their width say so.
bool BlockHeader::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void BlockHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void BlockHeader::retranslate()
{
    //: State of a line typed while there is no connection
    m_state->setText(m_waiting ? tr("waiting for the connection") : CommandLook::text(*m_record, m_arrival));
    m_count->setText(countText());
    //: Why the numbers of two blocks do not follow each other
    const QString unseen = tr("%n command(s) before it were asked by Tab in the input line: the command log has them.",
        nullptr, m_unseenBefore);
    setHint(m_id, m_unseenBefore > 0 ? unseen : QString());
    showTypist();
    setNameAndHint(m_cancel, tr("Cancel this command"));
    setNameAndHint(m_pin, tr("Unpin"));
    setNameAndHint(m_filter, tr("Filter these rows (Ctrl+Shift+L)"));
    setNameAndHint(m_expand, m_expanded ? tr("Make smaller") : tr("Make larger"));
    setNameAndHint(m_collapse, m_collapsed ? tr("Show output") : tr("Hide output"));
    setNameAndHint(m_more, tr("More actions"));
    setName(*m_progress, tr("Progress"));
}

void BlockHeader::showTypist()
{
    const QString name = visible(m_otherTypist);
    m_who->setText(m_who->fontMetrics().elidedText(name, Qt::ElideRight, NameWidth));
    //: %1 a user: not the one whose session it is
    setHint(m_who, name.isEmpty() ? QString() : tr("Typed by %1").arg(name));
    m_who->setVisible(!name.isEmpty());
}

QString BlockHeader::countText() const
{
    if (m_rows < 0)
        return tr("%Ln line(s)", nullptr, int(std::max<qsizetype>(0, m_lines)));
    if (m_rows == m_allRows)
        return tr("%Ln row(s)", nullptr, int(m_rows));
    //: %1 rows are shown of %n
    return tr("%1 of %Ln row(s)", nullptr, int(m_allRows)).arg(locale().toString(m_rows));
}

QStringList BlockHeader::facts() const
{
    QStringList facts;
    if (!m_otherTypist.isEmpty())
        facts += tr("Typed by %1").arg(visible(m_otherTypist));
    for (const PlainLabel *label : {m_state, m_count}) {
        if (isWanted(*label) && !label->text().isEmpty())
            facts += label->text();
    }
    return facts;
}

void BlockHeader::restyle()
{
    m_pin->setIcon(m_theme.icon(u"pin"_s, Color::Accent));
    m_filter->setIcon(m_theme.icon(u"filter"_s, Color::DimText));
    m_cancel->setIcon(m_theme.icon(u"cancel"_s, Color::DimText));
    m_expand->setIcon(m_theme.icon(u"expand"_s, Color::DimText));
    m_collapse->setIcon(m_theme.icon(m_collapsed ? u"right"_s : u"down"_s, Color::DimText));
    m_more->setIcon(m_theme.icon(u"more"_s, Color::DimText));
    m_id->setFont(m_theme.consoleFont());
    m_duration->setFont(withTabularFigures(font()));
    retranslate();
}

/// Signs are as large as the words beside them.
void BlockHeader::fitSigns()
{
    const int size = StateGlyph::sizeFor(fontMetrics());
    for (QToolButton *button : {m_cancel, m_pin, m_filter, m_expand, m_collapse, m_more})
        button->setIconSize({size, size});
}

void BlockHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitSigns();
}

void BlockHeader::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    Q_EMIT pressed();
}

void BlockHeader::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT collapseToggled();
}

} // namespace Sonde::Client

#include "moc_blockheader.cpp"
