// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/base/section.h"

#include "models/text/visibletext.h"
#include "ui/words/words.h"

namespace Sonde::Client {

QString refusalText(const std::optional<Error> &error)
{
    return error ? visible(Words::errorText(*error)) : QString();
}

} // namespace Sonde::Client

#include "moc_section.cpp"
