// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/acts/acts.h"
#include "protocol/base/codec.h"
#include "tests/agent/commandprobe.h"

#include <QTemporaryDir>

namespace Sonde::Agent {

/// An agent that may act, on the device that the test runs on: what it is to touch, the test plants.
class ActDevice final
{
    Q_DISABLE_COPY_MOVE(ActDevice)

public:
    /// `root`: where the device's configuration is.
    explicit ActDevice(QByteArray root = "/")
        : m_root(std::move(root))
    {
        restart();
    }

    /// As after a crash.
    void restart()
    {
        if (probe) // it has them, too
            probe->around.acts.reset();
        acts.reset();
        acts = std::make_shared<Acts>(m_agent.path(), m_root, lookAgain);
        if (const auto ready = acts->prepare(); !ready)
            qFatal("%s", qPrintable(debugText(ready.error())));
    }

    /// Runs a line as a command of its own.
    Outcome run(const QString &line)
    {
        probe = std::make_unique<CommandProbe>();
        probe->order.command = CommandId(++m_commands);
        probe->order.analyst = QStringLiteral("ada");
        probe->order.limits = limits;
        return again(line);
    }
    /// The same command once more.
    Outcome again(const QString &line)
    {
        probe->rows.clear();
        probe->around.acts = acts;
        probe->around.folder = m_agent.path();
        probe->around.root = m_root;
        return probe->run(line);
    }
    /// Empty when it did all that it was told to.
    QString failure(const QString &line)
    {
        const Outcome outcome = run(line);
        return outcome.failure ? debugText(*outcome.failure) : QString();
    }

    [[nodiscard]] QString folder() const { return m_agent.path(); }
    [[nodiscard]] QString quarantine() const { return m_agent.filePath(QStringLiteral("quarantine")); }
    /// What was said to the journal.
    [[nodiscard]] std::vector<ActReport> reports() const
    {
        std::vector<ActReport> told;
        if (const auto found = probe->texts.find(ChunkFormat::Report); found != probe->texts.end()) {
            for (const QByteArray &bytes : found->second)
                told.push_back(Codec::fromBytes<ActReport>(bytes).value());
        }
        return told;
    }

    std::shared_ptr<Acts> acts;
    std::unique_ptr<CommandProbe> probe;
    QCborMap limits;
    Acts::Delays lookAgain{std::chrono::milliseconds(50), std::chrono::milliseconds(300)};

private:
    QTemporaryDir m_agent{QDir::tempPath() + QStringLiteral("/sonde-agent-XXXXXX")};
    quint64 m_commands = 0;
    const QByteArray m_root;
};

} // namespace Sonde::Agent
