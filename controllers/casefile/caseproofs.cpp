// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/casefile/caseproofs.h"

#include "protocol/proof/entrytree.h"

namespace Sonde::Client {

namespace {

using ProofDone = std::function<void(Result<FetchedProof>)>;

void fetchRest(TenantClient &client, const FetchedProof &sofar, QObject *context, const ProofDone &done)
{
    const CaseStatement &said = sofar.statement.said;
    const Message::FetchCaseProof question{
        .session = said.session, .size = said.at.size, .from = quint64(sofar.beside.size() / HashSize)};
    client.request<Message::CaseProof>(
        question, context, [&client, sofar, context, done](const Result<Message::CaseProof> &answer) {
            if (!answer)
                return done(std::unexpected(answer.error()));
            FetchedProof proof = sofar;
            proof.statement = {
                {answer->session, {answer->size, answer->hash, answer->root}, answer->entries, answer->digest},
                answer->signature};
            proof.key = answer->key;
            proof.beside += answer->beside;
            if (quint64(proof.beside.size() / HashSize) >= answer->total || answer->beside.isEmpty())
                done(proof);
            else
                fetchRest(client, proof, context, done);
        });
}

} // namespace

void fetchProof(TenantClient &client, SessionId session, quint64 size, QObject *context, const ProofDone &done)
{
    FetchedProof nothing;
    nothing.statement.said.session = session;
    nothing.statement.said.at.size = size;
    fetchRest(client, nothing, context, done);
}

} // namespace Sonde::Client
