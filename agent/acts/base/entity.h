// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/acts/act.h"

#include <QByteArray>
#include <functional>
#include <limits>
#include <memory>
#include <stop_token>

namespace Sonde::Agent {

class OpenFiles;

/// What looking at a thing may cost.
struct LookTerms {
    QByteArray workingDirectory = "/";
    qint64 mostBytes = std::numeric_limits<qint64>::max(); ///< of content that is read
    std::stop_token stop = {};
    std::function<void(qint64)> progress = [](qint64) {}; ///< bytes read so far
};

/// A thing as it is now: its one name, and the facts that tell it from any other that may take its place.
struct Look {
    QString id;
    QCborMap facts;
};

struct PlanTerms {
    bool tree = false; ///< of a process: with all that it has started
    std::stop_token stop = {};
    std::shared_ptr<const OpenFiles> openFiles =
        {}; ///< looked at already, for many things; none: each looks for itself
};

/// A kind of thing that can be acted on: looked at, and planned for. What a plan's steps do is in the workers of these steps
/// (stepworker.h), which all kinds share. Stateless, for any thread.
class Entity
{
    Q_DISABLE_COPY_MOVE(Entity)

public:
    Entity() = default;
    virtual ~Entity() = default;

    [[nodiscard]] virtual EntityType type() const = 0;
    /// The same name for whatever way of writing it: by it the thing is remembered, acted on and restored.
    [[nodiscard]] virtual Result<QString> nameOf(const QString &id, const QByteArray &workingDirectory) const = 0;
    /// The name under which it is remembered that somebody looked at it.
    [[nodiscard]] virtual QString seenAs(const QString &name) const { return name; }
    /// NotFound, Protected, and why it cannot be looked at. Touches nothing.
    [[nodiscard]] virtual Result<Look> look(const QString &id, const LookTerms &terms) const = 0;
    /// What an analyst types to look at it.
    [[nodiscard]] virtual QString lookLine(const QString &name) const = 0;
    /// All that ends it, and what is to know of that. Touches nothing.
    [[nodiscard]] virtual Result<ActPlan> plan(const Look &look, const PlanTerms &terms) const = 0;
};

} // namespace Sonde::Agent
