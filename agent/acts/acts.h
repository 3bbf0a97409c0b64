// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/actrunner.h"
#include "agent/acts/base/entity.h"
#include "agent/acts/base/sightings.h"
#include "agent/system/files/files.h"
#include "protocol/command/actline.h"

namespace Sonde::Agent {

class Isolation;
class Quarantine;

/// What somebody wants done to a thing.
struct RemedyOrder {
    SessionId session;
    EntityType type = EntityType::File;
    QString id;
    std::vector<NamedThing> more = {}; ///< by the same plan
    bool automatic = false;            ///< nobody has to have looked at it before
    PlanTerms plan = {};
    LookTerms look = {};
};

/// What somebody wants taken back.
struct UndoOrder {
    EntityType type = EntityType::File;
    QString id; ///< of the thing, of several as namesOf() has them, or the number of the act
    Conflict conflict = Conflict::Refuse;
    QByteArray workingDirectory = "/";
};

/// What an act took away, as it was where it lay.
struct KeptFile {
    QByteArray path;
    std::optional<FileFacts> facts; ///< none of a program whose file was gone before
};

/// The acts of this device: looks at things, plans, acts, and takes back. Two acts never overlap. Thread-safe.
class Acts final
{
    Q_DISABLE_COPY_MOVE(Acts)

public:
    /// When it is looked again whether what was ended is back.
    using Delays = std::vector<std::chrono::milliseconds>;
    static inline const Delays LookAgain{std::chrono::seconds(2), std::chrono::seconds(10)};

    /// `folder` is the agent's own; `root` is where the device's configuration is, elsewhere in tests. Without `isolation` the device cannot
    /// be isolated.
    explicit Acts(const QString &folder, const QByteArray &root = "/", const Delays &lookAgain = LookAgain,
        const std::shared_ptr<Isolation> &isolation = {});
    ~Acts();

    /// Reads what was done, and ends what a crash has cut off. StorageFailed: then nothing can be planned, which fails in the same way.
    [[nodiscard]] Result<void> prepare();

    /// Sightings::begin().
    void beginSession(SessionId session) { m_sightings.begin(session); }
    /// Somebody was shown this thing in a session. A name that means none is passed over.
    void remember(SessionId session, EntityType type, const QString &id, const QCborMap &facts);
    /// NotLookedAt, FactsChanged, and what looking and planning fail with. Touches nothing.
    [[nodiscard]] Result<PlannedAct> planRemedy(const RemedyOrder &order);
    /// NothingToUndo. Touches nothing.
    [[nodiscard]] Result<PlannedAct> planUndo(const UndoOrder &order);
    /// ActRunner::run().
    [[nodiscard]] Result<ActRecord> run(const PlannedAct &act, const ActTerms &terms);

    /// Oldest first.
    [[nodiscard]] std::vector<ActRecord> all() const { return m_ledger.acts(); }
    [[nodiscard]] std::optional<ActRecord> ofCommand(CommandId command) const { return m_ledger.ofCommand(command); }
    /// The service has all of what this command did.
    void setTold(CommandId command);
    /// Writes what an act took away into an open empty file, and says what it was. NothingToUndo, NotFound.
    [[nodiscard]] Result<KeptFile> copyOut(quint64 act, int handle) const;
    [[nodiscard]] const Entity *entity(EntityType type) const;

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Error notLookedAt(SessionId session, const QString &name, const QString &line) const;
    [[nodiscard]] Result<ActPlan> planOne(const RemedyOrder &order, const NamedThing &thing);
    [[nodiscard]] Result<PlannedAct> planSeveral(const RemedyOrder &order);
    /// An act, and which of its things; none: all of it.
    struct Undoable {
        ActRecord record;
        std::optional<size_t> thing = {};
    };
    [[nodiscard]] Result<Undoable> undoableFor(const UndoOrder &order) const;
    void removeWhatIsBack();
    void forgetExpired();

    std::mutex m_acting;
    Result<void> m_ready;
    Ledger m_ledger;
    const std::unique_ptr<Quarantine> m_quarantine;
    const std::vector<std::unique_ptr<Entity>> m_entities;
    Sightings m_sightings;
    ActRunner m_runner;
};

} // namespace Sonde::Agent
