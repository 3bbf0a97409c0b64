// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/helperprocess.h"

#include "agent/examination/yara/workerloop.h"

#include <string_view>

namespace Sonde::Agent {

std::optional<int> runAsHelper(int argc, char *argv[])
{
    if (argc == 2 && std::string_view(argv[1]) == YaraWorkerOption)
        return runYaraWorker();
    return {};
}

} // namespace Sonde::Agent
