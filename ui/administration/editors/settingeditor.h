// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/administration/settingrow.h"
#include "protocol/base/result.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Sonde::Client {

class PlainLabel;

/// Where the value of a setting is typed or chosen, as its type wants it. What cannot be is said before it is sent.
class SettingEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingEditor)

public:
    explicit SettingEditor(QWidget *parent = nullptr);

    /// What is being typed stays, as long as it is about the same setting.
    void setSetting(const SettingRow &setting);
    /// Why it cannot be changed by whoever looks; empty when it can.
    void setWhyNot(const QString &whyNot);
    /// It was changed, or somebody gave up: it says what is true again.
    void reset();
    /// As it would be sent. What is typed that is no number is sent as it is.
    [[nodiscard]] QString value() const;

Q_SIGNALS:
    void changeRequested(const QString &key, const QString &value);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillChoices();
    void load();
    void follow();
    void request();
    void retranslate();
    [[nodiscard]] bool isChoice() const;
    [[nodiscard]] bool isSize() const;
    [[nodiscard]] bool isChanged() const { return value() != m_setting.value; }
    [[nodiscard]] QString typedNumber() const;

    SettingRow m_setting;
    QString m_whyNot;
    PlainLabel *m_label;
    QComboBox *m_choice;
    QLineEdit *m_line;
    QComboBox *m_unit;
    PlainLabel *m_counts;
    QPushButton *m_change;
    PlainLabel *m_problem;
};

} // namespace Sonde::Client
