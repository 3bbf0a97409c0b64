// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Sonde::Client {

class Keyboard;
class ScreenReader;
class TestWindow;

/// What the fields of the sign-in are called in the language of the window.
struct SignInFields {
    QString password = QStringLiteral("Password");
    QString fingerprint = QStringLiteral("Fingerprint of the tenant");
};

/// Types what a window that was started with a tenant and a user asks for; whether its inventory is there then.
[[nodiscard]] bool signIn(TestWindow &window, const ScreenReader &reader, Keyboard &keyboard, const QString &password,
    QString fingerprint, const SignInFields &fields = {});

} // namespace Sonde::Client
