// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "tests/tour/tour.h"
#include "ui/activity/activitypage.h"
#include "ui/acts/confirmdialog.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"
#include "ui/remediations/remediationspage.h"
#include "ui/session/sessionpage.h"
#include "ui/settings/workstationsettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

bool isAnswered(const ConfirmDialog *dialog)
{
    return dialog && dialog->isVisible() && dialog->question().state() != ActQuestion::State::Asking;
}

} // namespace

ConfirmDialog *Tour::confirmation() const
{
    return m_window.findChild<ConfirmDialog *>();
}

void Tour::askToAct(const QString &name, const QString &line, std::function<void()> leave)
{
    m_stops.push_back({name,
        [this, line] {
            ++m_commands;
            InputLine &input = m_window.tabs().currentPage()->input();
            input.compose(line);
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QCoreApplication::sendEvent(input.editor(), &enter);
        },
        [this] { return isAnswered(confirmation()); }, std::move(leave)});
}

/// A file of the tour's own is found, remediated and brought back.
void Tour::planActs()
{
    const QString path = makeFile(u"updater.sh"_s, "#!/bin/sh\nwhile :; do sleep 60; done\n");
    const auto confirm = [this] {
        ++m_commands;
        confirmation()->findChild<QPushButton *>(u"confirm"_s)->click();
    };
    const auto cancel = [this] { confirmation()->reject(); };
    askToAct(u"act-not-looked-at"_s, u"remediate file "_s + quoted(path), cancel);
    run({}, u"fileinfo "_s + quoted(path));
    askToAct(u"act-confirm"_s, u"remediate file %1 -reason \"case 7\""_s.arg(quoted(path)), confirm);
    m_stops.push_back({u"act-outcome"_s, [] {}, [this] { return lastCommandShown(); }});
    m_stops.push_back({{}, [path] {
                           QFile other(path); // what an undo finds in the place
                           std::ignore = other.open(QFile::WriteOnly) && other.write("another\n") > 0;
                       }});
    askToAct(u"act-in-the-way"_s, u"undo file "_s + quoted(path), cancel);
    m_stops.push_back({{}, [path] { QFile::remove(path); }});
    askToAct(u"act-undo-confirm"_s, u"undo file "_s + quoted(path), confirm);
    m_stops.push_back({u"act-undone"_s, [] {}, [this] { return lastCommandShown(); }});
    askToAct(u"isolate-confirm"_s, u"isolate"_s, cancel);
    showApproval(cancel);
    run(u"act-list"_s, u"remediate list"_s);
    m_stops.push_back({u"remediations"_s, [this] { m_window.tabs().showRemediations(); },
        [this] { return part<RemediationsPage>().findChild<QTableView *>()->model()->rowCount() == 2; }});
    narrow(u"remediations-narrow"_s);
    const auto listed = [this] { return part<ActivityPage>().findChild<QTableView *>()->model()->rowCount() > 5; };
    m_stops.push_back({u"activity"_s, [this] { m_window.tabs().showActivity(); }, listed});
    m_stops.push_back({u"activity-found"_s, [this] { part<ActivityPage>().setFilter(u"remediate"_s); },
        [this] {
            auto *table = part<ActivityPage>().findChild<QTableView *>();
            return !table->isColumnHidden(ActivityModel::Found) && table->model()->rowCount() > 0;
        }});
    narrow(u"activity-narrow"_s);
    showIsolation();
}

/// As if an administrator had said so.
void Tour::showApproval(const std::function<void()> &cancel)
{
    const auto tell = [this](const std::optional<QString> &approval) {
        DeviceRecord device = *m_workstation.devices().device(0);
        device.approval = approval;
        m_workstation.devices().update({device});
    };
    m_stops.push_back({u"session-needs-approval"_s, [this, tell] {
                           tell(u"isolate, collect"_s);
                           m_window.tabs().currentPage()->input().compose(u"collect -memory"_s);
                       }});
    askToAct(u"act-needs-approval"_s, u"isolate"_s, [tell, cancel] {
        cancel();
        tell({});
    });
}

/// As if the device had told so: the tour's own is this computer.
void Tour::showIsolation()
{
    const auto tell = [this](const std::optional<IsolationFacts> &isolation) {
        DeviceRecord device = *m_workstation.devices().device(0);
        device.facts.isolation = isolation;
        m_workstation.devices().update({device});
    };
    const IsolationFacts facts{.state = IsolationState::Partly,
        .wanted = true,
        .shortfalls = {{IsolationGap::Device, u"docker0"_s}},
        .since = QDateTime::currentDateTimeUtc(),
        .analyst = u"aya.tanaka"_s,
        .reason = u"case 7"_s};
    m_stops.push_back({u"devices-isolated"_s, [this, tell, facts] {
                           m_window.tabs().showDevices();
                           tell(facts);
                       }});
    m_stops.push_back({u"session-isolated"_s,
        [this, tell, facts] {
            m_window.tabs().setCurrentIndex(m_window.tabs().count() - 1);
            tell(facts);
        },
        [] { return true; }, [tell] { tell({}); }});
}

} // namespace Sonde::Client
