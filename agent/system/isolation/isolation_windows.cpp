// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/isolation.h"

#include <QHostInfo>

using namespace Qt::StringLiterals;

// This platform's devices are not isolated yet: what is said of one is that, and an order is refused.
namespace Sonde::Agent {

struct Isolation::Private {};

Isolation::Isolation(const QString &, const QString &)
    : d(std::make_unique<Private>())
{
}

Isolation::~Isolation() = default;

void Isolation::setListener(std::function<void(const IsolationChange &)>) {}

void Isolation::start() {}

Result<IsolationFacts> Isolation::isolate(const IsolationOrder &)
{
    return fail(ErrorCode::NoSubsystem, u"isolation"_s);
}

Result<IsolationFacts> Isolation::release()
{
    return IsolationFacts();
}

IsolationFacts Isolation::observe()
{
    return {};
}

IsolationFacts Isolation::latest() const
{
    return {};
}

std::vector<Passage> Isolation::serviceAddresses() const
{
    return {};
}

QUrl Isolation::reachable(const QUrl &service) const
{
    return service;
}

void Isolation::noteService(const QHostAddress &) {}

Result<std::vector<Passage>> Isolation::findService(const QUrl &service) const
{
    const QHostInfo found = QHostInfo::fromName(service.host());
    std::vector<Passage> passages;
    for (const QHostAddress &address : found.addresses())
        passages.push_back(passageTo(address, quint16(service.port(443))));
    if (passages.empty())
        return fail(ErrorCode::CannotConnect, service.host(), found.errorString());
    return passages;
}

Result<void> releaseByHand(const QString &, const QString &, const QString &)
{
    return {};
}

} // namespace Sonde::Agent
