// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/actquestion.h"
#include "protocol/time/timetext.h"

#include <QDialog>
#include <QTimer>

class QButtonGroup;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

class QScrollArea;

namespace Sonde::Client {

class ActListController;
class ActNotes;
class NoteLine;
class PlainLabel;
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

    /// How times are shown, and where it is looked up when something was done that is to be undone, and by whom; `acts` outlives the dialog.
    void setReader(const TimeText &times, ActListController *acts);

    [[nodiscard]] const ActQuestion &question() const { return *m_question; }

Q_SIGNALS:
    /// Somebody has to look at the thing first, by this line; `then` is what was wanted.
    void lookRequested(const QString &line, const QString &then);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addFacts();
    PlainLabel *addFact(const QString &title, const QString &text = {});
    /// Without a text there is no such row.
    void setFact(PlainLabel *fact, const QString &text);
    [[nodiscard]] QWidget *makeNotes();
    [[nodiscard]] QLayout *makeWaysOn();
    [[nodiscard]] QWidget *makeConflict();
    [[nodiscard]] QWidget *makeReason();
    [[nodiscard]] QLayout *makeButtons();
    void showState();
    void showProgress();
    void showErrors();
    void showPlan();
    void showThings();
    void showProcess();
    void showWhatIsUndone();
    void fitToPlan();
    void openStepsMenu(const QPoint &globalPosition);
    void confirm();
    [[nodiscard]] bool needsReason() const;
    /// Empty when the plan can be confirmed.
    [[nodiscard]] QString whyNotConfirm() const;

    const std::unique_ptr<ActQuestion> m_question;
    const TenantClient &m_client;
    const QString m_device;
    const Theme &m_theme;
    TimeText m_times;
    ActListController *m_acts = nullptr;
    QFormLayout *m_facts;
    PlainLabel *m_what = nullptr;
    PlainLabel *m_path = nullptr; ///< of one process; so are the three that follow
    PlainLabel *m_user = nullptr;
    PlainLabel *m_started = nullptr;
    PlainLabel *m_others = nullptr;
    PlainLabel *m_remediated = nullptr; ///< of an undo; so is the one that follows
    PlainLabel *m_because = nullptr;
    StateGlyph *m_glyph;
    PlainLabel *m_progress;
    QVBoxLayout *m_errors;
    QPushButton *m_look;
    QPushButton *m_again;
    PlainLabel *m_stepsTitle;
    StepView *m_steps;
    QWidget *m_conflict = nullptr;
    QButtonGroup *m_choices = nullptr;
    ActNotes *m_notes;
    NoteLine *m_approval; ///< that it waits for a second person
    QScrollArea *m_notesArea = nullptr;
    QWidget *m_reasonPart = nullptr;
    PlainLabel *m_reasonTitle = nullptr;
    QLineEdit *m_reason = nullptr;
    PlainLabel *m_problem = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    std::optional<ActQuestion::State> m_told; ///< to a screen reader
    QTimer m_turn;                            ///< of the sign that the device is being asked
};

} // namespace Sonde::Client
