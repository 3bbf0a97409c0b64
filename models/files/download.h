// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/identifiers.h"
#include "protocol/base/tenantfiles.h"

#include <QDateTime>
#include <QObject>
#include <chrono>
#include <optional>

namespace Sonde::Client {

/// The delivery of one getfile's evidence to this machine.
struct Download {
    Q_GADGET

public:
    enum class State {
        Queued,    ///< waits for its turn
        Receiving, ///< or about to: asks for its ticket
        Packing,   ///< whole; the zip is being made
        Retrying,  ///< the connection was lost; tries again at `retryAt`
        Paused,
        Asking, ///< `problem` is a question: FileExists, NoSpace, CannotWrite
        Finished,
        Failed, ///< `problem` says why
        Cancelled,
    };
    Q_ENUM(State)

    // What it is.
    CommandId command;
    SessionId session;
    DeviceId device;
    QString deviceName;
    QString analyst;
    QString line;       ///< as typed
    QDateTime accepted; ///< of the command: an id may come again in another life of an embedded tenant
    SourceFile file;

    // Where it goes.
    QString target;         ///< absolute; the partial file is beside it
    bool plain = false;     ///< else a zip with a password
    bool overwrite = false; ///< the analyst said so

    // How far it is.
    State state = State::Queued;
    std::optional<Error> problem;
    QByteArray sha256; ///< verified, once it is finished
    QDateTime ended;
    qint64 done = 0;
    qint64 speed = 0; ///< bytes a second, lately
    QDateTime retryAt;

    [[nodiscard]] QString partialPath() const { return target + QStringLiteral(".part"); }
    /// The zip while it is being made.
    [[nodiscard]] QString packingPath() const { return target + QStringLiteral(".packing"); }
    [[nodiscard]] bool isMoving() const { return state == State::Receiving || state == State::Packing; }
    /// Nothing happens with it any more by itself.
    [[nodiscard]] bool isOver() const { return state >= State::Finished; }
    /// Neither over, nor in the analyst's hands.
    [[nodiscard]] bool isPending() const { return isMoving() || state == State::Queued || state == State::Retrying; }
    /// How large it will be is not known: it is made while it comes.
    [[nodiscard]] bool isGrowing() const { return file.growing && file.size == 0; }
    /// 0…1.
    [[nodiscard]] double progress() const;
    /// At the speed of late; nothing when that says nothing.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;
};

/// What the analyst answers a download that asks.
enum class DownloadAnswer { Overwrite, KeepBoth, Skip, TryAgain };

} // namespace Sonde::Client
