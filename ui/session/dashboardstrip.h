// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/sessionstanding.h"

#include <QWidget>
#include <array>

class QHBoxLayout;
class QAction;
class QPushButton;
class QVBoxLayout;

namespace Sonde::Client {

class ActionButton;
class ElidedLabel;
class PlainLabel;
class SteadyLabel;
class Theme;

/// What a session is, above its console: device, who created it, since when, how long it still lasts, and the way out.
class DashboardStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DashboardStrip)

public:
    explicit DashboardStrip(const Theme &theme, QWidget *parent = nullptr);

    /// A button for it, beside the way out.
    void setUploadAction(QAction &action);
    /// nullptr: the inventory does not know it (yet).
    void setDevice(const DeviceRecord *device);
    void setSession(const SessionRecord &session);
    /// Since when the service counts inactivity, and up to which limit; zero: unknown. A running command is activity, so the countdown
    /// stands still while `busy`.
    void setIdle(const QDateTime &since, std::chrono::milliseconds limit, bool busy);
    void setStanding(const SessionStanding &standing);
    /// Whether the analyst works in it.
    void setMine(bool mine);
    /// Whether they may end it.
    void setClosable(bool closable);
    void tick(const QDateTime &now);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void disconnectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Fact {
        PlainLabel *title;
        SteadyLabel *value;
    };
    static constexpr size_t Giving = 2; ///< of the facts, the first ones: they are known from elsewhere, and give way
    [[nodiscard]] Fact addFact(QHBoxLayout *layout);
    [[nodiscard]] std::array<const Fact *, 5> facts() const
    {
        return {&m_createdBy, &m_started, &m_duration, &m_state, &m_idle};
    }
    void showStart();
    void showStanding();
    void showBusy();
    void tickIdle(const QDateTime &now);
    /// What is known from elsewhere gives way first, then the facts get a row of their own: a narrow strip, and one of large letters, keeps
    /// the device, the clock, the state and the buttons whole.
    void fit();
    void setRows(int rows);
    void fitDevice();
    [[nodiscard]] int deviceWidth() const;
    [[nodiscard]] int waysWidth(bool brief) const;
    [[nodiscard]] int factsWidth(size_t without) const;
    void retranslate();
    void showPlace();

    const Theme &m_theme;
    SessionRecord m_session;
    std::optional<DeviceFacts> m_facts;
    QString m_group;
    QDateTime m_idleSince;
    std::chrono::milliseconds m_idleLimit{};
    SessionStanding m_standing;
    bool m_busy = false;
    bool m_mine = true;
    bool m_closable = true;
    bool m_hasUpload = false;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    Fact m_createdBy;
    Fact m_started;
    Fact m_duration;
    Fact m_state;
    Fact m_idle;
    ActionButton *m_upload;
    QPushButton *m_disconnect;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_row;
    QWidget *m_factsRow;
};

} // namespace Sonde::Client
