// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace Sonde::Client {

class BlockWidget;

/// A block to a screen reader: a group that can be opened and closed.
class BlockAccessible final : public QAccessibleWidget
{
public:
    explicit BlockAccessible(BlockWidget *block);
    /// For QAccessible::installFactory().
    [[nodiscard]] static QAccessibleInterface *make(const QString &className, QObject *object);

    QAccessible::State state() const override;
};

} // namespace Sonde::Client
