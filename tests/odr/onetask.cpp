// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

namespace Planted {

struct Task {
    std::string name;
    int runs = 0;
};

} // namespace Planted

int oneTask()
{
    const Planted::Task task{.name = "one", .runs = 1};
    return int(task.name.size()) + task.runs;
}
