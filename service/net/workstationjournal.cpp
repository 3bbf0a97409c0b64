// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/net/workstationpeer.h"

#include <QPointer>

/// What a workstation may read of the journal, and have proved of it.
namespace Sonde::Service {

namespace {

/// Hashes of a proof in one message, in bytes.
constexpr qsizetype MostProof = 512 * 1024 / HashSize * HashSize;

} // namespace

void WorkstationPeer::serve(const Message::FetchJournal &request)
{
    const quint32 most = request.most ? std::min(request.most, quint32(MaxBatch)) : quint32(MaxBatch);
    auto batches = inBatches(m_tenant.store.entries(request.after, most, request.session));
    Message::JournalPage page{request.request, {}, m_tenant.journal.lastNumber()};
    if (!batches.empty())
        page.entries = std::move(batches.front());
    send(std::move(page));
}

void WorkstationPeer::serve(const Message::VerifyJournal &request)
{
    // Only what is committed can be read by another connection.
    turn().afterCommit([self = QPointer(this), number = request.request] {
        if (self)
            self->m_tenant.check.run(self, [self, number](Message::JournalVerdict verdict) {
                verdict.request = number;
                self->send(verdict);
            });
    });
}

void WorkstationPeer::serve(const Message::FetchHead &request)
{
    turn().afterCommit([self = QPointer(this), request] {
        if (!self)
            return;
        JournalWriter &journal = self->m_tenant.journal;
        const Checkpoint head = journal.settled();
        const SigningKey &key = self->m_tenant.signingKey();
        self->send(Message::JournalHead{request.request, head.number, head.hash, head.signature,
            journal.hashOf(request.number), head.root, key.signProof(pointText({head.number, head.hash, head.root})),
            key.point()});
    });
}

void WorkstationPeer::serve(const Message::FetchCaseProof &request)
{
    turn().afterCommit([self = QPointer(this), request] {
        if (!self)
            return;
        const auto begun = self->m_tenant.proofs.prove(
            self, request.session, request.size, [self, request](const Result<CaseProof> &proof) {
                if (proof)
                    self->sendProof(request, *proof);
                else
                    self->refuseRequest(request.request, proof.error());
            });
        if (!begun)
            self->refuseRequest(request.request, begun.error());
    });
}

void WorkstationPeer::sendProof(const Message::FetchCaseProof &request, const CaseProof &proof)
{
    const CaseStatement &said = proof.statement;
    const quint64 total = quint64(proof.beside.size() / HashSize);
    const auto from = qsizetype(std::min(request.from, total)) * HashSize;
    send(Message::CaseProof{request.request, said.session, said.at.size, said.at.hash, said.at.root, said.entries,
        said.digest, proof.signature, m_tenant.signingKey().point(),
        proof.beside.sliced(from).first(std::min(MostProof, proof.beside.size() - from)), total});
}

void WorkstationPeer::serve(const Message::FetchActivity &request)
{
    const auto begun =
        m_tenant.activity.read(this, request, [this, number = request.request](Result<Message::ActivityPage> page) {
            if (!page)
                return refuseRequest(number, page.error());
            page->last = m_tenant.journal.lastNumber();
            send(*std::move(page));
        });
    if (!begun)
        refuseRequest(request.request, begun.error());
}

} // namespace Sonde::Service
