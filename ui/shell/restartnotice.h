// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/interruptions.h"

namespace Sonde::Client {

class Notifier;
class SessionTabs;
class Workstation;

/// Says that a program of the embedded tenant had ended and runs again, and what that cost.
class RestartNotice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestartNotice)

public:
    /// All of them are there as long as something happens. Before the first session.
    RestartNotice(Workstation &workstation, SessionTabs &tabs, Notifier &notifier, QObject *parent = nullptr);

private:
    void begin(const QString &program);
    void tell(const QString &program, int interrupted, int undecided);

    Notifier &m_notifier;
    Interruptions m_interruptions;
};

} // namespace Sonde::Client
