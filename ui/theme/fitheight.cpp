// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fitheight.h"

#include <QDialog>
#include <QLayout>

namespace Sonde::Client {

void fitHeight(QDialog &dialog)
{
    const int needed = dialog.layout()->totalHeightForWidth(dialog.width());
    dialog.setMinimumHeight(std::max(needed, 0)); // negative: as high as it wants, whatever its width
    if (dialog.height() < needed)
        dialog.resize(dialog.width(), needed);
}

} // namespace Sonde::Client
