// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/service/networkclient.h"

#include <QDeadlineTimer>
#include <span>

/// What strangers, rogue analysts and hostile devices do to a service, each in a process of its own until it is told to end.
namespace Sonde::Service::Soak {

/// What an attack knows of the service. Handed over on standard input: secrets are in it.
struct Target {
    QUrl service;
    QString authority; ///< path of its CA certificate
    QString user;      ///< a basic analyst
    QString password;
    QString enrolment; ///< a token, for a device that is the attacker's

    [[nodiscard]] QByteArray toLine() const;
    [[nodiscard]] static Target fromLine(const QByteArray &line);
    [[nodiscard]] NetworkClient client() const;
};

/// Goes on until `over`.
using Attack = void (*)(const Target &target, const QDeadlineTimer &over);

struct NamedAttack {
    const char *name;
    Attack attack;
};
[[nodiscard]] std::span<const NamedAttack> attacks();

// ---- stranger.cpp
void holdConnections(const Target &target, const QDeadlineTimer &over);
void hangUp(const Target &target, const QDeadlineTimer &over);
void guessPasswords(const Target &target, const QDeadlineTimer &over);
void sayNonsense(const Target &target, const QDeadlineTimer &over);
void takeTransferPlaces(const Target &target, const QDeadlineTimer &over);
// ---- rogueanalyst.cpp
void askWithoutReading(const Target &target, const QDeadlineTimer &over);
void submitMuch(const Target &target, const QDeadlineTimer &over);
void sendBrokenFrames(const Target &target, const QDeadlineTimer &over);
// ---- hostiledevice.cpp
void lieAsADevice(const Target &target, const QDeadlineTimer &over);
void comeAndGo(const Target &target, const QDeadlineTimer &over);

/// Lets what is on its way come, for so long at most.
void pass(std::chrono::milliseconds time);

} // namespace Sonde::Service::Soak
