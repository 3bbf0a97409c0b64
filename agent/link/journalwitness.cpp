// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/journalwitness.h"

#include "agent/system/storage/storage.h"
#include "protocol/base/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

void JournalWitness::load()
{
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly))
        m_head = Codec::fromBytes<Message::WitnessHead>(file.readAll()).value_or(Message::WitnessHead());
}

Result<void> JournalWitness::note(const Message::WitnessHead &head)
{
    if (head.number < m_head.number)
        return fail(ErrorCode::JournalBroken, QString::number(m_head.number),
            u"the service's journal ends with entry %1"_s.arg(head.number));
    if (head.number == m_head.number)
        return {};
    m_head = head;
    return savePrivateFile(m_path, Codec::toBytes(m_head));
}

void JournalWitness::addTo(Message::AgentState &state) const
{
    if (m_head.number == 0)
        return;
    state.journalNumber = m_head.number;
    state.journalHash = m_head.hash;
    state.journalSignature = m_head.signature;
}

} // namespace Sonde::Agent
