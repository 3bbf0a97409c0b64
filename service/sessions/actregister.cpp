// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/sessions/actregister.h"

namespace Sonde::Service {

ActRegister::ActRegister(Store &store, Turn &turn, JournalWriter &journal, QObject *parent)
    : QObject(parent)
{
    store.replayActs([this](const JournalEntry &entry) { m_book.apply(entry); });
    connect(&journal, &JournalWriter::appended, this,
        [this](const JournalEntry &entry) { m_hasNews = m_book.apply(entry) || m_hasNews; });
    connect(&turn, &Turn::committed, this, [this] {
        if (std::exchange(m_hasNews, false))
            Q_EMIT changed();
    });
}

} // namespace Sonde::Service

#include "moc_actregister.cpp"
