// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;

namespace Sonde::Client {

/// Everything a dialog says is seen: it is not lower than its words want at its width. Again whenever they, or the width, are others.
void fitHeight(QDialog &dialog);

} // namespace Sonde::Client
