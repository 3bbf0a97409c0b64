// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/workstationsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Sonde::Client {

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
    QLabel *m_appearance;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_themeLabel;
    QComboBox *m_theme;
    QLabel *m_zoneLabel;
    QComboBox *m_zone;
    QLabel *m_interfaceFontLabel;
    QComboBox *m_interfaceFont;
    QSpinBox *m_interfaceSize;
    QLabel *m_consoleFontLabel;
    QComboBox *m_consoleFont;
    QSpinBox *m_consoleSize;
    QLabel *m_work;
    QLabel *m_folderLabel;
    QLineEdit *m_folder;
    QPushButton *m_browse;
    QLabel *m_formLabel;
    QComboBox *m_form;
    QLabel *m_atOnceLabel;
    QSpinBox *m_atOnce;
    QLabel *m_rateLabel;
    QSpinBox *m_rate;
    QLabel *m_deviceRateLabel;
    QSpinBox *m_deviceRate;
    QCheckBox *m_notify;
    QPushButton *m_close;
};

} // namespace Sonde::Client
