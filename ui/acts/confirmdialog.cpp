// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acts/confirmdialog.h"

#include "controllers/acts/actlistcontroller.h"
#include "models/text/visibletext.h"
#include "protocol/command/actline.h"
#include "ui/acts/actnotes.h"
#include "ui/acts/actthings.h"
#include "ui/acts/stepview.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/noteline.h"
#include "ui/toolkit/stateglyph.h"
#include "ui/words/words.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto Turn = 100ms;
constexpr QSize FirstSize(680, 520);
constexpr int BesideHash = 250;      ///< pixels of a fact's name, and of the margins
constexpr int HashDigits = 64;       ///< of SHA-256: a question shows it whole
constexpr int MostRows = 14;         ///< of steps and their facts, before they scroll
constexpr int MostNotesHeight = 150; ///< pixels, before they scroll
constexpr int MostOthers = 5;        ///< that are named
constexpr int ScreenMargin = 60;     ///< pixels that a window's frame and a panel may need

ActKind kindOf(const Invocation &wanted)
{
    for (const auto &[verb, kind] : {std::pair(Verbs::Undo, ActKind::Undo), std::pair(Verbs::Isolate, ActKind::Isolate),
             std::pair(Verbs::Release, ActKind::Release)}) {
        if (wanted.verb == verb.name)
            return kind;
    }
    return ActKind::Remediate;
}

EntityType typeOf(const Invocation &wanted)
{
    if (thingsOf(wanted).size() > 1)
        return EntityType::Several;
    return entityType(wanted).value_or(EntityType::Network);
}

QString confirmText(ActKind kind)
{
    switch (kind) {
    //: button: does what the plan says
    case ActKind::Remediate: return ConfirmDialog::tr("Remediate");
    //: button: takes a remediation back
    case ActKind::Undo: return ConfirmDialog::tr("Undo");
    //: button: cuts the device off the network
    case ActKind::Isolate: return ConfirmDialog::tr("Isolate");
    //: button: lets an isolated device onto the network again
    case ActKind::Release: return ConfirmDialog::tr("Release");
    }
    Q_UNREACHABLE_RETURN({});
}

PlainLabel *wrapped(const QString &text, Tone tone)
{
    auto *label = new PlainLabel(text);
    label->setWordWrap(true);
    setTone(label, tone);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(std::unique_ptr<ActQuestion> question, const TenantClient &client, const QString &device,
    const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_question(std::move(question))
    , m_client(client)
    , m_device(device)
    , m_theme(theme)
    , m_facts(new QFormLayout)
    , m_glyph(new StateGlyph(theme, this))
    , m_progress(new PlainLabel(this))
    , m_errors(new QVBoxLayout)
    , m_look(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_stepsTitle(new PlainLabel(this))
    , m_steps(new StepView(theme, this))
    , m_notes(new ActNotes(theme))
    , m_approval(new NoteLine(theme, NoteLine::Kind::Warning, Words::approvalNote(), this))
{
    m_approval->setObjectName(u"approval"_s);
    build();
    connect(m_question.get(), &ActQuestion::changed, this, &ConfirmDialog::showState);
    connect(&client, &TenantClient::stateChanged, this, &ConfirmDialog::showState);
    connect(&client, &TenantClient::settingsChanged, this, &ConfirmDialog::showState);
    connect(&m_turn, &QTimer::timeout, m_glyph, &StateGlyph::tick);
    m_turn.setInterval(Turn);
    connect(m_steps, &StepView::contextMenuRequested, this, &ConfirmDialog::openStepsMenu);
    const int wide = fontMetrics().horizontalAdvance(QString(HashDigits, u'0')) + BesideHash;
    resize(FirstSize.expandedTo({wide, 0}).boundedTo(screen()->availableSize()));
    showState();
    m_cancel->setFocus();
}

ConfirmDialog::~ConfirmDialog() = default;

// ---- its parts

void ConfirmDialog::setReader(const TimeText &times, ActListController *acts)
{
    m_times = times;
    m_acts = acts;
    m_steps->setTimes(times);
    if (acts) {
        connect(&acts->acts(), &QAbstractItemModel::rowsInserted, this, &ConfirmDialog::showThings);
        connect(&acts->acts(), &QAbstractItemModel::dataChanged, this, &ConfirmDialog::showThings);
        acts->follow();
    }
    showThings();
}

void ConfirmDialog::build()
{
    const Invocation &wanted = m_question->wanted();
    const QString question = Words::actQuestion(kindOf(wanted), typeOf(wanted));
    setWindowTitle(question);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(10);
    column->addWidget(wrapped(question, Tone::Title));
    m_facts->setHorizontalSpacing(18);
    m_facts->setVerticalSpacing(4);
    column->addLayout(m_facts);
    addFacts();
    auto *progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_glyph);
    progress->addWidget(m_progress, 1);
    setTone(m_stepsTitle, Tone::Heading);
    setName(*m_steps, tr("Steps of the plan"));
    column->addLayout(progress);
    column->addLayout(m_errors);
    column->addLayout(makeWaysOn());
    column->addWidget(m_stepsTitle);
    column->addWidget(m_steps, 3);
    column->addWidget(makeNotes(), 2);
    column->addWidget(makeConflict());
    column->addWidget(makeReason());
    column->addWidget(m_approval);
    column->addStretch(); // where there is no plan yet, what is said stays together
    column->addLayout(makeButtons());
    const QList<QWidget *> inOrder{m_look, m_again, m_steps, m_notesArea, m_choices->buttons().front(),
        m_choices->buttons().back(), m_reason, m_cancel, m_confirm};
    for (qsizetype i = 1; i < inOrder.size(); ++i)
        setTabOrder(inOrder.at(i - 1), inOrder.at(i));
}

QWidget *ConfirmDialog::makeNotes()
{
    m_notesArea = new QScrollArea;
    m_notesArea->setWidget(m_notes);
    m_notesArea->setWidgetResizable(true);
    m_notesArea->setFrameShape(QFrame::NoFrame);
    m_notesArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_notesArea->setAccessibleName(tr("What to know before"));
    setGround(m_notes, Ground::Surface);
    return m_notesArea;
}

PlainLabel *ConfirmDialog::addFact(const QString &title, const QString &text)
{
    auto *name = new PlainLabel(title);
    setTone(name, Tone::Dim);
    auto *value = new PlainLabel;
    value->setWordWrap(true);
    value->setMinimumWidth(1);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(name, value);
    setFact(value, text);
    return value;
}

void ConfirmDialog::setFact(PlainLabel *fact, const QString &text)
{
    fact->setText(text);
    m_facts->setRowVisible(fact, !text.isEmpty());
}

void ConfirmDialog::addFacts()
{
    const Invocation &wanted = m_question->wanted();
    addFact(tr("Device"), visible(m_device));
    m_what = addFact(tr("What"));
    //: of a process: what it runs
    m_path = addFact(tr("Program"));
    //: of a process: whose it is
    m_user = addFact(tr("User"));
    //: of a process: when it was started
    m_started = addFact(tr("Started"));
    //: other processes that are ended, too
    m_others = addFact(tr("With it"));
    //: of what is to be undone: when that was done, and by whom
    m_remediated = addFact(tr("Remediated"));
    //: of what is to be undone: why that was done
    m_because = addFact(tr("Reason then"));
    if (wanted.hasFlag(u"auto"_s))
        addFact(u"-auto"_s, tr("Nobody has to have looked at it in this session: the plan is of what is there now."));
    if (wanted.hasFlag(u"tree"_s))
        addFact(u"-tree"_s, tr("Also all that it has started, and who else runs the same file."));
}

/// What may be done about a refusal.
QLayout *ConfirmDialog::makeWaysOn()
{
    connect(m_look, &QAbstractButton::clicked, this, [this] {
        const QString line = m_question->lookLine();
        Invocation then = m_question->wanted();
        Q_EMIT lookRequested(line, toLine(then));
        reject();
    });
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_cancel->setFocus(); // the button goes
        m_question->askAgain();
    });
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    for (QPushButton *way : {m_look, m_again}) {
        way->setAutoDefault(false);
        ways->addWidget(way);
    }
    ways->addStretch();
    return ways;
}

QWidget *ConfirmDialog::makeConflict()
{
    m_conflict = new QWidget;
    auto *column = new QVBoxLayout(m_conflict);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(wrapped(tr("Something else is in the place now. What shall become of it?"), Tone::Strong));
    m_choices = new QButtonGroup(this);
    const auto add = [&](const QString &text, ActQuestion::Conflict conflict) {
        auto *choice = new QRadioButton(text);
        m_choices->addButton(choice, int(conflict));
        column->addWidget(choice);
    };
    //: choice: of what stands in the place of what an undo puts back
    add(tr("Move it into the quarantine, and put back what was there"), ActQuestion::Conflict::Replace);
    //: choice: of what stands in the place of what an undo puts back
    add(tr("Leave it, and put back what was there under another name beside it"), ActQuestion::Conflict::Beside);
    connect(m_choices, &QButtonGroup::idClicked, this,
        [this](int id) { m_question->setConflict(ActQuestion::Conflict(id)); });
    return m_conflict;
}

QWidget *ConfirmDialog::makeReason()
{
    m_reasonPart = new QWidget;
    auto *column = new QVBoxLayout(m_reasonPart);
    column->setContentsMargins({});
    column->setSpacing(4);
    auto *title = new PlainLabel;
    m_reasonTitle = title;
    m_reason = new QLineEdit(m_question->wanted().value(u"reason"_s));
    title->setBuddy(m_reason);
    m_problem = wrapped({}, Tone::Bad);
    m_problem->hide();
    column->addWidget(title);
    column->addWidget(m_reason);
    column->addWidget(m_problem);
    connect(m_reason, &QLineEdit::textChanged, m_problem, &QWidget::hide);
    return m_reasonPart;
}

QLayout *ConfirmDialog::makeButtons()
{
    m_cancel = new QPushButton;
    m_confirm = new QPushButton(confirmText(kindOf(m_question->wanted())));
    m_confirm->setAccessibleName(m_confirm->text());
    setRole(m_confirm, ButtonRole::Danger);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setAutoDefault(false);
    m_cancel->setDefault(true);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QAbstractButton::clicked, this, &ConfirmDialog::confirm);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    return buttons;
}

// ---- what they show

bool ConfirmDialog::needsReason() const
{
    return m_client.settings().isOn(TenantSetting::ActReason);
}

QString ConfirmDialog::whyNotConfirm() const
{
    if (!m_client.isOnline())
        return tr("There is no connection to the service.");
    if (m_question->state() != ActQuestion::State::Planned)
        return tr("There is no plan yet.");
    const bool open = m_question->plan()->isInTheWay() && m_question->conflict() == ActQuestion::Conflict::Undecided;
    return open ? tr("Choose first what becomes of what stands in the place.") : QString();
}

void ConfirmDialog::showState()
{
    const ActQuestion::State state = m_question->state();
    if (state == ActQuestion::State::Over)
        return accept();
    showProgress();
    showErrors();
    showPlan();
    const bool refused = state == ActQuestion::State::Refused;
    m_reasonPart->setVisible(!refused);
    m_approval->setVisible(!refused && m_question->needsApproval());
    m_reasonTitle->setText(needsReason() ? tr("Reason (the tenant requires one)") : tr("Reason"));
    m_reason->setAccessibleName(m_reasonTitle->text());
    m_confirm->setVisible(!refused);
    setUsable(*m_confirm, whyNotConfirm());
    m_cancel->setText(refused ? tr("Close") : tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    if (std::exchange(m_told, state) == state)
        return;
    if (refused)
        announce(*this, visible(Words::errorText(m_question->errors().front())), Urgency::Polite);
    else if (state == ActQuestion::State::Planned)
        announce(*this, m_stepsTitle->text(), Urgency::Polite);
}

void ConfirmDialog::showProgress()
{
    const bool asking = m_question->state() == ActQuestion::State::Asking;
    const bool offline = !m_client.isOnline() && m_question->state() != ActQuestion::State::Refused;
    m_glyph->setVisible(asking || offline);
    m_progress->setVisible(asking || offline);
    m_glyph->setLook(offline ? StateLook{u"warning"_s, Color::Warning} : StateLook{{}, Color::Accent});
    if (offline)
        m_progress->setText(tr("There is no connection. This waits until there is one."));
    else
        m_progress->setText(tr("The device is asked what it would do. Nothing is touched."));
    asking ? m_turn.start() : m_turn.stop();
}

void ConfirmDialog::showErrors()
{
    while (QLayoutItem *item = m_errors->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Error &error : m_question->errors())
        m_errors->addWidget(new NoteLine(m_theme, NoteLine::Kind::Bad, Words::errorText(error)));
    const QString line = m_question->lookLine();
    m_look->setVisible(!line.isEmpty());
    //: button: %1 is a command line that looks at something
    m_look->setText(tr("Look first: %1").arg(visible(line).replace(u'&', "&&"_L1)));
    m_look->setAccessibleName(tr("Look first: %1").arg(visible(line)));
    m_again->setVisible(m_question->mayAskAgain());
    //: button: asks the device for its plan once more
    m_again->setText(tr("Ask again"));
    m_again->setAccessibleName(m_again->text());
}

void ConfirmDialog::showPlan()
{
    const auto &plan = m_question->plan();
    m_stepsTitle->setVisible(plan.has_value());
    m_steps->setVisible(plan.has_value());
    m_steps->setEnabled(m_question->state() == ActQuestion::State::Planned);
    m_conflict->setVisible(plan && (plan->isInTheWay() || m_question->conflict() != ActQuestion::Conflict::Undecided));
    if (auto *choice = m_choices->button(int(m_question->conflict())))
        choice->setChecked(true);
    if (plan) {
        m_stepsTitle->setText(tr("What is done, in %n step(s), and nothing else", nullptr, int(plan->steps.size())));
        m_steps->setAct(*plan);
        m_notes->setNotes(plan->notes);
    }
    m_notesArea->setVisible(plan && !plan->notes.empty());
    showThings();
    if (plan && m_told != ActQuestion::State::Planned)
        fitToPlan();
}

/// The device says it better than the line that was typed: whose number it is, and which thing an act was about.
void ConfirmDialog::showThings()
{
    const Invocation &wanted = m_question->wanted();
    const auto &plan = m_question->plan();
    // What is to be undone may be an act's number, which reads like that of a process.
    const bool isClear = kindOf(wanted) != ActKind::Undo || m_question->state() == ActQuestion::State::Refused;
    QStringList things = plan ? ActThings::thingsOf(*plan) : QStringList();
    for (const NamedThing &thing : plan || !isClear ? std::vector<NamedThing>() : thingsOf(wanted))
        things += ActThings::thingText(thing.type, thing.id);
    for (QString &thing : things)
        thing = visible(thing);
    setFact(m_what, things.join(u'\n'));
    showProcess();
    showWhatIsUndone();
}

void ConfirmDialog::showProcess()
{
    const auto &plan = m_question->plan();
    const bool isOne = plan && plan->type == EntityType::Process;
    auto processes = isOne ? processesIn(plan->steps) : QMap<qint64, KnownProcess>();
    const KnownProcess process = processes.take(isOne ? plan->id.toLongLong() : 0);
    setFact(m_path, visible(process.image));
    setFact(m_user, visible(process.user));
    setFact(m_started, process.started.isValid() ? m_times.withZone(process.started) : QString());
    QStringList others;
    for (const KnownProcess &other : std::as_const(processes)) {
        if (plan->kind == ActKind::Remediate && others.size() < MostOthers)
            others += visible(ActThings::nameOf(other));
    }
    QString with = Words::listText(others);
    if (!others.isEmpty() && processes.size() > others.size())
        //: %1 is a list of names: "a, b, c"
        with = tr("%1 and %n more", nullptr, int(processes.size() - others.size())).arg(with);
    setFact(m_others, with);
}

void ConfirmDialog::showWhatIsUndone()
{
    const auto &plan = m_question->plan();
    const auto number = plan && plan->kind == ActKind::Undo ? actUndoneBy(*plan) : std::nullopt;
    const ActSummary *act = number && m_acts ? ActThings::find(m_acts->acts(), m_question->device(), *number) : nullptr;
    setFact(m_because, act ? visible(act->reason) : QString());
    if (act)
        setFact(m_remediated, visible(ActThings::whenAndWho(*act, m_times)));
    else
        //: of what is to be undone, where nobody knows more; %1 the number of an act
        setFact(m_remediated, number ? tr("by act %1").arg(*number) : QString());
}

/// As high as what there is to read, as far as the screen goes.
void ConfirmDialog::fitToPlan()
{
    layout()->activate();
    const int notes = m_notes->hasHeightForWidth() ? m_notes->heightForWidth(m_notesArea->viewport()->width())
                                                   : m_notes->sizeHint().height();
    m_notesArea->setMaximumHeight(std::min(notes + 2, MostNotesHeight));
    layout()->activate();
    const int steps = m_steps->heightOf(std::min(m_steps->shownRows(), MostRows));
    const int missing = std::max(0, steps - m_steps->height())
        + (m_notesArea->isHidden() ? 0 : std::max(0, m_notesArea->maximumHeight() - m_notesArea->height()));
    const QRect room = screen()->availableGeometry().adjusted(0, 0, 0, -ScreenMargin);
    resize(width(), std::max(height(), std::min(height() + missing, room.height())));
    if (isVisible() && frameGeometry().bottom() > room.bottom())
        move(x(), std::max(room.top(), y() - (frameGeometry().bottom() - room.bottom())));
}

void ConfirmDialog::openStepsMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"));
    setUsable(*copy, m_steps->selectedText().isEmpty() ? tr("Nothing is selected.") : QString());
    connect(copy, &QAction::triggered, m_steps, &LineTree::copySelected);
    m_steps->addHashActions(*menu);
    menu->popup(globalPosition);
}

void ConfirmDialog::confirm()
{
    if (!whyNotConfirm().isEmpty())
        return;
    if (needsReason() && m_reason->text().trimmed().isEmpty()) {
        m_problem->setText(tr("Say why: the tenant’s policy wants a reason, which is kept in the journal."));
        m_problem->show();
        announce(*m_reason, m_problem->text(), Urgency::Assertive);
        return m_reason->setFocus();
    }
    m_question->confirm(m_reason->text());
}

/// Enter after the reason goes on to the button; only a press on that one does anything.
void ConfirmDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_reason->hasFocus())
        (m_confirm->isEnabled() ? m_confirm : m_cancel)->setFocus(Qt::TabFocusReason);
    else if (enter && m_confirm->hasFocus())
        m_confirm->click();
    else
        QDialog::keyPressEvent(event);
}

} // namespace Sonde::Client

#include "moc_confirmdialog.cpp"
