// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QLineEdit;

namespace Sonde::Client {

class HashField;
class PlainLabel;
class Theme;

/// Whether a tenant is the right one: its fingerprint, whole and grouped as the service prints it, and a field for the one that the
/// analyst was given, which are compared here.
class FingerprintQuestion final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FingerprintQuestion)

public:
    explicit FingerprintQuestion(const Theme &theme, QWidget *parent = nullptr);

    /// In any form; begins to ask. Empty: there is no question.
    void ask(const QString &fingerprint);
    /// As fingerprint() of a certificate writes it; empty while there is no question.
    [[nodiscard]] const QString &fingerprint() const { return m_asked; }
    /// Whether what was pasted is the fingerprint; none: nothing whole was pasted.
    [[nodiscard]] std::optional<bool> isSame() const;

Q_SIGNALS:
    /// isSame() may be another.
    void compared();

private:
    void compare();
    void retranslate();

    QString m_asked;
    PlainLabel *m_trust;
    PlainLabel *m_shownLabel;
    HashField *m_shown;
    PlainLabel *m_givenLabel;
    QLineEdit *m_given;
    PlainLabel *m_verdict;
};

} // namespace Sonde::Client
