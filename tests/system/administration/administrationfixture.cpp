// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/administration/administrationfixture.h"

#include "ui/administration/editors/checklist.h"
#include "ui/theme/plaintext.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

AdministrationFixture::Desk::Desk(const Credentials &credentials, Look &look)
    : workstation(credentials)
    , administration(workstation.client)
    , page(administration, workstation.devices, look.theme, look.settings)
{
}

void AdministrationFixture::startTenant()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // whose numbers are typed
    QVERIFY2(m_tenant.start(), qUtf8Printable(m_tenant.whatFailed()));
    QVERIFY2(addUser(u"eve"_s, u"analyst"_s), "eve");
    QVERIFY2(addUser(u"sam"_s, u"security-administrator"_s), "sam");
}

void AdministrationFixture::setUp()
{
    m_look = std::make_unique<Look>();
    m_look->theme.applyToApplication();
    sitDown(m_tenant.credentials());
}

void AdministrationFixture::tearDown()
{
    m_desk.reset();
    m_look.reset();
}

void AdministrationFixture::sitDown(const Credentials &credentials)
{
    // Each test signs in, and so does each call of sonde-cli: now and then that is too often for the service.
    const QDeadlineTimer patience(TestWorkstation::Patience);
    constexpr int tryAgain = 4'000;
    do {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(credentials, *m_look);
    } while (
        !QTest::qWaitFor([this] { return m_desk->workstation.client.isOnline(); }, tryAgain) && !patience.hasExpired());
    QVERIFY(m_desk->workstation.client.isOnline());
    m_desk->page.resize(1200, 800);
    m_desk->page.show();
}

Credentials AdministrationFixture::credentialsOf(const QString &user) const
{
    Credentials credentials = m_tenant.credentials();
    credentials.user = UserName(user);
    credentials.password = QLatin1StringView(Password);
    return credentials;
}

bool AdministrationFixture::addUser(const QString &name, const QString &role) const
{
    return m_tenant.cli({u"users"_s, u"add"_s, name, u"--role"_s, role}, QByteArray(Password) + '\n').status == 0;
}

ListSection &AdministrationFixture::section(Part part) const
{
    return dynamic_cast<ListSection &>(m_desk->page.section(part));
}

ListSection &AdministrationFixture::open(Part part)
{
    m_desk->page.showPart(part);
    return section(part);
}

QStringList AdministrationFixture::names(const ListSection &section, int column)
{
    QStringList names;
    const auto *model = section.table().model();
    const bool isRanked = model->headerData(0, Qt::Horizontal).toString() == u"Rank"_s;
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, isRanked ? 1 : column).data().toString();
    return names;
}

void AdministrationFixture::choose(const ListSection &section, const QString &name)
{
    QTRY_VERIFY2(names(section).contains(name), qUtf8Printable(name));
    section.table().setCurrentIndex(section.table().model()->index(int(names(section).indexOf(name)), 0));
    section.window()->activateWindow(); // after a dialog nobody does that where there is no window manager
    section.table().setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), &section.table());
}

QString AdministrationFixture::cell(const ListSection &section, const QString &name, int column)
{
    return section.table().model()->index(int(names(section).indexOf(name)), column).data().toString();
}

QString AdministrationFixture::fact(const QWidget &section, const QString &title)
{
    const auto labels = section.findChildren<PlainLabel *>();
    for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
        if (labels.at(i)->text() == title)
            return labels.at(i + 1)->text();
    }
    return {};
}

QPushButton *AdministrationFixture::button(const QWidget &of, const QString &name)
{
    for (auto *button : of.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    qFatal("no button %s", qUtf8Printable(name));
}

QLineEdit *AdministrationFixture::visibleField(const QWidget &of, const QString &name)
{
    for (auto *field : of.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name && field->isVisible())
            return field;
    }
    qFatal("no field %s", qUtf8Printable(name));
}

QString AdministrationFixture::textsOf(const QWidget &of)
{
    QStringList texts;
    for (const auto *label : of.findChildren<PlainLabel *>())
        texts << label->text();
    return texts.join(u'\n');
}

FormDialog *AdministrationFixture::dialog() const
{
    for (auto *dialog : m_desk->page.findChildren<FormDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QMessageBox *AdministrationFixture::question() const
{
    return m_desk->page.findChild<QMessageBox *>();
}

QPushButton *AdministrationFixture::confirm() const
{
    return dialog()->findChild<QPushButton *>(u"confirm"_s);
}

QString AdministrationFixture::dialogText() const
{
    return textsOf(*dialog());
}

QLineEdit *AdministrationFixture::dialogField(const QString &name) const
{
    return visibleField(*dialog(), name);
}

void AdministrationFixture::fill(const QString &name, const QString &text) const
{
    QTRY_VERIFY(dialog());
    dialogField(name)->setText(text);
}

void AdministrationFixture::check(const QString &key, Qt::CheckState state, const QString &name) const
{
    QTRY_VERIFY(dialog());
    for (const auto *list : dialog()->findChildren<CheckList *>(name)) {
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == key)
                return list->item(row)->setCheckState(state);
        }
    }
    QFAIL(qUtf8Printable(key));
}

void AdministrationFixture::addGroup(const ListSection &section, const QString &name, const QString &hosts) const
{
    button(section, u"Add a device group"_s)->click();
    fill(u"Name"_s, name);
    fill(u"Host names"_s, hosts);
    confirm()->click();
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(names(section).contains(name));
}

DeviceId AdministrationFixture::newest() const
{
    const DeviceModel &devices = m_desk->workstation.devices;
    const DeviceRecord *newest = devices.device(0);
    for (int row = 1; row < devices.rowCount(); ++row) {
        if (devices.device(row)->firstSeen > newest->firstSeen)
            newest = devices.device(row);
    }
    return newest->id;
}

QList<QJsonObject> AdministrationFixture::listed(const QStringList &verb) const
{
    QList<QJsonObject> rows;
    for (const QByteArray &line : m_tenant.cli(verb + QStringList{u"--output"_s, u"json"_s}).output.split('\n')) {
        if (!line.isEmpty())
            rows << QJsonDocument::fromJson(line).object();
    }
    return rows;
}

QString AdministrationFixture::settingNow(const QString &key) const
{
    return listed({u"settings"_s, key}).first().value("value"_L1).toString();
}

QJsonObject AdministrationFixture::named(const QString &name, const QStringList &verb) const
{
    for (const QJsonObject &row : listed(verb)) {
        if (row.value("name"_L1).toString() == name)
            return row;
    }
    return {};
}

QJsonObject AdministrationFixture::userNow(const QString &name) const
{
    return named(name, {u"users"_s, u"list"_s});
}

QJsonObject AdministrationFixture::groupNow(const QString &name) const
{
    return named(name, {u"groups"_s, u"list"_s});
}

} // namespace Sonde::Client
