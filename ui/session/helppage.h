// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/colors.h"
#include "ui/words/words.h"

#include <QTextBrowser>

namespace Sonde::Client {

class Theme;

/// What there is to know of a command, set for reading: its purpose, its usage, then each part under its heading.
class HelpPage final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPage)

public:
    explicit HelpPage(const Theme &theme, QWidget *parent = nullptr);

    /// `reason`: why it is not offered here.
    void setCommand(const CommandSpec &command, const HelpReader &reader, const std::optional<Error> &reason);

private:
    void add(const QString &text, const QTextCharFormat &format, int above, int indent = 0);
    void addSection(const HelpSection &section);
    void addLine(const QString &name, const QString &meaning);
    [[nodiscard]] QTextCharFormat inColor(Color color) const;
    [[nodiscard]] QTextCharFormat asTyped() const;

    const Theme &m_theme;
};

} // namespace Sonde::Client
