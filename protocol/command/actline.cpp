// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/actline.h"

#include "protocol/base/codec.h"

using namespace Qt::StringLiterals;

namespace Sonde {

bool changesDevice(const Invocation &invocation)
{
    if (!invocation.has(Trait::Acts) || invocation.hasFlag(u"plan"_s))
        return false;
    // A verb that knows by itself what it is about is never a list.
    return entityType(invocation) || !Catalogue::instance().find(invocation.verb)->parameter(u"type");
}

Result<void> checkActLine(const Invocation &invocation)
{
    if (!invocation.has(Trait::Acts) || !entityType(invocation) || !invocation.value(u"id"_s).isEmpty())
        return {};
    const CommandSpec &command = *Catalogue::instance().find(invocation.verb);
    return fail(ErrorCode::MissingParameter, u"id"_s).with(Fact::Verb, command.verb).with(Fact::Usage, usage(command));
}

std::vector<NamedThing> thingsOf(const Invocation &invocation)
{
    std::vector<NamedThing> things;
    const auto type = entityType(invocation);
    if (!type)
        return things;
    things.push_back({*type, invocation.value(u"id"_s)});
    const QList<Token> words = tokenize(invocation.value(u"more"_s));
    for (qsizetype i = 0; i + 1 < words.size(); i += 2) {
        if (const auto other = Codec::fromWireName<EntityType>(words[i].text))
            things.push_back({*other, words[i + 1].text});
    }
    return things;
}

QString namesOf(const std::vector<NamedThing> &things)
{
    QStringList words;
    for (const NamedThing &thing : things)
        words += {Codec::wireName(thing.type), quoted(thing.id)};
    return words.join(u' ');
}

std::optional<EntityType> entityType(const Invocation &invocation)
{
    return Codec::fromWireName<EntityType>(invocation.value(u"type"_s));
}

} // namespace Sonde
