// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionreader.h"
#include "protocol/wire/messages.h"

#include <QScrollArea>

class QAction;
class QFormLayout;
class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

class ActionButton;
class Chips;
class ConditionList;
class PlainLabel;
class SessionListModel;
class Theme;

/// One device: whether a session can start and why not, its facts, its recent sessions.
class DevicePage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DevicePage)

public:
    explicit DevicePage(Theme &theme, QWidget *parent = nullptr);

    /// Whose sessions are "mine", and which may be read.
    void setReader(const SessionReader &reader);
    /// The tenant's sessions as they are now; outlive the page. What is said of the recent ones follows them.
    void setSessions(const SessionListModel &sessions);
    void setDevice(const DeviceRecord &device);
    void setEligibility(const Result<Message::Eligibility> &answer);
    /// See DeviceTextModel::setAsOf().
    void setAsOf(const std::optional<QDateTime> &lost);
    /// Nothing is started on a device that the filter hides.
    void setListed(bool listed);
    /// Changes the tags of the selected devices; outlives the page.
    void setTagsAction(QAction &action);
    /// While a session is being opened the button says so.
    void setStarting(bool starting);
    [[nodiscard]] const DeviceRecord &device() const { return m_device; }
    [[nodiscard]] QPushButton *startButton() const { return m_start; }
    /// Empty when a session can be started, or gone to.
    [[nodiscard]] QString whyNotStart() const;

Q_SIGNALS:
    /// whyNotStart() may be another.
    void startChanged();
    void startRequested(const Sonde::DeviceId &device);
    void sessionRequested(Sonde::SessionId session);
    /// One of the recent sessions is to be read.
    void readRequested(const Sonde::SessionRecord &session);
    /// The device is to be changed so; it is asked about first.
    void actRequested(const Sonde::DeviceId &device, const QString &line);
    void remediationsRequested(const QString &device);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build(Theme &theme);
    void addFact(PlainLabel *title, QWidget *value);
    void fitTitles();
    void retranslate();
    void showFacts();
    void showRecent();
    void forgetRecentTexts();
    void followSessions();
    [[nodiscard]] std::vector<SessionRecord> recent() const;
    [[nodiscard]] QString recentText(const SessionRecord &session, const QDateTime &now) const;
    [[nodiscard]] QPushButton *addRecent(const SessionRecord &session);
    void updateButton();
    void updateStart();
    void updateActs(const QString &obstacle);
    void showConditions();
    [[nodiscard]] bool holdsSession() const;
    [[nodiscard]] QString whyNot() const;

    DeviceRecord m_device;
    SessionReader m_reader;
    const SessionListModel *m_sessions = nullptr;
    std::optional<Result<Message::Eligibility>> m_eligibility;
    bool m_starting = false;
    bool m_listed = true;
    std::optional<QDateTime> m_asOf;

    PlainLabel *m_name;
    PlainLabel *m_summary;
    PlainLabel *m_eligibilityTitle;
    ConditionList *m_conditions;
    QPushButton *m_start;
    QPushButton *m_isolate; ///< or release
    QPushButton *m_remediations;
    PlainLabel *m_factsTitle;
    QFormLayout *m_facts;
    struct Fact {
        PlainLabel *title = nullptr;
        PlainLabel *value = nullptr;
    };
    Fact m_isolation, m_group, m_automation, m_firstSeen, m_lastSeen, m_addresses, m_agent, m_rights, m_id;
    PlainLabel *m_tagsTitle;
    Chips *m_tags;
    QWidget *m_tagsField; ///< these, and the button that changes them
    ActionButton *m_editTags;
    PlainLabel *m_recentTitle;
    QVBoxLayout *m_recent;
    QList<std::pair<SessionId, QPushButton *>> m_recentButtons; ///< in their order
    PlainLabel *m_noRecent = nullptr;
};

} // namespace Sonde::Client
