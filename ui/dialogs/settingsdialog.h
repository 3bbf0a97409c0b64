// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/workstationsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Sonde::Client {

class PlainLabel;

/// The settings; each is in effect at once, so there is nothing to confirm.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// `languages`: code and its name in itself.
    SettingsDialog(Settings &settings, const QList<std::pair<QString, QString>> &languages, QWidget *parent = nullptr);

private:
    void build(const QList<std::pair<QString, QString>> &languages);
    void load();
    void connectFields();
    void growWithFont();
    void arrange();
    void buildDownloads();
    void connectDownloads();
    void retranslateDownloads();
    void retranslate();
    void chooseFolder();
    void bindFont(
        QComboBox *family, QSpinBox *size, const Setting<QString> &familySetting, const Setting<int> &sizeSetting);

    Settings &m_settings;
    PlainLabel *m_appearance;
    PlainLabel *m_languageLabel;
    QComboBox *m_language;
    PlainLabel *m_themeLabel;
    QComboBox *m_theme;
    PlainLabel *m_zoneLabel;
    QComboBox *m_zone;
    PlainLabel *m_interfaceFontLabel;
    QComboBox *m_interfaceFont;
    QSpinBox *m_interfaceSize;
    PlainLabel *m_consoleFontLabel;
    QComboBox *m_consoleFont;
    QSpinBox *m_consoleSize;
    PlainLabel *m_work;
    PlainLabel *m_folderLabel;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    PlainLabel *m_formLabel;
    QComboBox *m_form;
    PlainLabel *m_atOnceLabel;
    QSpinBox *m_atOnce;
    PlainLabel *m_rateLabel;
    QSpinBox *m_rate;
    PlainLabel *m_deviceRateLabel;
    QSpinBox *m_deviceRate;
    QCheckBox *m_notify;
    QPushButton *m_close;
};

} // namespace Sonde::Client
