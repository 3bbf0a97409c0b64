// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Sonde::Client {

/// Whether the output of a line may replace a file that is there. accepted(): it may.
class OverwriteDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverwriteDialog)

public:
    explicit OverwriteDialog(const QString &path, QWidget *parent = nullptr);
};

} // namespace Sonde::Client
