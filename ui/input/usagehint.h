// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/grammar.h"

#include <QWidget>
#include <optional>

namespace Sonde::Client {

class Theme;

/// The usage of the command being typed, with what the cursor is at emphasised. Takes the room that is left.
class UsageHint final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageHint(const Theme &theme, QWidget *parent = nullptr);

    void setContext(const CursorContext &context);
    [[nodiscard]] const QString &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    qsizetype m_strongStart = 0;
    qsizetype m_strongLength = 0;
    mutable std::optional<QSize> m_size; ///< asked for several times with every key
};

} // namespace Sonde::Client
