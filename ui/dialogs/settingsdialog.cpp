// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTimeZone>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int SystemSize = 6; ///< shown as a word: the size is the system's
constexpr int LargestSize = 40;
constexpr int MostAtOnce = 10;
constexpr int SmallestRate = 32;
constexpr int LargestRate = 1'000'000;

QSpinBox *sizeField(QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(SystemSize, LargestSize);
    return field;
}

/// In kB/s, 0 for no limit. Slower than this a transfer would be taken for one that has stopped.
QSpinBox *rateField(QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(0, LargestRate);
    field->setSingleStep(100);
    field->setGroupSeparatorShown(true);
    return field;
}

QComboBox *fontField(QWidget *parent, bool fixedOnly)
{
    auto *field = new QComboBox(parent);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(20);
    field->addItem(QString(), QString());
    for (const QString &family : QFontDatabase::families()) {
        if (!QFontDatabase::isPrivateFamily(family) && (!fixedOnly || QFontDatabase::isFixedPitch(family)))
            field->addItem(family, family);
    }
    return field;
}

void select(QComboBox *field, const QVariant &value)
{
    field->setCurrentIndex(std::max(0, field->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, const QList<std::pair<QString, QString>> &languages, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    build(languages);
    load();
    retranslate();
    connectFields();
    onLanguageChange(this, &SettingsDialog::retranslate);
}

void SettingsDialog::build(const QList<std::pair<QString, QString>> &languages)
{
    const auto label = [this] { return new PlainLabel(this); };
    m_appearance = label();
    setTone(m_appearance, Tone::Heading);
    m_work = label();
    setTone(m_work, Tone::Heading);
    m_languageLabel = label();
    m_language = new QComboBox(this);
    m_language->addItem(QString(), QString());
    for (const auto &[code, name] : languages)
        m_language->addItem(name, code);
    m_themeLabel = label();
    m_theme = new QComboBox(this);
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        m_theme->addItem(QString(), int(choice));
    m_zoneLabel = label();
    m_zone = new QComboBox(this);
    for (const ZoneChoice choice : {ZoneChoice::Utc, ZoneChoice::Local, ZoneChoice::Device})
        m_zone->addItem(QString(), int(choice));
    m_interfaceFontLabel = label();
    m_interfaceFont = fontField(this, false);
    m_interfaceSize = sizeField(this);
    m_consoleFontLabel = label();
    m_consoleFont = fontField(this, true);
    m_consoleSize = sizeField(this);
    m_folderLabel = label();
    m_folder = new QLineEdit(this);
    m_folder->setMinimumWidth(300);
    m_browse = new QPushButton(this);
    m_browse->setAutoDefault(false);
    buildDownloads();
    m_notify = new QCheckBox(this);
    m_close = new QPushButton(this);
    m_close->setAutoDefault(false);
    m_languageLabel->setBuddy(m_language);
    m_themeLabel->setBuddy(m_theme);
    m_zoneLabel->setBuddy(m_zone);
    m_interfaceFontLabel->setBuddy(m_interfaceFont);
    m_consoleFontLabel->setBuddy(m_consoleFont);
    m_folderLabel->setBuddy(m_folder);
    arrange();
}

void SettingsDialog::arrange()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 18);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(9);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](QWidget *label, QWidget *field, QWidget *more = nullptr) {
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, 1, more ? 1 : 2);
        if (more)
            grid->addWidget(more, row, 2);
        ++row;
    };
    grid->addWidget(m_appearance, row++, 0, 1, 3);
    add(m_languageLabel, m_language);
    add(m_themeLabel, m_theme);
    add(m_zoneLabel, m_zone);
    add(m_interfaceFontLabel, m_interfaceFont, m_interfaceSize);
    add(m_consoleFontLabel, m_consoleFont, m_consoleSize);
    grid->setRowMinimumHeight(row++, 10);
    grid->addWidget(m_work, row++, 0, 1, 3);
    add(m_folderLabel, m_folder, m_browse);
    add(m_formLabel, m_form);
    add(m_atOnceLabel, m_atOnce);
    add(m_rateLabel, m_rate);
    add(m_deviceRateLabel, m_deviceRate);
    grid->addWidget(m_notify, row++, 1, 1, 2);
    grid->setRowMinimumHeight(row, 14);
    grid->setRowStretch(row++, 1);
    grid->addWidget(m_close, row, 2);
}

void SettingsDialog::buildDownloads()
{
    m_formLabel = new PlainLabel(this);
    m_form = new QComboBox(this);
    m_form->addItem(QString(), false);
    m_form->addItem(QString(), true);
    m_atOnceLabel = new PlainLabel(this);
    m_atOnce = new QSpinBox(this);
    m_atOnce->setRange(1, MostAtOnce);
    m_rateLabel = new PlainLabel(this);
    m_rate = rateField(this);
    m_deviceRateLabel = new PlainLabel(this);
    m_deviceRate = rateField(this);
    m_formLabel->setBuddy(m_form);
    m_atOnceLabel->setBuddy(m_atOnce);
    m_rateLabel->setBuddy(m_rate);
    m_deviceRateLabel->setBuddy(m_deviceRate);
}

void SettingsDialog::load()
{
    select(m_language, m_settings.get(Settled::Language));
    select(m_theme, int(m_settings.get(Settled::Theme)));
    select(m_zone, int(m_settings.get(Settled::TimeZone)));
    select(m_interfaceFont, m_settings.get(Settled::InterfaceFont));
    select(m_consoleFont, m_settings.get(Settled::ConsoleFont));
    m_interfaceSize->setValue(m_settings.get(Settled::InterfaceFontSize));
    m_consoleSize->setValue(m_settings.get(Settled::ConsoleFontSize));
    m_folder->setText(QDir::toNativeSeparators(m_settings.downloadFolder()));
    select(m_form, m_settings.get(Settled::DeliverPlain));
    m_atOnce->setValue(m_settings.get(Settled::DownloadsAtOnce));
    m_rate->setValue(m_settings.get(Settled::DownloadRate));
    m_deviceRate->setValue(m_settings.get(Settled::DeviceDownloadRate));
    m_notify->setChecked(m_settings.get(Settled::NotifyOnDesktop));
}

void SettingsDialog::connectFields()
{
    connect(m_language, &QComboBox::activated, this,
        [this] { m_settings.set(Settled::Language, m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::activated, this,
        [this] { m_settings.set(Settled::Theme, ThemeChoice(m_theme->currentData().toInt())); });
    connect(m_zone, &QComboBox::activated, this,
        [this] { m_settings.set(Settled::TimeZone, ZoneChoice(m_zone->currentData().toInt())); });
    bindFont(m_interfaceFont, m_interfaceSize, Settled::InterfaceFont, Settled::InterfaceFontSize);
    bindFont(m_consoleFont, m_consoleSize, Settled::ConsoleFont, Settled::ConsoleFontSize);
    connect(m_folder, &QLineEdit::editingFinished, this,
        [this] { m_settings.set(Settled::DownloadFolder, QDir::fromNativeSeparators(m_folder->text())); });
    connect(m_browse, &QAbstractButton::clicked, this, &SettingsDialog::chooseFolder);
    connectDownloads();
    connect(
        m_notify, &QAbstractButton::toggled, this, [this](bool on) { m_settings.set(Settled::NotifyOnDesktop, on); });
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(&m_settings, &Settings::changed, this, &SettingsDialog::growWithFont, Qt::QueuedConnection);
}

/// A larger font needs more room than the dialog had, though not more than the screen has.
void SettingsDialog::growWithFont()
{
    resize(size().expandedTo(sizeHint()).boundedTo(screen()->availableSize()));
}

void SettingsDialog::connectDownloads()
{
    connect(m_form, &QComboBox::activated, this,
        [this] { m_settings.set(Settled::DeliverPlain, m_form->currentData().toBool()); });
    connect(m_atOnce, &QSpinBox::valueChanged, this,
        [this](int count) { m_settings.set(Settled::DownloadsAtOnce, count); });
    const auto bind = [this](QSpinBox *field, const Setting<int> &setting) {
        connect(field, &QSpinBox::editingFinished, this, [this, field, &setting] {
            if (field->value() > 0)
                field->setValue(std::max(SmallestRate, field->value()));
            m_settings.set(setting, field->value());
        });
    };
    bind(m_rate, Settled::DownloadRate);
    bind(m_deviceRate, Settled::DeviceDownloadRate);
}

void SettingsDialog::bindFont(
    QComboBox *family, QSpinBox *size, const Setting<QString> &familySetting, const Setting<int> &sizeSetting)
{
    connect(family, &QComboBox::activated, this,
        [=, this] { m_settings.set(familySetting, family->currentData().toString()); });
    connect(size, &QSpinBox::valueChanged, this,
        [=, this](int points) { m_settings.set(sizeSetting, points == SystemSize ? 0 : points); });
}

void SettingsDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Download folder"), m_settings.downloadFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        m_settings.set(Settled::DownloadFolder, folder);
    });
    dialog->open();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_appearance->setText(tr("Appearance"));
    m_work->setText(tr("Work"));
    m_languageLabel->setText(tr("&Language"));
    m_language->setItemText(0, tr("As the system"));
    m_language->setAccessibleName(tr("Language"));
    m_themeLabel->setText(tr("&Theme"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setAccessibleName(tr("Theme"));
    m_zoneLabel->setText(tr("Ti&mes are shown"));
    //: times are shown…
    m_zone->setItemText(0, tr("in UTC"));
    //: times are shown…: by the clock of this computer, in the zone %1
    m_zone->setItemText(1, tr("as here: %1").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())));
    //: times are shown…
    m_zone->setItemText(2, tr("by the clock of the device they are from"));
    m_zone->setAccessibleName(tr("Times are shown"));
    m_interfaceFontLabel->setText(tr("&Interface font"));
    m_interfaceFont->setItemText(0, tr("As the system"));
    m_interfaceFont->setAccessibleName(tr("Interface font"));
    m_interfaceSize->setAccessibleName(tr("Interface font size"));
    m_consoleFontLabel->setText(tr("&Console font"));
    m_consoleFont->setItemText(0, tr("As the system"));
    m_consoleFont->setAccessibleName(tr("Console font"));
    m_consoleSize->setAccessibleName(tr("Console font size"));
    for (QSpinBox *size : {m_interfaceSize, m_consoleSize}) {
        //: size of a font: as the system has it
        size->setSpecialValueText(tr("Auto"));
        //: after the size of a font: points
        size->setSuffix(tr(" pt"));
    }
    m_folderLabel->setText(tr("&Download folder"));
    m_folder->setAccessibleName(tr("Download folder"));
    m_browse->setText(tr("Browse…"));
    m_browse->setAccessibleName(tr("Browse for the download folder"));
    retranslateDownloads();
    m_notify->setText(tr("&Notify on the desktop while another program is in front"));
    m_notify->setAccessibleName(tr("Notify on the desktop while another program is in front"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void SettingsDialog::retranslateDownloads()
{
    m_formLabel->setText(tr("&Evidence is kept"));
    //: what getfile brings is kept…
    m_form->setItemText(0, tr("in a zip with the password “infected”"));
    //: what getfile brings is kept…
    m_form->setItemText(1, tr("as it is"));
    m_form->setAccessibleName(tr("Evidence is kept"));
    m_atOnceLabel->setText(tr("Downloads at &once"));
    m_atOnce->setAccessibleName(tr("Downloads at once"));
    m_rateLabel->setText(tr("Not &faster than"));
    m_rate->setAccessibleName(tr("All downloads together not faster than"));
    m_deviceRateLabel->setText(tr("From each de&vice"));
    m_deviceRate->setAccessibleName(tr("From each device not faster than"));
    for (QSpinBox *rate : {m_rate, m_deviceRate}) {
        //: instead of a limit in kilobytes a second
        rate->setSpecialValueText(tr("no limit"));
        //: after a number: kilobytes in a second
        rate->setSuffix(tr(" kB/s"));
    }
}

} // namespace Sonde::Client

#include "moc_settingsdialog.cpp"
