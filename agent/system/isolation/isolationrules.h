// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/system/isolation/isolationorder.h"
#include "agent/system/isolation/nft.h"

namespace Sonde::Agent {

/// The rules that isolate this device, in its kernel. For one thread at a time.
class IsolationRules final
{
public:
    explicit IsolationRules(Nft::Tool tool)
        : m_tool(std::move(tool))
    {
    }

    /// In one transaction; where the kernel does not take all of it, as much as it takes. Fails, and changes nothing, when not even what
    /// passes IP can be kept back.
    [[nodiscard]] Result<void> apply(const std::vector<Passage> &passages);
    /// Also when nothing is there.
    [[nodiscard]] Result<void> remove();

    /// The rules are as apply() left them, and every device that there is now is among those it knew.
    [[nodiscard]] bool areIntact();
    /// Devices that came since apply().
    [[nodiscard]] QByteArrayList newDevices() const;

    struct Seen {
        bool known = true; ///< nft could say
        bool host = false; ///< what passes IP is kept back as it was meant
        bool anything = false;
        std::vector<IsolationShortfall> shortfalls = {};
        qint64 refused = 0;
    };
    /// Read back from the kernel.
    [[nodiscard]] Seen look(const std::vector<Passage> &passages);

    [[nodiscard]] const QString &toolPath() const { return m_tool.path(); }
    [[nodiscard]] qint64 lastProcess() const { return m_tool.lastProcess(); }

private:
    void applyDeviceByDevice(const std::vector<Passage> &passages, const std::vector<NetworkDevice> &devices);
    [[nodiscard]] std::vector<IsolationShortfall> openDevices(const Nft::ListedTable &table) const;

    Nft::Tool m_tool;
    std::vector<NetworkDevice> m_devices;
    QHash<QByteArray, QString> m_refusals; ///< why a device has no chain, in the system's words
    std::optional<Nft::ListedTable> m_host;
    std::optional<Nft::ListedTable> m_leaving;
};

} // namespace Sonde::Agent
