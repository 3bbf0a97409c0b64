// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/acts/actlistcontroller.h"
#include "models/inventory/devicemodel.h"
#include "protocol/command/rows.h"
#include "tests/controllers/scriptedtenant.h"
#include "tests/ui/actrows.h"
#include "tests/ui/brackets.h"
#include "tests/ui/widgetaudit.h"
#include "ui/acts/actpane.h"
#include "ui/acts/confirmdialog.h"
#include "ui/acts/stepmodel.h"
#include "ui/acts/stepview.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/result/resultpane.h"
#include "ui/session/callout.h"
#include "ui/session/sessionpage.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/noteline.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ConsoleFixture;
using namespace Sonde;
using namespace Sonde::Client;
using namespace std::chrono_literals;

/// What an analyst is asked before a device is changed, and shown after it was: a session's page over a scripted service.
class ConfirmationTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Look> m_look;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    std::unique_ptr<DeviceModel> m_devices;
    std::unique_ptr<CommandHistory> m_history;
    std::unique_ptr<SessionController> m_session;
    std::unique_ptr<SessionPage> m_page;
    SessionId m_id;

    void run(const QString &line)
    {
        m_page->input().compose(line);
        QTest::keyClick(m_page->input().editor(), Qt::Key_Return);
    }
    [[nodiscard]] QStringList submitted() const
    {
        QStringList lines;
        for (const auto &request : m_tenant->askedFor<Message::SubmitLine>())
            lines += request.line;
        return lines;
    }
    [[nodiscard]] CommandId last() const { return m_session->commands().lastKey(); }
    /// The device's answer to the line submitted last.
    void answer(const ResultRows &rows, CommandState state = CommandState::Completed, std::vector<Error> errors = {})
    {
        RowWriter writer;
        for (const auto &row : rows)
            writer.addRow(row);
        m_tenant->append(m_id, last(), Event::CommandSent{});
        if (!rows.empty())
            m_tenant->addOutput(last(), ChunkFormat::Rows, writer.take(), quint32(rows.size()));
        m_tenant->finish(last(), state, std::move(errors));
    }
    [[nodiscard]] ConfirmDialog *dialog() const { return m_page->findChild<ConfirmDialog *>(); }
    template<typename T>
    [[nodiscard]] T *named(const QString &name) const
    {
        for (T *widget : dialog()->findChildren<T *>()) {
            if (WidgetAudit::nameOf(*widget) == name && widget->isVisibleTo(dialog()))
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &name) const { return named<QPushButton>(name); }
    [[nodiscard]] StepView *steps() const { return dialog()->findChild<StepView *>(); }
    [[nodiscard]] QStringList notes() const
    {
        QStringList texts;
        for (const NoteLine *note : dialog()->findChildren<NoteLine *>()) {
            if (note != approvalNote())
                texts += note->text();
        }
        return texts;
    }
    [[nodiscard]] NoteLine *approvalNote() const { return dialog()->findChild<NoteLine *>(u"approval"_s); }
    /// The dialog with a plan in it.
    void askFor(const QString &line, const ResultRows &plan)
    {
        const auto before = m_session->commands().size();
        run(line);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY(m_session->commands().size() > before);
        answer(plan);
        QTRY_VERIFY(button(u"Remediate"_s) ? button(u"Remediate"_s)->isEnabled() : steps()->isVisible());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_look = std::make_unique<Look>();
        m_look->theme.applyToApplication();
    }

    void init()
    {
        m_tenant = std::make_unique<ScriptedTenant>();
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        m_id = m_tenant->openSession();
        m_devices = std::make_unique<DeviceModel>();
        m_history = std::make_unique<CommandHistory>();
        m_session = std::make_unique<SessionController>(*m_client, m_id);
        QTRY_VERIFY(m_session->isCaughtUp());
        DeviceRecord device;
        device.id = m_session->session().device;
        device.facts.name = u"ws-0142"_s;
        device.facts.platform = Platform::Linux;
        device.online = true;
        m_devices->update({device});
        m_page = std::make_unique<SessionPage>(
            *m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activateWindow();
        m_page->setFocus();
        QTRY_VERIFY(m_page->input().editor()->hasFocus());
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
        m_client.reset();
        m_tenant.reset();
    }

    void enterAsksForThePlanAndDoesNothing()
    {
        run(u"remediate file /tmp/evil -reason 'case 7'"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QTRY_COMPARE(submitted(), QStringList{u"remediate file /tmp/evil -plan"_s});
        QVERIFY(button(u"Cancel"_s)->isDefault() && button(u"Cancel"_s)->hasFocus());
        QVERIFY(!button(u"Remediate"_s)->isEnabled());
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer(ActRows::filePlan());
        QTRY_VERIFY(button(u"Remediate"_s)->isEnabled());
        QVERIFY(steps()->model()->index(0, 0).data().toString().contains(u"quarantine"_s));
        QCOMPARE(steps()->model()->index(0, 1).data().toString(), u"/tmp/evil"_s);
        QVERIFY(notes().join(u'\n').contains(u"/tmp/evil-too"_s));
        QCOMPARE(WidgetAudit::nameless(*dialog()).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*dialog()).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*dialog()).join(u'\n'), QString());
        QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return); // the button that stands first is Cancel
        QTRY_VERIFY(!dialog());
        QCOMPARE(submitted().size(), 1);
    }

    void theQuestionIsOfOurWordsAlone()
    {
        const QString hostile = u"Press Remediate to update"_s;
        askFor(u"remediate file '%1'"_s.arg(hostile),
            {ActRows::step({.id = hostile}, StepKind::MoveFile, hostile, StepState::Planned)});
        QCOMPARE(dialog()->windowTitle(), u"Remediate this file?"_s);
    }

    /// The device says "network"; who reads another language is told so in theirs.
    void theNetworkIsNamedInWords()
    {
        Brackets other;
        QCoreApplication::installTranslator(&other);
        const auto back = qScopeGuard([&other] { QCoreApplication::removeTranslator(&other); });
        run(u"isolate"_s);
        QTRY_VERIFY(dialog() && !m_session->commands().isEmpty());
        answer({ActRows::step({.verb = u"isolate"_s, .type = EntityType::Network, .id = u"network"_s},
            StepKind::IsolateNetwork, u"network"_s, StepState::Planned)});
        QTRY_COMPARE(steps()->model()->rowCount(), 1);
        QCOMPARE(steps()->model()->index(0, StepModel::Subject).data().toString(), u"«network»"_s);
    }

    void whatIsConfirmedIsThePlanThatWasShown()
    {
        askFor(u"remediate file /tmp/evil -auto"_s, ActRows::filePlan());
        named<QLineEdit>(u"Reason"_s)->setText(u" it is \"evil\" "_s);
        QTest::mouseClick(button(u"Remediate"_s), Qt::LeftButton);
        QTRY_COMPARE(submitted().size(), 2);
        const auto act = parseLine(submitted().last());
        QVERIFY(act);
        QCOMPARE(act->value(u"approve"_s), ActRows::Hash);
        QCOMPARE(act->value(u"reason"_s), u"it is \"evil\""_s);
        QVERIFY(act->hasFlag(u"auto"_s) && !act->hasFlag(u"plan"_s));
        QTRY_VERIFY(!dialog());
    }

    void linesThatOnlyLookOrNameTheirPlanAreNotAsked_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"remediate file /tmp/evil -plan", "remediate list", "isolate -plan", "processes",
                 "remediate file /tmp/evil -approve 00ff", "remediate file"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void linesThatOnlyLookOrNameTheirPlanAreNotAsked()
    {
        QFETCH(QString, line);
        run(line);
        QTRY_COMPARE(submitted(), QStringList{line});
        QVERIFY(!dialog());
    }

    void aReasonThatThePolicyWantsIsAskedForInPlace()
    {
        m_tenant->push(Message::Settings{0, {{settingKey(TenantSetting::ActReason), u"true"_s}}});
        QTRY_VERIFY(m_client->settings().isOn(TenantSetting::ActReason));
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        auto *reason = named<QLineEdit>(u"Reason (the tenant requires one)"_s);
        QVERIFY(reason);
        QTest::mouseClick(button(u"Remediate"_s), Qt::LeftButton);
        QVERIFY(dialog() && reason->hasFocus());
        QCOMPARE(submitted().size(), 1);
        QTest::keyClicks(reason, u"case 7"_s);
        QTest::keyClick(reason, Qt::Key_Return); // goes on to the button, and no further
        QVERIFY(button(u"Remediate"_s)->hasFocus());
        QCOMPARE(submitted().size(), 1);
        QTest::keyClick(button(u"Remediate"_s), Qt::Key_Return);
        QTRY_COMPARE(submitted().size(), 2);
        QVERIFY(submitted().last().contains(u"-reason \"case 7\""_s));
    }

    /// A second person decides then: whoever confirms knows before.
    void whatNeedsApprovalSaysSoBefore()
    {
        DeviceRecord device = *m_devices->device(0);
        device.approval = u"isolate, remediate"_s;
        m_session->setDevice(device);
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        QVERIFY(approvalNote()->isVisible());
        QVERIFY2(approvalNote()->text().contains(u"second person"_s), qPrintable(approvalNote()->text()));
        QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        device.approval = u"isolate"_s;
        m_session->setDevice(device);
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        QVERIFY(approvalNote()->isHidden());
    }

    void whoHasNotLookedIsOfferedTheLook()
    {
        run(u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({}, CommandState::Failed,
            {Error{ErrorCode::NotLookedAt, u"/tmp/evil"_s, {}, {}}.with(Fact::Command, u"fileinfo /tmp/evil"_s)});
        QTRY_VERIFY(button(u"Look first: fileinfo /tmp/evil"_s));
        QVERIFY(!button(u"Remediate"_s) && button(u"Close"_s));
        QTest::mouseClick(button(u"Look first: fileinfo /tmp/evil"_s), Qt::LeftButton);
        QTRY_COMPARE(submitted().last(), u"fileinfo /tmp/evil"_s);
        QTRY_VERIFY(!dialog());
        QCOMPARE(m_page->input().line(), u"remediate file /tmp/evil"_s);
    }

    /// The session is cut, the device is gone, its agent hangs: nothing is asked for ever.
    void anAnswerThatNeverComesEndsTheQuestion()
    {
        constexpr std::chrono::milliseconds patience = 400ms;
        auto *asking = new ConfirmDialog(
            std::make_unique<ActQuestion>(*m_session, *parseLine(u"remediate file /tmp/evil"_s), patience), *m_client,
            u"ws-0142"_s, m_look->theme, m_page.get());
        asking->show();
        QTRY_VERIFY(!m_session->commands().isEmpty());
        QVERIFY(!button(u"Ask again"_s));
        QTRY_VERIFY(button(u"Ask again"_s));
        QVERIFY2(notes().join(u' ').contains(u"has not answered within"_s), qPrintable(notes().join(u' ')));
        QVERIFY(!button(u"Remediate"_s) && button(u"Close"_s));
        QTRY_COMPARE(m_tenant->askedFor<Message::AskCancel>().size(), 1); // nobody waits for it any more
        QCOMPARE(WidgetAudit::nameless(*dialog()).join(u'\n'), QString());
        answer(ActRows::filePlan()); // too late
        QTRY_VERIFY(m_session->output(last())->whole());
        QVERIFY(!button(u"Remediate"_s));
        QTest::mouseClick(button(u"Ask again"_s), Qt::LeftButton);
        QVERIFY(!button(u"Ask again"_s) && !button(u"Remediate"_s)->isEnabled());
        QTRY_COMPARE(m_session->commands().size(), 2);
        answer(ActRows::filePlan());
        QTRY_VERIFY(button(u"Remediate"_s) && button(u"Remediate"_s)->isEnabled());
        QVERIFY(!button(u"Ask again"_s));
    }

    void whatTheDeviceRefusesIsNotAskedAgain()
    {
        run(u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({}, CommandState::Failed, {Error{ErrorCode::NotFound, u"/tmp/evil"_s, {}, {}}});
        QTRY_VERIFY(button(u"Close"_s));
        QVERIFY(!button(u"Ask again"_s));
    }

    void whatIsInTheWayIsChosen()
    {
        const ActRows::Act act{.verb = u"undo"_s};
        const ResultRows inTheWay{ActRows::step(act, StepKind::RestoreFile, u"/tmp/evil"_s, StepState::Planned),
            ActRows::note(act, NoteKind::InTheWay, u"/tmp/evil"_s, {{u"size"_s, 3}})};
        askFor(u"undo file /tmp/evil"_s, inTheWay);
        QVERIFY(!button(u"Undo"_s)->isEnabled());
        const auto choices = dialog()->findChildren<QRadioButton *>();
        QCOMPARE(choices.size(), 2);
        choices.at(1)->click();
        QTRY_COMPARE(submitted().last(), u"undo file /tmp/evil -beside -plan"_s);
        QTRY_COMPARE(m_session->commands().size(), 2);
        answer(inTheWay);
        QTRY_VERIFY(button(u"Undo"_s)->isEnabled());
        button(u"Undo"_s)->click();
        QTRY_VERIFY(submitted().last().contains(u"-beside"_s) && submitted().last().contains(u"-approve"_s));
    }

    void withoutAConnectionNothingIsConfirmed()
    {
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        m_tenant->up = false;
        m_tenant->drop();
        QTRY_VERIFY(!m_client->isOnline());
        QVERIFY(!button(u"Remediate"_s)->isEnabled());
        m_tenant->up = true;
        QTRY_VERIFY_WITH_TIMEOUT(m_client->isOnline(), 20000);
        QVERIFY(button(u"Remediate"_s)->isEnabled());
    }

    void aSessionThatEndsRefuses()
    {
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        m_tenant->append(m_id, {}, Event::SessionDisconnected{});
        QTRY_VERIFY(button(u"Close"_s));
        QVERIFY(!button(u"Remediate"_s));
    }

    void aClosedTabStopsAsking()
    {
        run(u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(dialog() && !m_session->commands().isEmpty());
        m_page.reset();
        QTRY_COMPARE(m_tenant->askedFor<Message::AskCancel>().size(), 1);
    }

    void aPlanOfAThousandSteps()
    {
        const ActRows::Act act{.type = EntityType::Process, .id = u"7"_s};
        ResultRows rows;
        for (int i = 0; i < 1000; ++i)
            rows.push_back(ActRows::step(act, StepKind::MoveFile, u"/tmp/evil-%1"_s.arg(i), StepState::Planned,
                {{u"size"_s, i}, {u"sha256"_s, QString(64, u'7')}}));
        for (int i = 0; i < 1000; ++i)
            rows.push_back(ActRows::note(act, NoteKind::OpenBy, u"/tmp/evil-%1"_s.arg(i),
                {{u"processes"_s, QCborArray{u"evil (%1)"_s.arg(i)}}}));
        askFor(u"remediate process 7"_s, rows);
        QCOMPARE(steps()->model()->rowCount(), 1000);
        QVERIFY(notes().size() < 100);
        QVERIFY(dialog()->height() < 800);
    }

    void aPlanThatIsNoneIsRefused()
    {
        run(u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        ResultRows rows = ActRows::filePlan();
        rows.push_back(ActRows::note({.hash = QString(64, u'b')}, NoteKind::OpenBy, u"/tmp/evil"_s));
        answer(rows);
        QTRY_VERIFY(button(u"Close"_s));
        QVERIFY(!button(u"Remediate"_s));
    }

    void anOutcomeTellsTheTruthOfEachStep()
    {
        const ActRows::Act act{.type = EntityType::Process, .id = u"7"_s, .number = 3};
        m_tenant->accept(m_id, u"remediate process 7"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::step(act, StepKind::KillProcesses, u"7"_s, StepState::Done),
                   ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Refused, {},
                       Error{ErrorCode::FactsChanged, u"/tmp/evil"_s, {}, {}}.with(
                           Fact::Changed, QCborArray{u"sha256"_s})),
                   ActRows::step(act, StepKind::LookAgain, u"7"_s, StepState::NotReached)},
            CommandState::Failed, {Error{ErrorCode::FactsChanged, u"/tmp/evil"_s, {}, {}}});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *pane = m_page->findChild<ActPane *>();
        const auto *model = pane->findChild<StepView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        QCOMPARE(model->index(0, 2).data().toString(), u"done"_s);
        QCOMPARE(model->index(1, 2).data().toString(), u"refused, nothing touched"_s);
        QCOMPARE(model->index(2, 2).data().toString(), u"not reached"_s);
        const auto colorOf = [model](int row) { return model->index(row, 2).data(Qt::ForegroundRole).value<QColor>(); };
        QCOMPARE(colorOf(0), m_look->theme.color(Color::Good));
        QCOMPARE(colorOf(1), m_look->theme.color(Color::Bad));
        QVERIFY(colorOf(2) != m_look->theme.color(Color::Good));
        QVERIFY(!model->index(0, 1, model->index(1, 0)).data().toString().isEmpty()); // why
        // Who was ended stays ended: of this nothing can be taken back.
        QVERIFY(!pane->findChild<QPushButton *>()->isVisible());
    }

    void whatWasDoneIsTakenBackByWayOfTheSameQuestion()
    {
        const ActRows::Act act{.type = EntityType::Process, .id = u"7"_s, .number = 3};
        m_tenant->accept(m_id, u"remediate process 7"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::step(act, StepKind::KillProcesses, u"7"_s, StepState::Done),
            ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Done)});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *undo = m_page->findChild<ActPane *>()->findChild<QPushButton *>();
        QTRY_VERIFY(undo->isVisible());
        undo->click();
        QTRY_COMPARE(submitted(), QStringList{u"undo process 3 -plan"_s});
        QVERIFY(dialog());
    }

    /// The texts of the question's facts, each below its title.
    [[nodiscard]] QString fact(const QString &title) const
    {
        const auto *facts = dialog()->findChild<QFormLayout *>();
        for (int row = 0; row < facts->rowCount(); ++row) {
            const auto text = [&](QFormLayout::ItemRole role) {
                return qobject_cast<QLabel *>(facts->itemAt(row, role)->widget())->text();
            };
            if (text(QFormLayout::LabelRole) == title && facts->isRowVisible(row))
                return text(QFormLayout::FieldRole);
        }
        return {};
    }
    [[nodiscard]] static QCborMap killOf(const QStringList &names)
    {
        QCborArray processes;
        QCborArray known;
        for (int i = 0; i < names.size(); ++i) {
            processes.append(QCborMap{{u"pid"_s, 7 + i}, {u"creation_time"_s, qint64(1'795'714'326'000'000'000)},
                {u"image_path"_s, u"/tmp/evil"_s}});
            known.append(QCborMap{{u"pid"_s, 7 + i}, {u"name"_s, names.at(i)}, {u"user_name"_s, u"mallory"_s}});
        }
        return {{u"processes"_s, processes}, {u"known_as"_s, known}, {u"tree"_s, true}};
    }
    /// Names and texts of all facts of all steps.
    [[nodiscard]] QStringList factsOfSteps() const
    {
        QStringList texts;
        const auto *model = steps()->model();
        for (int step = 0; step < model->rowCount(); ++step) {
            const QModelIndex at = model->index(step, 0);
            for (int row = 0; row < model->rowCount(at); ++row)
                texts += model->index(row, 0, at).data().toString().trimmed() + u": "_s
                    + model->index(row, 1, at).data().toString();
        }
        return texts;
    }

    void aProcessIsMoreThanItsNumber()
    {
        const ActRows::Act act{.type = EntityType::Process, .id = u"7"_s};
        askFor(u"remediate process 7 -tree -auto"_s,
            {ActRows::step(
                 act, StepKind::KillProcesses, u"7, 8"_s, StepState::Planned, killOf({u"evild"_s, u"helper"_s})),
                ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Planned,
                    {{u"sha256"_s, QString(64, u'7')}, {u"generation"_s, 12}, {u"size"_s, 7}, {u"inode"_s, 9}}),
                ActRows::step(act, StepKind::LookAgain, u"7"_s, StepState::Planned,
                    {{u"images"_s, QCborArray{u"/tmp/evil"_s}}, {u"known"_s, QCborArray()}})});
        QCOMPARE(fact(u"What"_s), u"evild (process 7)"_s);
        QCOMPARE(fact(u"Program"_s), u"/tmp/evil"_s);
        QCOMPARE(fact(u"User"_s), u"mallory"_s);
        QCOMPARE(fact(u"Started"_s), u"2026-11-26 17:32:06 UTC"_s);
        QCOMPARE(fact(u"With it"_s), u"helper (8)"_s);
        QVERIFY(!fact(u"-auto"_s).isEmpty() && !fact(u"-tree"_s).isEmpty());
        QCOMPARE(steps()->model()->index(0, 1).data().toString(), u"evild (7), helper (8)"_s);
        const QString facts = factsOfSteps().join(u'\n');
        for (const QString &key : {u"creation_time"_s, u"generation"_s, u"tree"_s, u"known_as"_s, u"image_path"_s,
                 u"user_name"_s, u"sha256"_s})
            QVERIFY2(!facts.contains(key), qPrintable(facts));
        QVERIFY2(
            facts.contains(u"evild (7): /tmp/evil · mallory · since 2026-11-26 17:32:06 UTC"_s), qPrintable(facts));
        QVERIFY2(facts.contains(u"With all that they start: yes"_s), qPrintable(facts));
        // All of it is seen, and the hash is whole.
        const QModelIndex last = steps()->model()->index(2, 0);
        QTRY_VERIFY(steps()->visualRect(last).isValid());
        QVERIFY(steps()->viewport()->rect().contains(
            steps()->visualRect(steps()->model()->index(steps()->model()->rowCount(last) - 1, 0, last))));
        const int digits = steps()->fontMetrics().horizontalAdvance(QString(64, u'7'));
        QVERIFY(steps()->viewport()->width() > digits + 120);
    }

    /// A line that says nothing of it asks nothing.
    void whatIsNotAskedForIsNotSaid()
    {
        askFor(u"remediate file /tmp/evil"_s, ActRows::filePlan());
        QCOMPARE(fact(u"What"_s), u"/tmp/evil (file)"_s);
        for (const QString &title : {u"-auto"_s, u"-tree"_s, u"User"_s, u"Remediated"_s})
            QVERIFY(fact(title).isEmpty());
    }

    /// The number of an act reads like that of a process.
    void anUndoNamesTheThingWhenAndByWhom()
    {
        ActListModel acts;
        ActListController list(*m_client, acts);
        m_page->setActs(list);
        ActSummary known;
        known.device = m_session->session().device;
        known.act = 3;
        known.command = CommandId(99);
        known.time = QDateTime::fromString(u"2026-11-26T17:12:06Z"_s, Qt::ISODate);
        known.analyst = u"ada"_s;
        known.reason = u"case 7"_s;
        known.changed = 9;
        m_tenant->acts = {known};
        run(u"undo process 3"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(fact(u"What"_s), QString()); // 3 is no process
        QTRY_VERIFY(!m_session->commands().isEmpty());
        const ActRows::Act act{.verb = u"undo"_s, .type = EntityType::Process, .id = u"4711"_s};
        answer({ActRows::step(act, StepKind::RestoreFile, u"/tmp/evil"_s, StepState::Planned,
                    {{u"of_act"_s, 3}, {u"of_step"_s, 1},
                        {u"known_as"_s, QCborArray{QCborMap{{u"pid"_s, 4711}, {u"name"_s, u"evild"_s}}}}}),
            ActRows::note(act, NoteKind::CannotUndo, u"4711"_s, {{u"facts"_s, QCborArray{u"processes"_s}}})});
        QTRY_COMPARE(fact(u"What"_s), u"evild (process 4711)"_s);
        QTRY_COMPARE(fact(u"Remediated"_s), u"2026-11-26 17:12:06 UTC by ada (act 3)"_s);
        QCOMPARE(fact(u"Reason then"_s), u"case 7"_s);
        QVERIFY2(notes().join(u'\n').contains(u"stay ended"_s), qPrintable(notes().join(u'\n')));
        QVERIFY2(!factsOfSteps().join(u'\n').contains(u"of_"_s), qPrintable(factsOfSteps().join(u'\n')));
    }

    /// Undone here or by somebody else: what cannot be undone any more is not offered.
    void theWayBackFollowsWhatBecameOfTheAct()
    {
        ActListModel acts;
        ActListController list(*m_client, acts);
        m_page->setActs(list);
        const ActRows::Act act{.number = 3};
        m_tenant->accept(m_id, u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Done)});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *undo = m_page->findChild<ActPane *>()->findChild<QPushButton *>();
        QTRY_VERIFY(undo->isVisible());
        ActSummary known;
        known.device = m_session->session().device;
        known.act = 3;
        known.command = last();
        known.state = ActState::Undone;
        known.undoneBy = 4;
        known.changed = 9;
        m_tenant->acts = {known};
        m_tenant->push(Message::ActsChanged{});
        QTRY_VERIFY(!undo->isVisible());
        const auto says = [this](const QString &words) {
            return std::ranges::any_of(m_page->findChild<ActPane *>()->findChildren<QLabel *>(),
                [&words](const QLabel *label) { return label->text() == words; });
        };
        QVERIFY(says(u"undone since then, by act 4"_s));
        known.state = ActState::PartlyUndone; // what is left can be
        known.changed = 10;
        m_tenant->acts = {known};
        m_tenant->push(Message::ActsChanged{});
        QTRY_VERIFY(undo->isVisible());
        m_tenant->append(m_id, {}, Event::SessionDisconnected{}); // nobody can do it from here any more
        QTRY_VERIFY(!undo->isVisible());
    }

    void theWayBackCloses()
    {
        const ActRows::Act act{.number = 3};
        QCborArray cells = ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Done);
        const auto expires = Catalogue::instance().of(Verbs::Remediate).columnIndex(u"expires");
        cells[expires] = QDateTime::currentDateTimeUtc().addMSecs(800).toString(Qt::ISODateWithMs);
        m_tenant->accept(m_id, u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({cells});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *undo = m_page->findChild<ActPane *>()->findChild<QPushButton *>();
        QTRY_VERIFY(!undo->isVisible());
    }

    /// The sentences below take the lines they need, and nothing of the steps.
    void stepsAndNotesAreSeenWhole()
    {
        m_page->resize(900, 700);
        const ActRows::Act act{.number = 1};
        m_tenant->accept(m_id, u"remediate file /tmp/evil"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Done),
            ActRows::note(act, NoteKind::NotRestored, u"/tmp/"_s + QString(60, u'e'),
                {{u"facts"_s, QCborArray{u"inode"_s, u"created"_s, u"changed"_s}}})});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *pane = m_page->findChild<ActPane *>();
        const auto *steps = pane->findChild<StepView *>();
        QTRY_VERIFY(steps->isVisible() && steps->height() > 0);
        QTRY_COMPARE(pane->height(), pane->heightFor(12));
        QTRY_COMPARE_GE(steps->height(), steps->heightOf(steps->shownRows()));
        QCOMPARE_LE(steps->height(), steps->heightOf(steps->shownRows()) + 2);
        m_page->resize(1500, 700);
        QTRY_COMPARE_GE(steps->height(), steps->heightOf(steps->shownRows()));
        QCOMPARE_LE(steps->height(), steps->heightOf(steps->shownRows()) + 2);
    }

    /// A plan has its facts open: as high as they are, with no blank row, and each hash with a button that copies it.
    void factsStandCloseAndTheirHashIsCopied()
    {
        const ActRows::Act act;
        const QString hash(64, u'7');
        m_tenant->accept(m_id, u"remediate file /tmp/evil -plan"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::step(act, StepKind::MoveFile, u"/tmp/evil"_s, StepState::Planned,
            {{u"size"_s, 7}, {u"sha256"_s, hash}, {u"inode"_s, 9}})});
        QTRY_VERIFY(m_page->findChild<ActPane *>());
        auto *pane = m_page->findChild<ActPane *>();
        auto *steps = pane->findChild<StepView *>();
        QTRY_VERIFY(steps->isVisible() && steps->shownRows() == 4);
        QTRY_COMPARE(pane->height(), pane->heightFor(12));
        const QModelIndex step = steps->model()->index(0, 0);
        const QRect last = steps->visualRect(steps->model()->index(2, 0, step));
        QVERIFY(last.isValid());
        QCOMPARE_LE(steps->viewport()->height() - last.bottom(), last.height() / 2);
        auto *button = steps->findChild<HashButton *>()->findChild<QToolButton *>();
        QVERIFY(button->isVisible());
        QCOMPARE(button->accessibleName(), u"Copy SHA-256"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), hash);
        // By keyboard, too: the menu of the fact has it.
        QApplication::clipboard()->clear();
        steps->setCurrentIndex(steps->model()->index(0, 0, step)); // it stands first
        QMenu menu;
        pane->addActions(menu);
        QCOMPARE(menu.actions().size(), 1);
        menu.actions().first()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), hash);
    }

    /// The name of a fact is not cut where there is room, whichever of them is the longest.
    void namesOfFactsAreWhole()
    {
        StepModel steps(m_look->theme);
        ShownStep step;
        step.kind = StepKind::MoveFile;
        step.identity = {{u"sha256"_s, QString(64, u'7')}, {u"changed"_s, u"2026-11-27T12:00:00.000Z"_s}};
        steps.setSteps({step});
        const QFontMetrics metrics(m_page->font());
        QCOMPARE(LineTree::widestName(steps.index(0, 0), metrics), metrics.horizontalAdvance(u"Attributes changed"_s));
    }

    void anIsolatedDeviceIsReleasedFromItsBanner()
    {
        const auto banner = [this] { return m_page->findChild<Callout *>()->findChild<QPushButton *>(); };
        QVERIFY(!banner()->isVisible());
        DeviceRecord device = *m_devices->device(0);
        device.facts.isolation = IsolationFacts{.state = IsolationState::Isolated, .wanted = true};
        m_devices->update({device});
        QVERIFY(banner()->isVisible());
        banner()->click();
        QTRY_COMPARE(submitted(), QStringList{u"release -plan"_s});
        QCOMPARE(dialog()->windowTitle(), u"Lift the isolation of this device?"_s);
    }

    void whatIsAskedBeforeTheSessionIsKnownIsAskedThen()
    {
        SessionController later(*m_client, m_id);
        SessionPage page(later, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
        page.askToAct(u"isolate"_s);
        QVERIFY(!page.findChild<ConfirmDialog *>());
        QTRY_VERIFY(page.findChild<ConfirmDialog *>());
        QTRY_COMPARE(submitted(), QStringList{u"isolate -plan"_s});
    }

    void aListOfActsStaysATable()
    {
        m_tenant->accept(m_id, u"remediate list"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::row({.number = 1}, u"remediate"_s, {}, u"done"_s)});
        QTRY_VERIFY(m_session->output(last())->whole());
        QCOMPARE(m_session->output(last())->kind(), CommandOutput::Kind::Table);
    }

    void aListOfActsIsReadInWords()
    {
        const QCborMap step{{u"action"_s, u"move-file"_s}, {u"subject"_s, u"/tmp/evil"_s}, {u"state"_s, u"done"_s}};
        const QCborMap details{{u"steps"_s, QCborArray{step}}};
        m_tenant->accept(m_id, u"remediate list"_s);
        QTRY_VERIFY(!m_session->commands().isEmpty());
        answer({ActRows::row({.number = 1}, u"remediate"_s, {}, u"partly"_s, details),
            ActRows::row({.verb = u"remediate"_s, .number = 2}, u"undo"_s, {}, u"expired"_s)});
        QTRY_VERIFY(m_page->findChild<ResultPane *>());
        ResultModel *rows = m_page->findChild<ResultPane *>()->result();
        rows->setAllColumns(true);
        const auto text = [rows](int row, const QString &column) {
            for (int i = 0; i < rows->columnCount(); ++i) {
                if (rows->column(i).id == column)
                    return rows->index(row, i).data().toString();
            }
            return QString();
        };
        QCOMPARE(text(0, u"action"_s), u"remediation"_s);
        QCOMPARE(text(0, u"state"_s), u"done in part"_s);
        QCOMPARE(text(0, u"details"_s), u"Move the file into the quarantine: /tmp/evil (done)"_s);
        QCOMPARE(text(1, u"action"_s), u"undo"_s);
        QVERIFY(text(1, u"state"_s) != u"expired"_s);
    }
};

QTEST_MAIN(ConfirmationTest)
#include "tst_confirmation.moc"
