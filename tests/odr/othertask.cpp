// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

namespace Planted {

struct Task {
    std::string command;
};

} // namespace Planted

int oneTask();

int main()
{
    const Planted::Task task{.command = "other"};
    return int(task.command.size()) + oneTask();
}
