// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/stream/descriptorwire.h"

#include "transport/bulk/bulksocket.h"
#include "transport/bulk/peeraddress.h"
#include "transport/stream/descriptor.h"

#include <openssl/bio.h>

namespace Sonde {

DescriptorWire::DescriptorWire(qintptr descriptor)
    : m_descriptor(descriptor)
    , m_peerHost(peerOf(descriptor))
    , m_peerPort(peerPortOf(descriptor))
    , m_readable(descriptor, QSocketNotifier::Read)
{
    prepareDescriptor(m_descriptor);
    m_readable.setEnabled(false);
    QObject::connect(&m_readable, &QSocketNotifier::activated, &m_readable, [this] { ready(); });
}

DescriptorWire::~DescriptorWire()
{
    // Before the descriptor's number is somebody else's.
    watch(false, false);
    closeDescriptor(m_descriptor);
}

BIO *DescriptorWire::makeBio()
{
    return BIO_new_socket(int(m_descriptor), BIO_NOCLOSE);
}

void DescriptorWire::watch(bool reading, bool writing)
{
    if (m_readable.isEnabled() != reading)
        m_readable.setEnabled(reading);
    if (writing && !m_writable) {
        m_writable = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
        QObject::connect(m_writable.get(), &QSocketNotifier::activated, m_writable.get(), [this] { ready(); });
    } else if (!writing && m_writable) {
        // It may be what is calling.
        m_writable->setEnabled(false);
        m_writable.release()->deleteLater();
    }
}

void DescriptorWire::endWriting()
{
    endWritingTo(m_descriptor);
}

} // namespace Sonde
