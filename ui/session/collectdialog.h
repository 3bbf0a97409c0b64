// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// What a collect is to bring: how much of it, how long it may take, what will be in it, and the line that all this comes to. It runs nothing:
/// the line goes into the console for the analyst to send.
class CollectDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CollectDialog)

public:
    struct Facts {
        QString device;
        QString downloadFolder;
        qint64 mostBytes = 0;  ///< the tenant's limit of a download
        qint64 lastTriage = 0; ///< size of the newest package of this session; 0: there is none
        qint64 lastFull = 0;
    };

    CollectDialog(const Facts &facts, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString line() const { return m_line; }

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeProfiles();
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeFolder();
    [[nodiscard]] QWidget *makeButtons();
    void addRow(QFormLayout &fields, const QString &name, QWidget *field, QWidget *buddy = nullptr);
    void chooseFolder();
    void profileChosen();
    void memoryChosen(bool isChosen);
    /// Without a word in the line.
    [[nodiscard]] int usualMebibytes() const;
    void compose();
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] int mostMebibytes() const;
    [[nodiscard]] QString contentText() const;
    [[nodiscard]] QString sizeText() const;

    const Facts m_facts;
    QRadioButton *m_triage;
    QRadioButton *m_full;
    QComboBox *m_since;
    QSpinBox *m_size; ///< MiB
    QSpinBox *m_time; ///< minutes
    QCheckBox *m_memory;
    QLineEdit *m_folder;
    PlainLabel *m_content;
    PlainLabel *m_estimate;
    PlainLabel *m_shownLine;
    QString m_line;
};

} // namespace Sonde::Client
