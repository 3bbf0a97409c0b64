// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/administrationpage.h"

#include "ui/administration/enrolmentsection.h"
#include "ui/administration/groupssection.h"
#include "ui/administration/publisherssection.h"
#include "ui/administration/rolessection.h"
#include "ui/administration/settingssection.h"
#include "ui/administration/tokenssection.h"
#include "ui/administration/userssection.h"
#include "ui/keys/areas.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int AroundSections = 56; ///< pixels beside the longest name of a section: its icon, and what is around both

} // namespace

AdministrationPage::AdministrationPage(
    Administration &administration, const DeviceModel &devices, Theme &theme, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_administration(administration)
    , m_devices(devices)
    , m_theme(theme)
    , m_settings(settings)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setGround(m_list, Ground::Raised);
    m_list->setObjectName(u"sections"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    makeArea(*m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &AdministrationPage::followRow);
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_stack->currentWidget()->setFocus(); });
    connect(&administration, &Administration::accessChanged, this, &AdministrationPage::followAccess);
    connect(&administration, &Administration::accessChanged, this, &AdministrationPage::accessChanged);
    connect(&theme, &Theme::changed, this, &AdministrationPage::restyle);
    onLanguageChange(this, &AdministrationPage::retranslate);
    retranslate();
}

void AdministrationPage::makeSections()
{
    if (!m_sections.isEmpty())
        return;
    Administration &of = m_administration;
    addSection(new UsersSection(of.users, of.roles, m_theme, m_settings, m_stack));
    addSection(new RolesSection(of.roles, of.groups, m_theme, m_settings, m_stack));
    addSection(new GroupsSection(of.groups, m_devices, m_theme, m_settings, m_stack));
    addSection(new SettingsSection(of.settings, of.devices, m_theme, m_settings, m_stack));
    addSection(new PublishersSection(of.publishers, m_theme, m_settings, m_stack));
    addSection(new EnrolmentSection(of.enrolment, m_theme, m_stack));
    addSection(new TokensSection(of.tokens, m_theme, m_settings, m_stack));
    restyle();
    m_list->setCurrentRow(0);
}

Section &AdministrationPage::section(Part part)
{
    makeSections();
    return *m_sections.at(int(part));
}

void AdministrationPage::showEvent(QShowEvent *event)
{
    makeSections();
    Page::showEvent(event);
}

void AdministrationPage::addSection(Section *section)
{
    m_sections << section;
    m_stack->addWidget(section);
    m_list->addItem(QString());
    connect(section, &Section::failed, this, &AdministrationPage::failed);
    connect(section, &Section::accessChanged, this, &AdministrationPage::followAccess);
}

void AdministrationPage::showPart(Part part)
{
    makeSections();
    m_list->setCurrentRow(int(part));
}

QString AdministrationPage::whyNot() const
{
    return refusalText(m_administration.whyNothing());
}

void AdministrationPage::saveLayout()
{
    for (Section *section : m_sections)
        section->saveLayout();
}

void AdministrationPage::followRow(int row)
{
    if (row >= 0)
        m_stack->setCurrentIndex(row);
}

/// Lists say that they changed whenever they are fetched; a screen reader need not hear of it.
void AdministrationPage::followAccess()
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::AccessibleDescriptionRole).toString()
            != refusalText(m_sections.at(row)->whyNotSeen()))
            return restyle();
    }
}

/// A section that is not theirs can be gone to all the same: it says why.
void AdministrationPage::restyle()
{
    int widest = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        const Section &section = *m_sections.at(row);
        QListWidgetItem &item = *m_list->item(row);
        const auto locked = section.whyNotSeen();
        item.setText(section.title());
        item.setIcon(m_theme.icon(locked ? u"lock"_s : section.iconName(), Color::DimText));
        item.setForeground(m_theme.color(locked ? Color::DimText : Color::Text));
        const QString refusal = refusalText(locked);
        item.setToolTip(plainToolTip(refusal));
        item.setData(Qt::AccessibleDescriptionRole, refusal);
        item.setSizeHint(QSize(0, fontMetrics().height() + 16));
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(section.title()));
    }
    m_list->setIconSize(m_theme.scaledIcon(16));
    m_list->setFixedWidth(widest + m_list->iconSize().width() + AroundSections);
}

QList<ShortcutLine> AdministrationPage::keys()
{
    const QString group = tr("Administration");
    const auto key = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    return {
        {group, tr("Add what the section lists"), key(Qt::Key_Insert)},
        {group, tr("Change what is selected"), key(Qt::Key_F2)},
        {group, tr("Remove or disable what is selected"), key(Qt::Key_Delete)},
        {group, tr("Move a device group up or down"),
            key(Qt::ALT | Qt::Key_Up) + u"  ·  "_s + key(Qt::ALT | Qt::Key_Down)},
        {group, tr("Revert a setting"), key(Qt::CTRL | Qt::Key_R)},
    };
}

void AdministrationPage::retranslate()
{
    setAccessibleName(tr("Administration"));
    m_list->setAccessibleName(tr("Sections of the administration"));
    restyle();
}

} // namespace Sonde::Client

#include "moc_administrationpage.cpp"
