// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/store/signingkey.h"

#include <QThreadPool>
#include <functional>
#include <stop_token>

namespace Sonde::Service {

/// Verifies the journal on a thread of its own, one time after the other: whoever asks while it is being done shares the next one. So it
/// costs what one of them costs, however many ask.
class JournalCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalCheck)

public:
    using Done = std::function<void(const Message::JournalVerdict &)>;

    JournalCheck(const QString &databasePath, const SigningKey &key, QObject *parent = nullptr);
    ~JournalCheck() override;

    /// What is committed now is looked at. `done` is not called when the receiver has gone.
    void run(QObject *receiver, Done done);

private:
    void begin();

    QString m_path;
    SigningKey m_key;
    QThreadPool m_thread;
    std::stop_source m_stop;
    std::vector<Done> m_waiting;
    bool m_running = false;
};

} // namespace Sonde::Service
