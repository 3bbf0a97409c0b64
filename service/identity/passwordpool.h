// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace Sonde::Service {

/// Hashes and compares passwords, which takes long on purpose, on threads that nothing else waits for. Only so many wait: whoever asks when
/// there are more is told to come again (RateLimited).
class PasswordPool final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordPool)

public:
    static constexpr int MostWaiting = 64;

    explicit PasswordPool(QObject *parent = nullptr);
    ~PasswordPool() override;

    /// `done` is called on the receiver's thread, unless the receiver has gone.
    [[nodiscard]] Result<void> hash(
        QObject *receiver, const QString &password, std::function<void(const QByteArray &)> done);
    /// An empty hash fits nothing, and takes as long.
    [[nodiscard]] Result<void> compare(
        QObject *receiver, const QString &password, const QByteArray &hash, std::function<void(bool)> done);

private:
    [[nodiscard]] Result<void> takePlace();

    QThreadPool m_threads;
    int m_waiting = 0;
};

} // namespace Sonde::Service
