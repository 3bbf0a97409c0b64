// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/access/elevations.h"
#include "service/access/groupbook.h"
#include "service/access/rolebook.h"
#include "service/access/secondfactors.h"
#include "service/activity/activitysearch.h"
#include "service/commands/commandservice.h"
#include "service/evidence/evidencetransfers.h"
#include "service/identity/certificateauthority.h"
#include "service/identity/passwordpool.h"
#include "service/identity/tokens.h"
#include "service/inventory/localagentrouter.h"
#include "service/library/artifactlibrary.h"
#include "service/library/baselinecommand.h"
#include "service/library/blobdelivery.h"
#include "service/rates/ratelimit.h"
#include "service/retention/retention.h"
#include "service/sessions/actregister.h"
#include "service/sessions/feed.h"
#include "service/sessions/sessionwatchers.h"
#include "service/store/signingkey.h"
#include "service/tenant/caseproofs.h"
#include "service/tenant/journalcheck.h"

namespace Sonde::Service {

/// A tenant without its network: everything that is true, and everything that may be done. Wires its parts together; each knows only
/// those above it here.
class Tenant final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tenant)

public:
    /// `databasePath` is the file behind `store`, for readers with a connection of their own.
    Tenant(Store &store, const SigningKey &key, const QString &databasePath, QObject *parent = nullptr);

    /// Journals that the service runs from now on.
    void begin();
    /// Journals its orderly end and sees it to the disk.
    void finish();

    /// UserExists; BadValue for a role that is none.
    [[nodiscard]] Result<void> addUser(
        const QString &actor, const UserName &user, const QByteArray &passwordHash, const QStringList &given);
    /// What is absent stays. From then on their tokens are good for nothing, and their sessions have ended. UserUnknown; NotPermitted when
    /// nobody would be left who administers users. `passwordHash` of the password in the change, if there is one.
    [[nodiscard]] Result<void> changeUser(
        const Analyst &analyst, const Message::ChangeUser &change, const std::optional<QByteArray> &passwordHash);
    /// What somebody may at this moment: by the roles that they always have, and those that they have for a time. Locked where a role demands
    /// a second factor.
    [[nodiscard]] Grants grantsOf(const UserName &user, const QStringList &always) const;
    /// Unlocked when a second factor was shown by the sign-in that the analyst came by.
    [[nodiscard]] Grants holding(const Analyst &analyst, const Grants &given);
    /// As of now, for what they have begun already: as if a second factor was shown. Nothing of who is unknown or may not sign in.
    [[nodiscard]] Analyst analystNow(const UserName &user);
    /// A new secret for oneself, in base32. SecondFactorNeeded while the one before counts and was not shown.
    [[nodiscard]] Result<QString> makeSecondFactor(const Analyst &analyst);
    /// As SecondFactors::show(). It holds for everything that comes in with the same access token.
    [[nodiscard]] Result<void> showSecondFactor(const Analyst &analyst, const QString &code, const QString &address);
    /// Their tokens are good for nothing from then on. UserUnknown; SecondFactorMissing.
    [[nodiscard]] Result<void> removeSecondFactor(const Analyst &analyst, const UserName &user);
    /// A role for a time: for oneself, who is eligible for it, or for `request.user` by who always administers users. UserUnknown;
    /// RoleUnknown; NotEligible; NotPermitted; BadValue for no reason, no time, or one longer than LongestElevation.
    [[nodiscard]] Result<void> elevate(const Analyst &analyst, const Message::ElevateRole &request);
    /// One's own, or by who administers users. BadValue when there is none.
    [[nodiscard]] Result<void> endElevation(const Analyst &analyst, const UserName &user, const QString &role);
    /// Everybody's for who administers users, else one's own.
    [[nodiscard]] std::vector<ElevationRecord> elevationsFor(const Analyst &analyst) const;
    /// The roles that somebody may take for a time.
    [[nodiscard]] QStringList eligibleRoles(const UserName &user) const;
    struct ArmedAccount {
        QString password;
        QDateTime until;
    };
    /// From now on somebody may sign in who administers everything, by this password and for so long. Only at the service's own console.
    [[nodiscard]] ArmedAccount armBreakGlass(std::chrono::seconds valid);
    /// Until when that account is good; nothing when it is not.
    [[nodiscard]] std::optional<QDateTime> breakGlassUntil() const;
    /// Somebody has signed in by it.
    void noteBreakGlass(const QString &address);
    /// As CommandService::decide().
    [[nodiscard]] Result<void> decideApproval(const Analyst &approver, const Message::DecideApproval &request);
    /// What waits for approval where this analyst may decide, and what they wait for themselves.
    [[nodiscard]] std::vector<ApprovalRecord> approvalsFor(const Analyst &analyst) const;
    /// Their tokens are good for nothing from then on. UserUnknown.
    [[nodiscard]] Result<void> signOutUser(const Analyst &analyst, const UserName &user);
    [[nodiscard]] std::vector<UserRecord> users();
    /// RoleExists; BadValue.
    [[nodiscard]] Result<void> addRole(const Analyst &analyst, const RoleDefinition &role);
    /// RoleUnknown; NotPermitted for a built-in one, and when nobody would be left who administers users. Whoever has it may at once what it
    /// gives now, and no more: their sessions and commands that it does not give end.
    [[nodiscard]] Result<void> changeRole(const Analyst &analyst, const RoleDefinition &role);
    /// RoleInUse (facts: choices) while somebody has it; else as changeRole().
    [[nodiscard]] Result<void> removeRole(const Analyst &analyst, const QString &name);
    /// By rank, the ungrouped last, with how many devices there are in each.
    [[nodiscard]] std::vector<DeviceGroupRecord> groups() const;
    struct GroupPreview {
        quint32 count = 0;
        std::vector<DeviceId> devices; ///< the first of them, by name
    };
    /// What the group called `name`, or a new one, would take. As addGroup() and changeGroup().
    [[nodiscard]] Result<GroupPreview> previewGroup(
        const QString &name, const DeviceGroup &group, std::optional<quint32> rank) const;
    /// BadValue, GroupExists, GroupUnknown, NotPermitted for the ungrouped. Who may what on devices that are in another group than before is
    /// another at once.
    [[nodiscard]] Result<void> addGroup(const Analyst &analyst, const DeviceGroup &group, std::optional<quint32> rank);
    [[nodiscard]] Result<void> changeGroup(
        const Analyst &analyst, const QString &name, const DeviceGroup &group, std::optional<quint32> rank);
    /// GroupInUse (facts: choices) while a role is for it.
    [[nodiscard]] Result<void> removeGroup(const Analyst &analyst, const QString &name);
    /// On all of the devices, or on none. BadValue, DeviceUnknown, LimitReached.
    [[nodiscard]] Result<void> changeTags(const Analyst &analyst, const Message::ChangeTags &change);
    /// Gives a device the label of its enrolment token as a tag.
    void tagEnrolled(const QString &actor, const DeviceId &device);
    [[nodiscard]] Result<void> exceptServer(const Analyst &analyst, const DeviceId &device, bool allowed);
    /// Its certificate is good for nothing from then on, and its session has ended. DeviceUnknown.
    [[nodiscard]] Result<void> removeDevice(const Analyst &analyst, const DeviceId &device);
    [[nodiscard]] Tokens::Made makeEnrolmentToken(
        const QString &actor, const QString &group, std::chrono::seconds valid);
    /// NotFound.
    [[nodiscard]] Result<void> withdrawEnrolmentToken(const Analyst &analyst, const QByteArray &sha256);
    struct MadeReleaseCode {
        QString code;
        QDateTime expires;
    };
    /// For a device that is isolated and has lost its service. DeviceUnknown; RoleTooLow for whom may not release it; NotSupported without an
    /// authority.
    [[nodiscard]] Result<MadeReleaseCode> makeReleaseCode(
        const Analyst &analyst, const DeviceId &device, std::chrono::seconds valid);
    /// What devices believe is signed by it.
    using AuthoritySignature = std::function<QByteArray(const QByteArray &text)>;
    void setAuthority(AuthoritySignature sign) { m_sign = std::move(sign); }
    /// Who makes certificates for devices whose own run out.
    using AuthorityIssue = std::function<Result<IssuedCertificate>(const DeviceId &device, const QByteArray &request)>;
    void setIssuer(AuthorityIssue issue) { m_issue = std::move(issue); }
    [[nodiscard]] Result<void> changeSetting(const Analyst &analyst, const QString &key, const QString &value);
    /// To what it was before its last change, or before the change that is this entry. BadValue when there is none.
    [[nodiscard]] Result<void> revertSetting(const Analyst &analyst, const QString &key, std::optional<quint64> entry);
    /// Whose PowerShell scripts are trusted.
    [[nodiscard]] Result<void> addPublisher(const Analyst &analyst, const QByteArray &pem);
    [[nodiscard]] Result<void> removePublisher(const Analyst &analyst, const QByteArray &sha256);
    /// Someone unknown or misbehaving was turned away. Of a flood only the first are journalled, and how many were not.
    void refusedPeer(const QString &address, const QString &reason, const DeviceId &device = {});

    [[nodiscard]] const SigningKey &signingKey() const { return m_key; }
    [[nodiscard]] const QString &databasePath() const { return m_databasePath; }

    Store &store;
    Turn turn;
    JournalWriter journal;
    RoleBook roles;
    Elevations elevations;
    SecondFactors secondFactors;
    GroupBook groupBook;
    Settings settings;
    Tokens tokens;
    Inventory inventory;
    LocalAgentRouter router;
    SessionRegister sessions;
    CommandDispatcher dispatcher;
    SessionManager manager;
    TransferTickets tickets;
    TenantThread thread;
    std::shared_ptr<DiskSpace> disk;
    BlobStore libraryBlobs;
    LibraryService library;
    ArtifactLibrary artifacts;
    BlobDelivery delivery;
    BaselineCommands baselines;
    CommandService commands;
    BlobStore evidenceBlobs;
    EvidenceTransfers evidence;
    Feed feed;
    SessionWatchers watchers;
    RateLimit steps{{60, 0.2}}; ///< of each user into sessions of others
    ActRegister acts;
    PasswordPool passwords;
    JournalCheck check;
    CaseProofs proofs;
    ActivitySearch activity;
    Retention retention;

Q_SIGNALS:
    void settingsChanged();
    /// Whoever administers users has to know at once.
    void breakGlassChanged(const Sonde::Message::BreakGlass &what);
    /// They have another second factor, or have shown it.
    void secondFactorChanged(const Sonde::UserName &user);
    /// What roles give, and on which devices, is another.
    void accessChanged();
    /// Every token of this user is good for nothing from now on: whoever came in with one has to go.
    void userRevoked(const Sonde::UserName &user);

private:
    void renewCertificate(const DeviceId &device, const QByteArray &request);
    void revoke(const UserName &user);
    /// Tokens, connections and sessions.
    void endAccessOf(const QString &actor, const UserName &user);
    void disarmBreakGlass(const QString &actor);
    void followBreakGlass();
    void endElevationsOf(const QString &actor, const UserName &user);
    void endElevation(const QString &actor, const UserName &user, const QString &role, ElevationEnd cause);
    [[nodiscard]] QStringList ownersOf(const QString &role);
    [[nodiscard]] Result<void> changeRole(const Analyst &analyst, const Result<RoleBook::Change> &change);
    [[nodiscard]] Result<void> changeGroup(const Analyst &analyst, const Result<GroupBook::Change> &change);
    void setTags(const QString &actor, const DeviceId &device, const QStringList &tags);
    [[nodiscard]] RemediationLevel ungroupedLevel() const;
    void adoptEarlierGroups();
    /// Ends what somebody may not have any more.
    void enforceAccess(const QString &actor);
    /// NotPermitted unless somebody who may sign in administers users, when this is what users would be given.
    using GrantsOfUser = std::function<Grants(const StoredUser &user)>;
    [[nodiscard]] Result<void> requireAdministratorLeft(const QString &subject, const GrantsOfUser &grantsOf);

    const SigningKey &m_key;
    AuthoritySignature m_sign;
    AuthorityIssue m_issue;
    RateLimit m_renewals;
    QTimer m_reserveTimer;
    std::optional<Deadline> m_breakGlass;
    QTimer m_breakGlassEnd;
    QTimer m_regrouped; ///< some devices are in another group
    QString m_databasePath;
    QDateTime m_refusalsSince;
    int m_refusals = 0;
};

} // namespace Sonde::Service
