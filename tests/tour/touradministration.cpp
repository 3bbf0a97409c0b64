// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/administration/administration.h"
#include "tests/tour/tour.h"
#include "ui/administration/administrationpage.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/editors/groupdialog.h"
#include "ui/administration/editors/roledialog.h"
#include "ui/administration/editors/tagsdialog.h"
#include "ui/administration/editors/userdialog.h"
#include "ui/administration/editors/userrolesdialog.h"
#include "ui/administration/enrolmentsection.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiontabs.h"
#include "ui/shell/workstation.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace Sonde::Client {

using namespace Qt::StringLiterals;
using Part = AdministrationPage::Part;

ListSection &Tour::administrationSection(int index) const
{
    return dynamic_cast<ListSection &>(part<AdministrationPage>().section(Part(index)));
}

/// What is asked for is there when the list says so.
void Tour::changeTenant(std::function<void()> change, int section, int rows)
{
    m_stops.push_back({{}, std::move(change),
        [this, section, rows] { return administrationSection(section).table().model()->rowCount() >= rows; }});
}

void Tour::showSection(const QString &name, int index)
{
    m_stops.push_back({name,
        [this, index] {
            m_window.tabs().showAdministration();
            part<AdministrationPage>().showPart(Part(index));
        },
        [this, index] { return administrationSection(index).table().model()->rowCount() > 0; }});
}

/// A tenant of some people, roles and groups is made first: a new one has next to nothing to show.
void Tour::planAdministration()
{
    Administration &tenant = m_workstation.administration();
    const auto done = [](const Result<void> &) {};
    showSection(u"administration-users-first"_s, int(Part::Users));
    showSection({}, int(Part::Roles));
    changeTenant(
        [this, &tenant, done] {
            tenant.roles.add({u"tier 1"_s, u"Looks at desks, and calls for help"_s,
                                 {Permission::SecurityDataRead, Permission::BasicLiveResponse}, {}},
                &m_window, done);
        },
        int(Part::Roles), 5);
    showSection({}, int(Part::Users));
    changeTenant(
        [this, &tenant, done] {
            const QString password = u"correct horse battery staple"_s;
            tenant.users.add(UserName(u"aya.tanaka"_s), password, {Role::Responder}, &m_window, done);
            tenant.users.add(UserName(u"k.sato"_s), password, {u"tier 1"_s}, &m_window, done);
            tenant.users.add(UserName(u"m.durand"_s), password, {Role::SecurityAdministrator}, &m_window, done);
        },
        int(Part::Users), 4);
    m_stops.push_back(
        {{}, [this, &tenant, done] { tenant.users.setDisabled(UserName(u"k.sato"_s), true, &m_window, done); }});
    m_stops.push_back({{},
        [this, &tenant, done] {
            tenant.users.setRoles(
                UserName(u"aya.tanaka"_s), {}, QStringList{Role::SecurityAdministrator}, &m_window, done);
        },
        [&tenant] {
            const UserRecord *aya = tenant.users.users().find(u"aya.tanaka"_s);
            return aya && aya->eligible.has_value();
        }});
    showSection(u"administration-users"_s, int(Part::Users));
    narrow(u"administration-users-narrow"_s);
    openDialog(u"administration-user-add"_s, [this, &tenant] {
        auto *dialog = new UserDialog(tenant.users, tenant.roles, &m_window);
        dialog->findChild<QLineEdit *>()->setText(u"p.martin"_s);
        dialog->open();
    });
    openDialog(u"administration-user-roles"_s, [this, &tenant] {
        const UserRecord aya = *tenant.users.users().find(u"aya.tanaka"_s);
        (new UserRolesDialog(tenant.users, tenant.roles, aya, &m_window))->open();
    });
    showSection(u"administration-roles"_s, int(Part::Roles));
    openDialog(u"administration-role-add"_s,
        [this, &tenant] { (new RoleDialog(tenant.roles, tenant.groups, {}, &m_window))->open(); });
    showSection({}, int(Part::Groups));
    changeTenant(
        [this, &tenant, done] {
            DeviceGroup desks{.name = u"desks"_s, .description = u"What people sit at"_s, .rule = {}};
            desks.rule.names = {u"ws-*"_s, u"mac-*"_s};
            DeviceGroup servers{.name = u"servers"_s,
                .description = u"What answers others"_s,
                .rule = {},
                .level = RemediationLevel::SemiCoreFolders,
                .approval = u"remediate, collect -memory"_s};
            servers.rule.systems = {u"Linux"_s, u"Windows Server*"_s};
            servers.rule.tags = {u"server"_s};
            tenant.groups.add(servers, &m_window, done);
            tenant.groups.add(desks, &m_window, done);
        },
        int(Part::Groups), 3);
    showSection(u"administration-groups"_s, int(Part::Groups));
    narrow(u"administration-groups-narrow"_s);
    openDialog(u"administration-group-add"_s, [this, &tenant] {
        DeviceGroup all{.name = u"linux"_s, .description = {}, .rule = {}};
        all.rule.systems = {u"Linux"_s};
        auto *dialog = new GroupDialog(tenant.groups, m_workstation.devices(), all, &m_window);
        dialog->open();
    });
    openDialog(u"administration-group-wrong"_s, [this, &tenant] {
        DeviceGroup careful{.name = u"linux"_s, .description = {}, .rule = {}};
        careful.rule.systems = {u"Linux"_s};
        careful.approval = u"remediate, fly"_s;
        (new GroupDialog(tenant.groups, m_workstation.devices(), careful, &m_window))->open();
    });
    planSettings();
    m_stops.push_back(
        {u"administration-publishers"_s, [this] { part<AdministrationPage>().showPart(Part::Publishers); },
            [&tenant] { return tenant.publishers.isListed(); }});
    m_stops.push_back({u"administration-enrolment"_s,
        [this] {
            part<AdministrationPage>().showPart(Part::Enrolment);
            part<EnrolmentSection>().findChild<QPushButton *>(u"make"_s)->click();
        },
        [this] { return part<EnrolmentSection>().findChild<QWidget *>(u"result"_s)->isVisible(); }});
    showSection(u"administration-tokens"_s, int(Part::Tokens));
    openDialog(u"devices-tags"_s, [this, &tenant] {
        m_window.tabs().showDevices();
        DeviceRecord device = *m_workstation.devices().device(0);
        device.tags = {u"berlin"_s, u"server"_s};
        (new TagsDialog(tenant.devices, {device}, &m_window))->open();
    });
}

void Tour::planSettings()
{
    Administration &tenant = m_workstation.administration();
    const auto choose = [this](const QString &key) {
        QTableView &table = administrationSection(int(Part::Settings)).table();
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            if (table.model()->index(row, 0).data().toString() == key)
                table.setCurrentIndex(table.model()->index(row, 0));
        }
    };
    showSection({}, int(Part::Settings));
    m_stops.push_back({{},
        [this, &tenant] {
            tenant.settings.change(u"inactivity-minutes"_s, u"45"_s, &m_window, [](const Result<void> &) {});
        },
        [&tenant] {
            const SettingRow *row = tenant.settings.settings().find(u"inactivity-minutes"_s);
            return row && row->change.has_value();
        }});
    m_stops.push_back({u"administration-settings"_s, [choose] { choose(u"inactivity-minutes"_s); }});
    narrow(u"administration-settings-narrow"_s);
    m_stops.push_back({u"administration-settings-size"_s, [choose] { choose(u"getfile-bytes"_s); }});
    m_stops.push_back({u"administration-settings-servers"_s, [choose] { choose(u"live-response-servers"_s); }});
    m_stops.push_back({u"administration-settings-wrong"_s, [this, choose] {
                           choose(u"user-session-limit"_s);
                           for (auto *field : administrationSection(int(Part::Settings)).findChildren<QLineEdit *>()) {
                               if (field->objectName() == "value"_L1)
                                   field->setText(u"many"_s);
                           }
                       }});
}

} // namespace Sonde::Client
