// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administration.h"
#include "tests/system/testtenant.h"
#include "tests/system/testworkstation.h"
#include "ui/administration/administrationpage.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/editors/formdialog.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QTemporaryDir>

class QLineEdit;
class QMessageBox;
class QPushButton;

namespace Sonde::Client {

/// A tenant of real processes, an administrator at their page, and what stands there.
class AdministrationFixture
{
protected:
    using Part = AdministrationPage::Part;
    static constexpr auto Password = "another battery staple"; ///< of all but the global administrator

    struct Look {
        QTemporaryDir folder;
        Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
        Theme theme{settings};
    };
    struct Desk {
        Desk(const Credentials &credentials, Look &look);

        TestWorkstation workstation;
        Administration administration;
        AdministrationPage page;
    };

    /// Once for all tests: the tenant, with an analyst, eve, and a security administrator, sam.
    void startTenant();
    /// The global administrator sits down.
    void setUp();
    void tearDown();

    void sitDown(const Credentials &credentials);
    [[nodiscard]] Credentials credentialsOf(const QString &user) const;
    [[nodiscard]] bool addUser(const QString &name, const QString &role) const;
    [[nodiscard]] ListSection &section(Part part) const;
    ListSection &open(Part part);
    [[nodiscard]] static QStringList names(const ListSection &section, int column = 0);
    static void choose(const ListSection &section, const QString &name);
    [[nodiscard]] static QString cell(const ListSection &section, const QString &name, int column);
    /// What stands beside a word in the pane.
    [[nodiscard]] static QString fact(const QWidget &section, const QString &title);
    [[nodiscard]] static QPushButton *button(const QWidget &of, const QString &name);
    [[nodiscard]] static QLineEdit *visibleField(const QWidget &of, const QString &name);
    [[nodiscard]] static QString textsOf(const QWidget &of);
    [[nodiscard]] FormDialog *dialog() const;
    [[nodiscard]] QMessageBox *question() const;
    [[nodiscard]] QPushButton *confirm() const;
    [[nodiscard]] QString dialogText() const;
    [[nodiscard]] QLineEdit *dialogField(const QString &name) const;
    void fill(const QString &name, const QString &text) const;
    /// In the list of that name, or in the first that has it.
    void check(const QString &key, Qt::CheckState state, const QString &name = {}) const;
    void addGroup(const ListSection &section, const QString &name, const QString &hosts) const;
    [[nodiscard]] DeviceId newest() const;
    /// An object a line.
    [[nodiscard]] QList<QJsonObject> listed(const QStringList &verb) const;
    [[nodiscard]] QString settingNow(const QString &key) const;
    [[nodiscard]] QJsonObject named(const QString &name, const QStringList &verb) const;
    [[nodiscard]] QJsonObject userNow(const QString &name) const;
    [[nodiscard]] QJsonObject groupNow(const QString &name) const;

    TestTenant m_tenant;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Desk> m_desk;
};

} // namespace Sonde::Client
