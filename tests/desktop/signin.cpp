// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/signin.h"

#include "tests/desktop/keyboard.h"
#include "tests/desktop/screenreader.h"
#include "tests/desktop/testdesktop.h"
#include "tests/desktop/testwindow.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

bool signIn(TestWindow &window, const ScreenReader &reader, Keyboard &keyboard, const QString &password,
    QString fingerprint, const SignInFields &fields)
{
    const auto isAskedForPassword = [&] {
        keyboard.focusTopmost();
        const auto part = reader.focused();
        return part && part->name == fields.password;
    };
    if (!soon(isAskedForPassword))
        return false;
    keyboard.type(password);
    keyboard.press("Return"_L1); // whose fingerprint it is is asked next, the first time
    const auto isAskedForFingerprint = [&] {
        return reader.find(ScreenPart::Role::Text, fields.fingerprint).has_value();
    };
    if (!soon([&] { return isAskedForFingerprint() || window.isReady(); }))
        return false;
    if (!window.isReady()) {
        keyboard.type(fingerprint.remove(u':'));
        keyboard.press("Return"_L1);
    }
    return soon([&] { return window.isReady(); });
}

} // namespace Sonde::Client
