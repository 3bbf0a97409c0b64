// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/approvalrule.h"

#include "protocol/command/actline.h"

#include <QCborArray>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// "collect -memory" is {"collect", "-memory"}.
std::vector<QStringList> rulesFrom(const QString &text)
{
    std::vector<QStringList> rules;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QStringList words = one.simplified().split(u' ', Qt::SkipEmptyParts); !words.isEmpty())
            rules.push_back(words);
    }
    return rules;
}

/// What opens a session the service orders by itself.
bool canBeHeld(const CommandSpec &command)
{
    return command.runs == Runs::Device && !command.has(Trait::OpensSession);
}

QStringList holdableVerbs()
{
    QStringList verbs;
    for (const CommandSpec &command : Catalogue::instance().commands()) {
        if (canBeHeld(command))
            verbs << command.verb;
    }
    return verbs;
}

bool isFlagOf(const CommandSpec &command, const QString &word)
{
    return word.startsWith(u'-') && command.hasFlag(word.sliced(1));
}

bool isMet(const QStringList &rule, const Invocation &invocation)
{
    const CommandSpec *command = Catalogue::instance().find(rule.first());
    return command && command->verb == invocation.verb
        && std::ranges::all_of(rule.sliced(1), [&invocation](const QString &flag) {
               return invocation.flags.contains(flag.sliced(1), Qt::CaseInsensitive);
           });
}

} // namespace

Result<void> checkApprovalRules(const QString &rules)
{
    for (const QStringList &rule : rulesFrom(rules)) {
        const CommandSpec *command = Catalogue::instance().find(rule.first());
        if (!command || !canBeHeld(*command))
            return fail(ErrorCode::BadValue, rule.first())
                .with(Fact::Choices, QCborArray::fromStringList(holdableVerbs()));
        for (const QString &flag : rule.sliced(1)) {
            if (!isFlagOf(*command, flag))
                return fail(ErrorCode::UnknownFlag, flag)
                    .with(Fact::Verb, command->verb)
                    .with(Fact::Usage, usage(*command));
        }
    }
    return {};
}

bool needsApproval(const QString &rules, const Invocation &invocation)
{
    if (invocation.has(Trait::Acts) && !changesDevice(invocation))
        return false;
    const auto all = rulesFrom(rules);
    return std::ranges::any_of(all, [&invocation](const QStringList &rule) { return isMet(rule, invocation); });
}

} // namespace Sonde
