// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <memory>

class QWidget;

namespace Sonde::Client {

class SessionController;
class TestTenant;

namespace Bench {

/// A window in which commands are typed, and which shows what they print. It has a session on the tenant's device.
class TypingWindow
{
    Q_DISABLE_COPY_MOVE(TypingWindow)

public:
    TypingWindow() = default;
    virtual ~TypingWindow() = default;

    [[nodiscard]] virtual SessionController &session() = 0;
    /// What has the focus while one types.
    [[nodiscard]] virtual QWidget &editor() = 0;
    /// Whose paint shows what was typed.
    [[nodiscard]] virtual QWidget &editorSurface() = 0;
    /// Whose paint now would show the end of the newest command with all of its rows; nullptr when none would.
    [[nodiscard]] virtual QWidget *rowsSurface() = 0;
};

/// The workstation's own window.
[[nodiscard]] Result<std::unique_ptr<TypingWindow>> workstationWindow(const TestTenant &tenant);
/// A terminal of one QPlainTextEdit, into which the same rows are printed as text when they are all there.
[[nodiscard]] Result<std::unique_ptr<TypingWindow>> plainWindow(const TestTenant &tenant);

} // namespace Bench
} // namespace Sonde::Client
