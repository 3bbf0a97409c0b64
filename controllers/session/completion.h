// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/commandoutputs.h"
#include "models/session/completionsources.h"
#include "models/session/typedline.h"

namespace Sonde::Client {

/// Keeps what can complete a line: learns from what commands brought, and asks the device for what is missing.
class Completion final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Completion)

public:
    /// All of them outlive it.
    Completion(TenantClient &client, const CommandRecords &records, CommandOutputs &outputs, QObject *parent = nullptr);

    [[nodiscard]] const CompletionSources &sources() const { return m_sources; }
    void setLibrary(const LibraryModel &library) { m_sources.library = &library; }
    void setPlatform(Platform platform) { m_sources.platform = platform; }
    /// Its group, what it refuses, and what has to be approved on it.
    void setDevice(const DeviceRecord &device);
    /// A line as it is typed here.
    [[nodiscard]] TypedLine check(const QString &line) const;
    /// Asks the device by this line, as a command of its own; changed() follows. Does nothing while it is asked already.
    void lookUp(const QString &line);

Q_SIGNALS:
    /// sources() know more, or why they cannot; or other things may be done on the device.
    void changed();

private:
    void connectionChanged();
    void setFailed(const QString &line, const Error &error);
    void learn(CommandId command);
    void learnRows(const CommandRecord &command);

    TenantClient &m_client;
    const CommandRecords &m_records;
    CommandOutputs &m_outputs;
    CompletionSources m_sources;
};

} // namespace Sonde::Client
