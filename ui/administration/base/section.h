// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tenantchange.h"

#include <QWidget>

namespace Sonde::Client {

/// A part of the administration that has its line in the list of sections.
class Section : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Section)

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Why there is nothing to see for whoever is signed in; nothing when there is.
    [[nodiscard]] virtual std::optional<Error> whyNotSeen() const = 0;
    /// Into the settings: columns and widths.
    virtual void saveLayout() {}

Q_SIGNALS:
    /// whyNotSeen() may be another.
    void accessChanged();
    /// What was asked for was not done.
    void failed(const Sonde::Error &error);
};

/// What went wrong, as a sentence that can be shown; empty when nothing did.
[[nodiscard]] QString refusalText(const std::optional<Error> &error);

} // namespace Sonde::Client
