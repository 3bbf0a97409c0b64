// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/isolationorder.h"

#include <QUrl>
#include <functional>
#include <memory>

namespace Sonde::Agent {

/// What became of the isolation of this device, and why.
struct IsolationChange {
    IsolationFacts facts;
    IsolationCause cause = IsolationCause::Ordered;
    QString
        by; ///< who changed the rules, which devices came, which code it was; empty: the order says it, or nobody knows
    QDateTime at;
};

/// Isolates this device and keeps it so: also when somebody changes the rules, when a network device comes, and after each start. What it
/// says of the device, it has seen. Thread-safe.
class Isolation final
{
    Q_DISABLE_COPY_MOVE(Isolation)

public:
    /// How long the service may take to answer.
    static constexpr std::chrono::seconds AnswerPatience{3};
    /// How often it looks although nothing was heard.
    static constexpr std::chrono::seconds LookInterval{30};

    /// `folder` is the agent's own. `root`: where the device's "/" is; elsewhere in tests.
    explicit Isolation(const QString &folder, const QString &root = QStringLiteral("/"));
    /// The rules stay.
    ~Isolation();

    /// Called for each change, in whatever thread it was found; it must not call back. To be set before start().
    void setListener(std::function<void(const IsolationChange &)> listener);
    /// Sees to it that the device is as was ordered before the agent ended, and watches from now on.
    void start();

    /// Fails with nothing changed: NoSubsystem without nft, NotSupported when the kernel does not take the rules, ServiceCutOff when the
    /// service answered before and does not now. Everything that was not reached though the device is isolated is in the facts.
    [[nodiscard]] Result<IsolationFacts> isolate(const IsolationOrder &order);
    /// Also when it is not isolated.
    [[nodiscard]] Result<IsolationFacts> release();
    [[nodiscard]] IsolationFacts observe();

    /// As it was seen last: LookInterval ago at most, and never before start(). Returns at once.
    [[nodiscard]] IsolationFacts latest() const;

    /// Where the service is, while nobody can be asked for its addresses; none while the device is not isolated.
    [[nodiscard]] std::vector<Passage> serviceAddresses() const;
    /// The service's URL as it can be reached now: while the device is isolated, by one of its addresses, each time another. Its certificate
    /// says who it is, whatever its address.
    [[nodiscard]] QUrl reachable(const QUrl &service) const;
    /// The service was reached there: among its addresses when the device is isolated next.
    void noteService(const QHostAddress &address);
    /// All addresses that the service is known to have now, with its port. Waits for the name service. CannotConnect.
    [[nodiscard]] Result<std::vector<Passage>> findService(const QUrl &service) const;

private:
    struct Private;
    const std::unique_ptr<Private> d;
};

/// Takes isolation away from outside of the agent that keeps it, which then lets go: for a device that lost its service. `by` is written
/// down for the agent to tell.
[[nodiscard]] Result<void> releaseByHand(
    const QString &folder, const QString &by, const QString &root = QStringLiteral("/"));

} // namespace Sonde::Agent
