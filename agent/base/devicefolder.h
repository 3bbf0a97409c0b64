// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace Sonde::Agent {

// Absolute on Windows: "C:\Users", R"(\\server\share\x)"; on others: "/home".

/// `path` as seen from the absolute `folder`, absolute and without `.`, `..` and doubled separators. As in a shell's `cd`, `..` leaves
/// the folder that is written before it, also when that is a link; `~` is an ordinary name.
[[nodiscard]] QByteArray absolutePath(const QByteArray &folder, const QByteArray &path);

/// Somewhere inside `folder`, both absolute.
[[nodiscard]] bool liesBelow(const QByteArray &path, const QByteArray &folder);

/// `name` inside `folder`.
[[nodiscard]] QByteArray joinedPath(const QByteArray &folder, QByteArrayView name);

/// The last name of a path; empty where it ends with a separator.
[[nodiscard]] QByteArrayView lastName(QByteArrayView path);
/// The folder that an absolute path lies in; that of a root is the root itself.
[[nodiscard]] QByteArray parentFolder(const QByteArray &path);
/// What cannot be a name, but several.
[[nodiscard]] bool holdsSeparator(QByteArrayView name);

/// An absolute path taken apart: "/" and what is below it, one after the other.
struct PathNames {
    QByteArray root = {};
    QByteArrayList names = {};
};
[[nodiscard]] PathNames namesOf(const QByteArray &path);

/// A path that Qt made, as the device writes it, and back.
[[nodiscard]] QByteArray devicePathOf(const QString &local);
[[nodiscard]] QString localPathOf(const QByteArray &path);

/// Whether upper and lower case are the same in the names of this device.
enum class NameCase { Apart, Same };
[[nodiscard]] NameCase deviceNameCase();

} // namespace Sonde::Agent
