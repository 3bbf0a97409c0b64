// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/governance/approvalsdialog.h"

#include "models/acts/shownact.h"
#include "models/text/visibletext.h"
#include "protocol/command/rows.h"
#include "protocol/time/timetext.h"
#include "ui/acts/actnotes.h"
#include "ui/acts/stepview.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/singleclick.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/clocktext.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr QSize ApprovalsSize(860, 640);
constexpr int ListRows = 4; ///< seen at once

PlainLabel *factLabel()
{
    auto *label = new PlainLabel;
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Rows as wide as the list: what is longer ends in ….
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + 8};
    }
};

/// Nothing when the rows tell no plan.
std::optional<ShownAct> actOf(const Message::ApprovalPlan &plan)
{
    const CommandSpec *command = Catalogue::instance().find(plan.verb);
    if (!command || plan.rows.empty())
        return {};
    ResultSnapshot snapshot(*command);
    for (const QByteArray &chunk : plan.rows) {
        auto rows = readRows(chunk);
        if (!rows)
            return {};
        snapshot.append(*std::move(rows));
    }
    return actFrom(snapshot);
}

} // namespace

ApprovalsDialog::ApprovalsDialog(TenantClient &client, ApprovalsController &approvals, const DeviceModel &devices,
    const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_approvals(approvals)
    , m_theme(theme)
    , m_model(approvals, devices)
    , m_list(new QListView)
    , m_nothing(new PlainLabel)
    , m_details(new QWidget)
    , m_facts(new QFormLayout)
    , m_who(factLabel())
    , m_device(factLabel())
    , m_line(factLabel())
    , m_why(factLabel())
    , m_asked(factLabel())
    , m_left(factLabel())
    , m_stepsTitle(new PlainLabel(tr("What the device would do")))
    , m_steps(new StepView(theme))
    , m_notes(new ActNotes(theme))
    , m_reason(new QLineEdit)
    , m_told(new PlainLabel)
    , m_own(new PlainLabel)
    , m_close(new QPushButton(tr("Close")))
    , m_deny(new QPushButton(tr("Deny")))
    , m_approve(new QPushButton(tr("Approve")))
{
    build();
    connect(&approvals, &ApprovalsController::changed, this, &ApprovalsDialog::follow);
    connect(&client, &TenantClient::stateChanged, this, &ApprovalsDialog::showChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { choose(m_model.command(index.row())); });
    connect(m_reason, &QLineEdit::textEdited, m_told, &QWidget::hide);
    connect(m_reason, &QLineEdit::returnPressed, this,
        [this] { tell(tr("Nothing is decided yet: press “Approve” or “Deny”."), Tone::Warning); });
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_deny, &QAbstractButton::clicked, this, [this] { decide(false); });
    connect(m_approve, &QAbstractButton::clicked, this, [this] { decide(true); });
    connect(&m_tick, &QTimer::timeout, this, &ApprovalsDialog::showLeft);
    m_tick.start(1s);
    m_look.setSingleShot(true);
    m_look.setInterval(2 * QApplication::doubleClickInterval());
    connect(&m_look, &QTimer::timeout, this, &ApprovalsDialog::showChosen);
    resize(ApprovalsSize);
    follow();
}

// ---- its parts

void ApprovalsDialog::build()
{
    setWindowTitle(tr("Waiting for approval"));
    auto *title = new PlainLabel(windowTitle());
    setTone(title, Tone::Title);
    setTone(m_nothing, Tone::Dim);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(windowTitle());
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    auto *details = new QVBoxLayout(m_details);
    details->setContentsMargins({});
    details->setSpacing(10);
    details->addLayout(makeFacts());
    setTone(m_stepsTitle, Tone::Heading);
    setName(*m_steps, m_stepsTitle->text());
    details->addWidget(m_stepsTitle);
    details->addWidget(m_steps, 3);
    details->addWidget(makeNotes(), 2);
    details->addStretch();
    details->addWidget(makeReason());
    details->addWidget(m_own);
    column->addWidget(m_details, 1);
    column->addStretch();
    m_told->setWordWrap(true);
    m_told->hide();
    column->addWidget(m_told);
    column->addLayout(makeButtons());
}

QLayout *ApprovalsDialog::makeFacts()
{
    m_facts->setHorizontalSpacing(18);
    m_facts->setVerticalSpacing(4);
    m_line->setFont(m_theme.consoleFont());
    addFact(tr("Asked by"), m_who);
    addFact(tr("Device"), m_device);
    addFact(tr("Command line"), m_line);
    addFact(tr("Reason"), m_why);
    //: when somebody asked for approval
    addFact(tr("Asked"), m_asked);
    //: time until a request is denied by itself
    addFact(tr("Time left"), m_left);
    return m_facts;
}

void ApprovalsDialog::addFact(const QString &title, PlainLabel *value)
{
    auto *name = new PlainLabel(title);
    setTone(name, Tone::Dim);
    m_facts->addRow(name, value);
}

QWidget *ApprovalsDialog::makeNotes()
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

QWidget *ApprovalsDialog::makeReason()
{
    auto *title = new PlainLabel(tr("Why you approve or deny"));
    title->setBuddy(m_reason);
    m_reason->setAccessibleName(title->text());
    m_own->setWordWrap(true);
    setTone(m_own, Tone::Dim);
    m_reasonPart = new QWidget;
    auto *column = new QVBoxLayout(m_reasonPart);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(m_reason);
    return m_reasonPart;
}

/// What one presses without looking decides nothing, and closes nothing: a reason may have been typed.
QLayout *ApprovalsDialog::makeButtons()
{
    setRole(m_approve, ButtonRole::Primary);
    setRole(m_deny, ButtonRole::Danger);
    m_approve->setObjectName(QStringLiteral("approve"));
    m_deny->setObjectName(QStringLiteral("deny"));
    for (QPushButton *button : {m_close, m_deny, m_approve}) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text());
    }
    for (QPushButton *button : {m_deny, m_approve})
        ignoreSecondClick(*button);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_close);
    row->addStretch();
    row->addWidget(m_deny);
    row->addWidget(m_approve);
    return row;
}

// ---- what they show

void ApprovalsDialog::show(CommandId command)
{
    const int row = command.isValid() ? m_model.rowOf(command) : std::max(0, m_model.rowOf(m_chosen));
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
    QDialog::show();
    raise();
    activateWindow();
}

/// In the place of one that is decided nothing comes up: it would be under the pointer that decided.
void ApprovalsDialog::follow()
{
    const bool any = m_model.rowCount() > 0;
    const bool first = any && m_list->isHidden();
    m_list->setVisible(any);
    const int row = first ? std::max(0, m_model.rowOf(m_chosen)) : m_model.rowOf(m_chosen);
    m_list->setCurrentIndex(m_model.index(row));
    if (any)
        m_list->setFixedHeight(
            m_list->sizeHintForRow(0) * std::min(m_model.rowCount(), ListRows) + 2 * m_list->frameWidth());
    choose(m_model.command(row));
}

void ApprovalsDialog::choose(CommandId command)
{
    const bool another = command != m_chosen;
    m_chosen = command;
    if (another) {
        m_reason->clear();
        m_steps->setAct({});
        m_notes->setNotes({});
        m_look.start();
        if (command.isValid())
            m_told->hide(); // it was of another
        const auto *waiting = m_approvals.find(command);
        m_planWanted = waiting && waiting->record.hasPlan;
        if (m_planWanted)
            m_approvals.fetchPlan(command, this, [this, command](const Result<Message::ApprovalPlan> &plan) {
                if (command != m_chosen)
                    return;
                if (plan)
                    showPlan(*plan);
                else
                    m_stepsTitle->setText(visible(Words::errorText(plan.error())));
            });
    }
    showChosen();
}

void ApprovalsDialog::showChosen()
{
    const auto *waiting = m_approvals.find(m_chosen);
    for (QPushButton *button : {m_deny, m_approve}) {
        button->setVisible(waiting);
        setUsable(*button, whyNotDecide());
    }
    m_nothing->setVisible(!waiting);
    m_nothing->setText(
        m_list->isHidden() ? tr("Nothing waits for approval.") : tr("Choose what you want to look at next."));
    m_details->setVisible(waiting);
    if (!waiting)
        return;
    const ApprovalRecord &record = waiting->record;
    m_reasonPart->setVisible(!isOwn(record));
    m_own->setVisible(isOwn(record));
    m_own->setText(whyNotDecide());
    m_who->setText(visible(record.analyst));
    m_device->setText(
        QStringLiteral("%1 · %2").arg(m_model.deviceName(record.device), visible(Words::groupText(record.group))));
    m_line->setText(visible(record.line));
    m_why->setText(record.reason.isEmpty() ? QStringLiteral("—") : visible(record.reason));
    m_asked->setText(TimeText().withZone(record.asked));
    for (QWidget *part : std::initializer_list<QWidget *>{m_stepsTitle, m_steps})
        part->setVisible(record.hasPlan);
    m_notesArea->setVisible(record.hasPlan);
    showLeft();
}

void ApprovalsDialog::showPlan(const Message::ApprovalPlan &plan)
{
    const auto act = actOf(plan);
    m_planWanted = false;
    m_look.start();
    m_stepsTitle->setText(
        act ? tr("What the device would do") : tr("The plan cannot be read by this version of Sonde."));
    if (act) {
        m_steps->setAct(*act);
        m_notes->setNotes(act->notes);
    }
    showChosen();
}

void ApprovalsDialog::showLeft()
{
    if (const auto *waiting = m_approvals.find(m_chosen))
        m_left->setText(
            clockText(std::chrono::ceil<std::chrono::seconds>(waiting->until - std::chrono::steady_clock::now())));
}

bool ApprovalsDialog::isOwn(const ApprovalRecord &record) const
{
    return record.analyst == m_client.welcome().user.value();
}

QString ApprovalsDialog::whyNotDecide() const
{
    const auto *waiting = m_approvals.find(m_chosen);
    if (!m_client.isOnline())
        return tr("There is no connection to the service.");
    if (waiting && isOwn(waiting->record))
        return tr("It is your own: somebody else has to decide.");
    if (m_planWanted)
        return tr("The plan is on its way.");
    if (m_look.isActive())
        return tr("It has only just come up: read it first.");
    return m_deciding ? tr("The service has not answered yet.") : QString();
}

void ApprovalsDialog::decide(bool approved)
{
    const auto *waiting = m_approvals.find(m_chosen);
    const QString reason = m_reason->text().trimmed();
    if (!waiting)
        return;
    if (!approved && reason.isEmpty()) {
        tell(tr("Say why: whoever asked will read it."), Tone::Bad);
        m_reason->setFocus();
        return;
    }
    m_deciding = true;
    m_told->hide();
    showChosen();
    m_approvals.decide(m_chosen, approved, reason, this,
        [this, approved, record = waiting->record](const Result<void> &done) { tellDecided(record, approved, done); });
}

/// A yes may come to nothing: role, group and file are looked at once more.
void ApprovalsDialog::tellDecided(const ApprovalRecord &record, bool approved, const Result<void> &done)
{
    m_deciding = false;
    const QString line = visible(record.line);
    if (!done && approved)
        //: %1 a command line, %2 a sentence that says why
        tell(tr("“%1” was not run. %2").arg(line, visible(Words::errorText(done.error()))), Tone::Bad);
    else if (!done)
        tell(visible(Words::errorText(done.error())), Tone::Bad);
    else
        //: %1 a command line
        tell(approved ? tr("Approved: “%1” is run now.").arg(line) : tr("Denied: “%1” is not run.").arg(line),
            Tone::Good);
    if (done && record.command == m_chosen)
        m_list->setCurrentIndex({});
    showChosen();
}

void ApprovalsDialog::tell(const QString &text, Tone tone)
{
    setTone(m_told, tone);
    m_told->setText(text);
    m_told->show();
    announce(*this, text, Urgency::Assertive);
}

} // namespace Sonde::Client

#include "moc_approvalsdialog.cpp"
