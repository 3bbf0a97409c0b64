// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/formats/base/formatreader.h"
#include "agent/formats/elf/elfformat.h"

namespace Sonde::Agent {

[[nodiscard]] QString elfMachine(quint16 machine);

[[nodiscard]] std::unique_ptr<FormatReader> elfReader(ElfFile file, const ByteSource &source, ContentPass &pass);

} // namespace Sonde::Agent
