// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/screenreader.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr auto Accessible = "org.a11y.atspi.Accessible"_L1;
constexpr auto Component = "org.a11y.atspi.Component"_L1;
constexpr auto Text = "org.a11y.atspi.Text"_L1;
constexpr auto Properties = "org.freedesktop.DBus.Properties"_L1;
constexpr quint32 OnScreen = 0;
constexpr int AnswerMilliseconds = 5'000;

/// What a part that has gone answers is an error's words: they are no answer to anything.
QVariant answerTo(QDBusPendingCall call)
{
    call.waitForFinished();
    return call.isError() ? QVariant() : call.reply().arguments().value(0);
}

QString textIn(const QVariant &property)
{
    return property.value<QDBusVariant>().variant().toString();
}

quint64 statesIn(const QVariant &answer)
{
    const auto halves = answer.canConvert<QDBusArgument>() ? qdbus_cast<QList<quint32>>(answer) : QList<quint32>();
    return halves.value(0) | quint64(halves.value(1)) << 32;
}

} // namespace

/// A part that is being asked what it is; the questions to many of them are on their way together.
struct ScreenReader::Node {
    Node(const ScreenReader &reader, const Reference &where)
        : place(where)
        , name(reader.askProperty(where, "Name"_L1))
        , description(reader.askProperty(where, "Description"_L1))
        , role(reader.ask(where, Accessible, "GetRole"_L1))
        , states(reader.ask(where, Accessible, "GetState"_L1))
    {
    }

    [[nodiscard]] ScreenPart part() const
    {
        return {place.program, place.path, ScreenPart::Role(answerTo(role).toUInt()), textIn(answerTo(name)),
            textIn(answerTo(description)), statesIn(answerTo(states))};
    }

    Reference place;
    QDBusPendingCall name;
    QDBusPendingCall description;
    QDBusPendingCall role;
    QDBusPendingCall states;
};

QDBusPendingCall ScreenReader::ask(
    const Reference &place, QLatin1StringView interface, QLatin1StringView method, const QVariantList &arguments) const
{
    auto call = QDBusMessage::createMethodCall(place.program, place.path, interface, method);
    call.setArguments(arguments);
    return m_bus.asyncCall(call, AnswerMilliseconds);
}

QDBusPendingCall ScreenReader::askProperty(const Reference &place, QLatin1StringView name) const
{
    return ask(place, Properties, "Get"_L1, {QString(Accessible), QString(name)});
}

QList<ScreenReader::Reference> ScreenReader::children(const Reference &place) const
{
    QList<Reference> found;
    const QVariant answer = answerTo(ask(place, Accessible, "GetChildren"_L1));
    if (!answer.canConvert<QDBusArgument>())
        return found;
    const auto list = answer.value<QDBusArgument>();
    for (list.beginArray(); !list.atEnd();) {
        QString program;
        QDBusObjectPath path;
        list.beginStructure();
        list >> program >> path;
        list.endStructure();
        found << Reference{program, path.path()};
    }
    return found;
}

QList<ScreenPart> ScreenReader::walk(const QList<Reference> &roots) const
{
    std::vector<Node> nodes;
    for (const Reference &root : roots)
        nodes.emplace_back(*this, root);
    QList<ScreenPart> parts;
    for (const Node &node : nodes) {
        const ScreenPart part = node.part();
        if (part.is(ScreenPart::State::Showing))
            parts << part << walk(children(node.place));
    }
    return parts;
}

QList<ScreenPart> ScreenReader::everything() const
{
    QList<ScreenPart> parts;
    for (const Reference &program : children({u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s}))
        parts << walk(children(program));
    return parts;
}

QList<ScreenPart> ScreenReader::within(const ScreenPart &part) const
{
    return walk({{part.program, part.path}});
}

std::optional<ScreenPart> ScreenReader::find(ScreenPart::Role role, const QString &name) const
{
    const auto parts = everything();
    const auto found =
        std::ranges::find_if(parts, [&](const ScreenPart &part) { return part.role == role && part.name == name; });
    return found == parts.end() ? std::nullopt : std::optional(*found);
}

std::optional<ScreenPart> ScreenReader::focused() const
{
    const auto parts = everything();
    // Qt says it of the current cell and tab of everything, too: only where nothing else has the focus is one of them meant.
    const auto isCurrent = [](const ScreenPart &part) {
        return part.role == ScreenPart::Role::PageTab ? 2 : part.role == ScreenPart::Role::TableCell;
    };
    std::optional<ScreenPart> found;
    for (const ScreenPart &part : parts) {
        const bool focused = part.is(ScreenPart::State::Focused) && part.is(ScreenPart::State::Focusable);
        if (focused && (!found || isCurrent(part) <= isCurrent(*found)))
            found = part;
    }
    return found;
}

QRect ScreenReader::place(const ScreenPart &part) const
{
    const QVariant answer = answerTo(ask({part.program, part.path}, Component, "GetExtents"_L1, {OnScreen}));
    if (!answer.canConvert<QDBusArgument>())
        return {};
    const auto extents = answer.value<QDBusArgument>();
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    extents.beginStructure();
    extents >> x >> y >> width >> height;
    extents.endStructure();
    return {x, y, width, height};
}

QString ScreenReader::text(const ScreenPart &part) const
{
    return answerTo(ask({part.program, part.path}, Text, "GetText"_L1, {0, -1})).toString();
}

QString ScreenReader::outline() const
{
    QString lines;
    for (const ScreenPart &part : everything())
        lines += u"%1 “%2” %3 %4\n"_s.arg(quint32(part.role)).arg(part.name, part.description).arg(part.states, 0, 16);
    return lines;
}

} // namespace Sonde::Client
