// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/enrolment.h"
#include "ui/administration/base/section.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace Sonde::Client {

class EmptyState;
class HashField;
class PlainLabel;
class Theme;

/// A token for a device, and what to type there.
class EnrolmentSection final : public Section
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnrolmentSection)

public:
    /// What it names outlives it.
    EnrolmentSection(Enrolment &enrolment, Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<Error> whyNotSeen() const override { return m_enrolment.whyNotMade(); }

private:
    void build();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResult();
    void make();
    void show(const Message::EnrolmentToken &token);
    void followAccess();
    void retranslate();

    Enrolment &m_enrolment;
    Theme &m_theme;
    QStackedWidget *m_stack;
    EmptyState *m_locked;
    PlainLabel *m_heading;
    PlainLabel *m_purpose;
    PlainLabel *m_tagLabel;
    QLineEdit *m_tag;
    PlainLabel *m_validLabel;
    QComboBox *m_valid;
    QPushButton *m_make;
    PlainLabel *m_local;
    QWidget *m_result;
    PlainLabel *m_tokenTitle;
    HashField *m_token;
    PlainLabel *m_expiry;
    PlainLabel *m_commandTitle;
    HashField *m_command;
    PlainLabel *m_hint;
    std::optional<Message::EnrolmentToken> m_made;
};

} // namespace Sonde::Client
