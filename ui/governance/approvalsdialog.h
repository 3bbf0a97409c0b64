// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/governance/approvallistmodel.h"

#include <QDialog>
#include <QTimer>

class QFormLayout;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Sonde::Client {

class ActNotes;
class PlainLabel;
class StepView;
class Theme;
enum class Tone;

/// What waits for a second person: who wants what done where and why, and the plan that the device has made. Approved, it runs as it is
/// shown here, or not at all.
class ApprovalsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApprovalsDialog)

public:
    /// All but the parent outlive it.
    ApprovalsDialog(TenantClient &client, ApprovalsController &approvals, const DeviceModel &devices,
        const Theme &theme, QWidget *parent = nullptr);

    void show(CommandId command);

private:
    void build();
    [[nodiscard]] QLayout *makeFacts();
    [[nodiscard]] QWidget *makeNotes();
    [[nodiscard]] QWidget *makeReason();
    [[nodiscard]] bool isOwn(const ApprovalRecord &record) const;
    [[nodiscard]] QLayout *makeButtons();
    void addFact(const QString &title, PlainLabel *value);
    void follow();
    void choose(CommandId command);
    void showChosen();
    void showPlan(const Message::ApprovalPlan &plan);
    void showLeft();
    void decide(bool approved);
    void tellDecided(const ApprovalRecord &record, bool approved, const Result<void> &done);
    void tell(const QString &text, Tone tone);
    [[nodiscard]] QString whyNotDecide() const;

    TenantClient &m_client;
    ApprovalsController &m_approvals;
    const Theme &m_theme;
    ApprovalListModel m_model;
    CommandId m_chosen;
    bool m_planWanted = false; ///< the plan of what is chosen is on its way
    bool m_deciding = false;   ///< the service has not answered yet
    QListView *m_list;
    PlainLabel *m_nothing;
    QWidget *m_details;
    QFormLayout *m_facts;
    PlainLabel *m_who;
    PlainLabel *m_device;
    PlainLabel *m_line;
    PlainLabel *m_why;
    PlainLabel *m_asked;
    PlainLabel *m_left;
    PlainLabel *m_stepsTitle;
    StepView *m_steps;
    ActNotes *m_notes;
    QScrollArea *m_notesArea = nullptr;
    QLineEdit *m_reason;
    PlainLabel *m_told; ///< what came of the last decision, or why there is none
    PlainLabel *m_own;  ///< why it is not for oneself to decide
    QWidget *m_reasonPart = nullptr;
    QPushButton *m_close;
    QPushButton *m_deny;
    QPushButton *m_approve;
    QTimer m_tick;
    QTimer m_look; ///< while it runs, what is chosen has only just come up
};

} // namespace Sonde::Client
