// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Sonde::Agent::Linux {

/// The name of a systemd unit, "prefix@instance.type"; systemd.unit(5).
struct UnitName {
    QByteArray prefix = {};
    QByteArray instance = {};
    QByteArray type = {};     ///< "service", without the dot
    bool hasInstance = false; ///< there is an @, also with nothing behind it: a template

    [[nodiscard]] static UnitName parse(const QByteArray &name);
    [[nodiscard]] bool isTemplate() const { return hasInstance && instance.isEmpty(); }
    /// The file that an instance is made of: "getty@.service" for "getty@tty1.service". The name itself when it is none.
    [[nodiscard]] QByteArray fileName() const;
};

/// Whether it ends in one of the types that there are.
[[nodiscard]] bool isUnitName(const QByteArray &name);

/// "\x2d" and "-" in an instance's name as they are meant: systemd-escape --unescape.
[[nodiscard]] QByteArray unescapedInstance(QByteArrayView instance);

/// `text` of the unit `name` with what can be known of %i, %I, %j, %n, %N, %p and %% filled in; other specifiers stay as they are.
[[nodiscard]] QByteArray withSpecifiers(QByteArrayView text, const QByteArray &name);

} // namespace Sonde::Agent::Linux
