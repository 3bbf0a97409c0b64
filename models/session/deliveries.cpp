// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/deliveries.h"

namespace Sonde::Client {

namespace {

/// What the list of downloads says; none when it has given up, or never knew of it.
std::optional<Arrival> arrivalOf(const Download &download)
{
    using enum Download::State;
    switch (download.state) {
    case Queued:
    case Receiving:
    case Packing:
    case Retrying: return Arrival::Coming;
    case Paused: return Arrival::Paused;
    case Asking: return Arrival::Asking;
    case Finished: return Arrival::Delivered;
    case Failed:
    case Cancelled: break;
    }
    return {};
}

} // namespace

Deliveries::Deliveries(const CommandRecords &records, QObject *parent)
    : QObject(parent)
    , m_records(records)
{
}

void Deliveries::set(const Download &download)
{
    m_downloads.insert(download.command, download);
    Q_EMIT changed(download.command);
}

void Deliveries::remove(CommandId command)
{
    if (m_downloads.remove(command))
        Q_EMIT changed(command);
}

std::optional<Download> Deliveries::download(CommandId command) const
{
    const auto found = m_downloads.constFind(command);
    return found == m_downloads.cend() ? std::nullopt : std::optional(*found);
}

Arrival Deliveries::arrival(const CommandRecord &command) const
{
    if (!command.evidence)
        return Arrival::None;
    if (const auto known = download(command.id); known && known->accepted == command.accepted) {
        if (const auto arrival = arrivalOf(*known))
            return *arrival;
    }
    if (!isFinal(command.state) || command.evidence->sha256.isEmpty())
        return Arrival::None;
    if (m_records.session().evidenceRemoved)
        return Arrival::None;
    const QString owner = m_records.session().createdBy;
    return command.evidence->deliveredTo.contains(owner) ? Arrival::Earlier : Arrival::Elsewhere;
}

bool Deliveries::isBringing() const
{
    return std::ranges::any_of(m_downloads, [](const Download &download) { return !download.isOver(); });
}

} // namespace Sonde::Client

#include "moc_deliveries.cpp"
