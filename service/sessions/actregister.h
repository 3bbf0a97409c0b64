// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/journalwriter.h"
#include "service/store/turn.h"

namespace Sonde::Service {

/// What was done to the devices of the tenant, as the journal has it.
class ActRegister final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActRegister)

public:
    /// Reads the journal's entries about acts. All of them outlive it.
    ActRegister(Store &store, Turn &turn, JournalWriter &journal, QObject *parent = nullptr);

    [[nodiscard]] const ActBook &book() const { return m_book; }

Q_SIGNALS:
    /// The book says something new, and it is committed.
    void changed();

private:
    ActBook m_book;
    bool m_hasNews = false; ///< of the open turn
};

} // namespace Sonde::Service
