// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"
#include "ui/toolkit/noteline.h"

#include <QCoreApplication>

namespace Sonde::Client {

/// The sentences between a block's head and its output.
class BlockNotes final
{
    Q_DECLARE_TR_FUNCTIONS(Sonde::Client::BlockNotes)

public:
    /// Of one command more are not said here: a walk through a closed system has thousands.
    static constexpr size_t MostErrors = 50;
    using List = std::vector<std::pair<NoteLine::Kind, QString>>;

    BlockNotes() = delete;

    /// Its output was asked for, and nothing of it is here yet.
    [[nodiscard]] static bool isLoading(const ConsoleModel::Block &block);
    /// In the order in which they are shown. `isLongPending`: the command has not begun for longer than one waits for it.
    [[nodiscard]] static List of(const ConsoleModel::Block &block, bool isLongPending);

private:
    [[nodiscard]] static NoteLine::Kind kindOf(const ConsoleModel::Block &block, const Error &error);
    static void addApproval(const ConsoleModel::Block &block, List &said);
    static void addErrors(const ConsoleModel::Block &block, List &said);
    static void addAccount(const ConsoleModel::Block &block, List &said);
    static void addDelivery(const ConsoleModel::Block &block, List &said);
    static void addSaved(const ConsoleModel::Block &block, List &said);
};

} // namespace Sonde::Client
