// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/devicefilter.h"

#include "protocol/base/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Field = DeviceFilter::Field;

struct FieldName {
    QLatin1StringView name;
    Field field;
};

constexpr FieldName fieldNames[] = {{"name"_L1, Field::Name}, {"os"_L1, Field::Os}, {"group"_L1, Field::Group},
    {"tag"_L1, Field::Tag}, {"automation"_L1, Field::Automation}, {"agent"_L1, Field::Agent},
    {"online"_L1, Field::Online}, {"isolated"_L1, Field::Isolated}, {"session"_L1, Field::Holder}};

/// Parts of one text that must not match across their border.
constexpr auto Border = u"\u001f";

QString partText(const DeviceRecord &device, DeviceFilter::Part part)
{
    const DeviceFacts &facts = device.facts;
    if (part == DeviceFilter::Part::Identity)
        return facts.addresses.join(u' ') + Border + device.id.value();
    return QStringList{facts.osName, device.group, device.tags.join(u' '), device.holder, facts.agentVersion}.join(
        Border);
}

QString fieldText(const DeviceRecord &device, Field field)
{
    const DeviceFacts &facts = device.facts;
    switch (field) {
    case Field::Any:
        return facts.name + Border + partText(device, DeviceFilter::Part::Kind) + Border
            + partText(device, DeviceFilter::Part::Identity);
    case Field::Name: return facts.name;
    case Field::Os: return facts.osName + Border + facts.osVersion + Border + Codec::wireName(facts.platform);
    case Field::Group: return device.group;
    case Field::Tag: return device.tags.join(Border);
    case Field::Automation: return device.automationLevel;
    case Field::Agent: return facts.agentVersion;
    case Field::Holder: return device.holder;
    case Field::Online:
    case Field::Held:
    case Field::Isolated: break;
    }
    return {};
}

/// Yes or no, also when only begun; nullopt when it is neither.
std::optional<bool> yesOrNo(const QString &text)
{
    const auto begins = [&](std::initializer_list<QLatin1StringView> words) {
        return std::ranges::any_of(words, [&](QLatin1StringView word) { return word.startsWith(text); });
    };
    if (begins({"yes"_L1, "true"_L1, "on"_L1, "1"_L1}))
        return true;
    if (begins({"no"_L1, "false"_L1, "off"_L1, "0"_L1}))
        return false;
    return {};
}

/// Where the blank-separated word that begins at `start` ends; blanks inside quotes belong to it.
qsizetype wordEnd(QStringView text, qsizetype start)
{
    bool quoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        if (text.at(i) == u'"')
            quoted = !quoted;
        else if (text.at(i).isSpace() && !quoted)
            return i;
    }
    return text.size();
}

bool isName(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isLetter(); });
}

} // namespace

QByteArray foldedUtf8(const QString &text)
{
    // A line break separates rows where many are searched at once (FoldedColumn).
    QByteArray folded(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c >= 0x80) // most text is plain ASCII, and folding that is ten times quicker
            return text.normalized(QString::NormalizationForm_C).toCaseFolded().toUtf8().replace('\n', ' ');
        folded[i] = c == u'\n' ? ' ' : c >= u'A' && c <= u'Z' ? char(c + ('a' - 'A')) : char(c);
    }
    return folded;
}

DeviceFilter DeviceFilter::parse(QStringView text)
{
    DeviceFilter filter;
    for (qsizetype start = 0; start < text.size();) {
        if (text.at(start).isSpace()) {
            ++start;
            continue;
        }
        const qsizetype end = wordEnd(text, start);
        filter.addTerm(text.sliced(start, end - start), start);
        start = end;
    }
    return filter;
}

void DeviceFilter::addTerm(QStringView word, qsizetype position)
{
    const bool negated = word.size() > 1 && word.startsWith(u'-');
    const QStringView bare = word.sliced(negated ? 1 : 0);
    const QString plain = bare.toString().remove(u'"');
    const qsizetype colon = bare.indexOf(u':');
    const qsizetype quote = bare.indexOf(u'"');
    // Something quoted, or with a colon behind no name (fe80::1, C:), is a plain word.
    if (colon < 0 || (quote >= 0 && quote < colon) || !isName(bare.first(colon))
        || bare.sliced(colon).startsWith("::"_L1)) {
        addFieldTerm(Field::Any, plain, negated, word.toString(), position);
        return;
    }
    const QString name = bare.first(colon).toString().toCaseFolded();
    const auto known = std::ranges::find_if(fieldNames, [&](const FieldName &field) { return field.name == name; });
    if (known == std::end(fieldNames)) {
        QStringList names;
        for (const FieldName &field : fieldNames)
            names.append(field.name + u':');
        refuse(word.toString(), position, names.join(u' '));
        return;
    }
    addFieldTerm(known->field, plain.sliced(colon + 1), negated, word.toString(), position);
}

void DeviceFilter::addFieldTerm(
    Field field, const QString &value, bool negated, const QString &word, qsizetype position)
{
    if (value.isEmpty())
        return;
    const bool isOnlyYesOrNo = field == Field::Online || field == Field::Isolated;
    if (isOnlyYesOrNo || field == Field::Holder) {
        const auto answer = yesOrNo(value.toCaseFolded());
        if (answer) {
            m_terms.push_back({isOnlyYesOrNo ? field : Field::Held, {}, negated == *answer});
            return;
        }
        if (isOnlyYesOrNo) {
            refuse(word, position, u"yes no"_s);
            return;
        }
    }
    m_terms.push_back({field, foldedUtf8(value), negated});
}

void DeviceFilter::refuse(const QString &word, qsizetype position, const QString &accepted)
{
    if (!m_error)
        m_error = Error{ErrorCode::BadValue, word, {}, {}}
                      .with(Fact::Position, qint64(position))
                      .with(Fact::Accepted, accepted);
}

bool DeviceFilter::matches(const DeviceRecord &device) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        const bool found =
            term.text.isEmpty() ? flag(device, term.field) : folded(device, term.field).contains(term.text);
        return found != term.negated;
    });
}

bool DeviceFilter::narrows(const DeviceFilter &other) const
{
    // Each of the other's terms must follow from one of ours: the same, or one that asks for more of the same text.
    return std::ranges::all_of(other.m_terms, [this](const Term &wide) {
        return std::ranges::any_of(m_terms, [&](const Term &narrow) {
            return narrow.field == wide.field && narrow.negated == wide.negated
                && (wide.negated ? wide.text.contains(narrow.text) : narrow.text.contains(wide.text))
                && narrow.text.isEmpty() == wide.text.isEmpty();
        });
    });
}

QByteArray DeviceFilter::folded(const DeviceRecord &device, Field field)
{
    return foldedUtf8(fieldText(device, field));
}

QByteArray DeviceFilter::folded(const DeviceRecord &device, Part part)
{
    return foldedUtf8(partText(device, part));
}

bool DeviceFilter::flag(const DeviceRecord &device, Field field)
{
    if (field == Field::Isolated)
        return device.facts.isolation && device.facts.isolation->state != IsolationState::Released;
    return field == Field::Online ? device.online : device.session.isValid();
}

} // namespace Sonde::Client
