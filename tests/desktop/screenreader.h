// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QRect>

namespace Sonde::Client {

/// A part of a window, as a screen reader is told of it (AT-SPI).
struct ScreenPart {
    enum class Role : quint32 {
        CheckBox = 7,
        Dialog = 16,
        Frame = 23,
        Label = 29,
        PageTab = 37,
        PageTabList = 38,
        Button = 43,
        Table = 55,
        TableCell = 56,
        Text = 61,
        Tree = 65,
    };
    enum class State { Checked = 4, Enabled = 8, Focusable = 11, Focused = 12, Showing = 25 };

    QString program; ///< its name on the bus
    QString path;
    Role role{};
    QString name;
    QString description;
    quint64 states = 0;

    [[nodiscard]] bool is(State state) const { return states >> int(state) & 1; }
};

/// What is on the screen for somebody who does not see it.
class ScreenReader final
{
public:
    explicit ScreenReader(const QDBusConnection &bus)
        : m_bus(bus)
    {
    }

    /// Everything that shows, outermost first, in reading order.
    [[nodiscard]] QList<ScreenPart> everything() const;
    /// The part and what shows inside it.
    [[nodiscard]] QList<ScreenPart> within(const ScreenPart &part) const;
    [[nodiscard]] std::optional<ScreenPart> find(ScreenPart::Role role, const QString &name) const;
    /// Where the keys go: the innermost part with the focus.
    [[nodiscard]] std::optional<ScreenPart> focused() const;
    /// On the screen.
    [[nodiscard]] QRect place(const ScreenPart &part) const;
    [[nodiscard]] QString text(const ScreenPart &part) const;
    /// One line each, for the output of a test that failed.
    [[nodiscard]] QString outline() const;

private:
    struct Reference {
        QString program;
        QString path;
    };

    struct Node;

    [[nodiscard]] QList<Reference> children(const Reference &place) const;
    [[nodiscard]] QList<ScreenPart> walk(const QList<Reference> &roots) const;
    [[nodiscard]] QDBusPendingCall ask(const Reference &place, QLatin1StringView interface, QLatin1StringView method,
        const QVariantList &arguments = {}) const;
    [[nodiscard]] QDBusPendingCall askProperty(const Reference &place, QLatin1StringView name) const;

    QDBusConnection m_bus;
};

} // namespace Sonde::Client
