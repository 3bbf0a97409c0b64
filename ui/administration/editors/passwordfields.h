// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Sonde::Client {

/// A new password, typed twice and never shown.
class PasswordFields final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordFields)

public:
    explicit PasswordFields(QWidget *parent);

    [[nodiscard]] QLineEdit *first() const { return m_first; }
    [[nodiscard]] QLineEdit *second() const { return m_second; }
    [[nodiscard]] QString password() const { return m_first->text(); }
    /// Empty when it can be sent; whether it is good enough the service says.
    [[nodiscard]] QString whyNot() const;

    /// What is wrong already while somebody types; empty as long as it may become right.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_first;
    QLineEdit *m_second;
};

} // namespace Sonde::Client
