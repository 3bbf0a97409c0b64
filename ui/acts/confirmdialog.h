// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/actquestion.h"

#include <QDialog>
#include <QTimer>

class QButtonGroup;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

class ActNotes;
class StateGlyph;
class StepView;
class Theme;

/// Asks before something is done to a device, and shows what that would be: a question in our own words, the plan that the device has made,
/// and what there is to know of it. Nothing is done but that plan, and nothing without a click on the one button that says so.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmDialog)

public:
    /// Owns the question. `client`: whether there is a connection, and whether the tenant wants a reason.
    ConfirmDialog(std::unique_ptr<ActQuestion> question, const TenantClient &client, const QString &device,
        const Theme &theme, QWidget *parent = nullptr);
    ~ConfirmDialog() override;

    [[nodiscard]] const ActQuestion &question() const { return *m_question; }

Q_SIGNALS:
    /// Somebody has to look at the thing first, by this line; `then` is what was wanted.
    void lookRequested(const QString &line, const QString &then);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Theme &theme);
    void addFacts(QFormLayout &facts);
    [[nodiscard]] QLayout *makeWaysOn();
    [[nodiscard]] QWidget *makeConflict();
    [[nodiscard]] QWidget *makeReason();
    [[nodiscard]] QLayout *makeButtons();
    void showState();
    void showProgress();
    void showErrors();
    void showPlan();
    void confirm();
    [[nodiscard]] bool needsReason() const;
    /// Empty when the plan can be confirmed.
    [[nodiscard]] QString whyNotConfirm() const;

    const std::unique_ptr<ActQuestion> m_question;
    const TenantClient &m_client;
    const QString m_device;
    const Theme &m_theme;
    StateGlyph *m_glyph;
    QLabel *m_progress;
    QVBoxLayout *m_errors;
    QPushButton *m_look;
    QPushButton *m_again;
    QLabel *m_stepsTitle;
    StepView *m_steps;
    QWidget *m_conflict = nullptr;
    QButtonGroup *m_choices = nullptr;
    ActNotes *m_notes;
    QWidget *m_reasonPart = nullptr;
    QLabel *m_reasonTitle = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    std::optional<ActQuestion::State> m_told; ///< to a screen reader
    QTimer m_turn;                            ///< of the sign that the device is being asked
};

} // namespace Sonde::Client
