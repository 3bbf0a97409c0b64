// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/starts/persistenceentity.h"

#include "agent/acts/starts/startsteps.h"
#include "agent/acts/starts/userunit.h"
#include "agent/base/devicefolder.h"
#include "agent/system/packages/packages.h"
#include "protocol/base/devicepath.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <fnmatch.h>
#include <span>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

struct Place {
    QByteArray path;
    QByteArray line; ///< TextLines::find(); empty: the whole file
};

Place placeIn(const QString &id)
{
    const QByteArray bytes = DevicePath::fromTyped(id).bytes();
    const auto isDigits = [](QByteArrayView text) {
        return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    const qsizetype colon = bytes.lastIndexOf(':');
    if (colon > 0 && isDigits(QByteArrayView(bytes).sliced(colon + 1)))
        return {bytes.first(colon), bytes.sliced(colon + 1)};
    const qsizetype hash = bytes.lastIndexOf('#');
    constexpr qsizetype hashDigits = 8;
    if (hash > 0 && bytes.size() - hash > hashDigits)
        return {bytes.first(hash), bytes.sliced(hash)};
    return {bytes, {}};
}

bool isOneOf(const QByteArray &path, std::span<const char *const> patterns)
{
    return std::ranges::any_of(
        patterns, [&path](const char *pattern) { return ::fnmatch(pattern, path.constData(), 0) == 0; });
}

/// Files that hold much more than what was found in them, and without which nobody signs in, or the device does not start or is not found
/// on its network: only a line of theirs is taken away.
bool isNeededWhole(const QByteArray &path)
{
    static constexpr std::array patterns{"/etc/passwd", "/etc/shadow", "/etc/group", "/etc/gshadow", "/etc/sudoers",
        "/etc/pam.d/*", "/etc/ssh/sshd_config", "/etc/inittab", "/etc/network/interfaces", "/etc/environment",
        "/etc/default/grub", "/boot/*/grub.cfg"};
    return isOneOf(path, patterns);
}

/// Archives without which the device does not start, and what the kernel only shows as a file: not even a line can be taken from there.
bool isNoText(const QByteArray &path)
{
    static constexpr std::array patterns{"/boot/init*", "/proc/*", "/sys/*"};
    return isOneOf(path, patterns);
}

} // namespace

Result<QString> PersistenceEntity::nameOf(const QString &id, const QByteArray &workingDirectory) const
{
    return DevicePath(absolutePath(workingDirectory, DevicePath::fromTyped(id).bytes())).typed();
}

QString PersistenceEntity::seenAs(const QString &name) const
{
    return DevicePath(placeIn(name).path).typed();
}

Result<PersistenceEntry> PersistenceEntity::find(const QString &name, const std::stop_token &stop) const
{
    const auto list = listPersistence(m_root, stop);
    if (!list)
        return std::unexpected(list.error());
    const QByteArray path = placeIn(name).path;
    const auto found = std::ranges::find(list->entries, path, &PersistenceEntry::path);
    if (found == list->entries.end())
        return fail(ErrorCode::NotFound, name, u"“persistence” does not show it"_s);
    PersistenceEntry entry = *found;
    entry.holdsMore = std::ranges::any_of(
        list->entries, [&path](const PersistenceEntry &one) { return one.path == path && one.holdsMore; });
    return entry;
}

Result<Look> PersistenceEntity::look(const QString &id, const LookTerms &terms) const
{
    const auto name = nameOf(id, terms.workingDirectory);
    const auto entry = name ? find(*name, terms.stop) : std::unexpected(name.error());
    return entry.transform(
        [&name](const PersistenceEntry &found) { return Look{*name, {{u"modified"_s, found.modified.value_or(0)}}}; });
}

Result<ActPlan> PersistenceEntity::plan(const Look &look, const PlanTerms &terms) const
{
    ActPlan plan{.kind = ActKind::Remediate, .type = type(), .id = look.id, .undoes = {}, .steps = {}, .notes = {}};
    const Place meant = placeIn(look.id);
    if (isNoText(meant.path))
        return fail(ErrorCode::Protected, look.id);
    if (meant.line.isEmpty() && isNeededWhole(meant.path))
        return fail(ErrorCode::Protected, look.id).with(Fact::Why, u"line"_s);
    const auto place = placeOf(m_root, meant.path);
    if (!place)
        return std::unexpected(place.error());
    const auto entry = find(look.id, terms.stop);
    if (!entry) // nobody knows what else it holds
        return std::unexpected(entry.error());
    if (entry->holdsMore && meant.line.isEmpty())
        return fail(ErrorCode::Protected, look.id).with(Fact::Why, u"line"_s);
    if (entry->method == u"user_services" && meant.line.isEmpty())
        return addUserUnit(plan, m_root, *entry, terms).transform([&plan] { return plan; });
    const auto added = meant.line.isEmpty() ? addMoveFile(plan, *place, {.stop = terms.stop})
                                            : addRemoveLine(plan, *place, meant.line, look.id);
    if (!added)
        return std::unexpected(added.error());
    if (const auto package = packageOf(meant.path, m_root, terms.stop))
        plan.notes.push_back({NoteKind::DependedOnBy, plan.steps.front().subject, {{u"package"_s, package->package}}});
    return plan;
}

} // namespace Sonde::Agent
