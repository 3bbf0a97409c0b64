// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/codec.h"
#include "protocol/journal/projection.h"

/// The form in which events, and the state they fold into, are kept and sent: the kind and the fields of each.
namespace Sonde::Codec {

// clang-format off
SONDE_SHAPE(Error, "error", code, subject, reason, facts)
SONDE_SHAPE(Invocation, "invocation", verb, values, flags, output, toFile, background)
SONDE_SHAPE(Event::ServiceStarted, "service-started", version)
SONDE_SHAPE(Event::ServiceStopped, "service-stopped")
SONDE_SHAPE(Event::UserAdded, "user-added", user, roles)
SONDE_SHAPE(Event::SignedIn, "signed-in", address)
SONDE_SHAPE(Event::SignInRefused, "sign-in-refused", address, user)
SONDE_SHAPE(Event::EnrolmentTokenMade, "enrolment-token-made", group, expires)
SONDE_SHAPE(Event::DeviceEnrolled, "device-enrolled", name)
SONDE_SHAPE(Event::DeviceOnline, "device-online", address, instance)
SONDE_SHAPE(Event::DeviceOffline, "device-offline", reason)
SONDE_SHAPE(Event::DeviceReplaced, "device-replaced", address)
SONDE_SHAPE(Event::PeerRefused, "peer-refused", address, reason)
SONDE_SHAPE(Event::SettingChanged, "setting-changed", key, from, to)
SONDE_SHAPE(Event::SessionCreated, "session-created", reason)
SONDE_SHAPE(Event::SessionConnecting, "session-connecting")
SONDE_SHAPE(Event::SessionConnected, "session-connected")
SONDE_SHAPE(Event::SessionDisconnected, "session-disconnected", reason, detail)
SONDE_SHAPE(Event::CommandAccepted, "command-accepted", line, invocation, file, origin)
SONDE_SHAPE(Event::CommandRejected, "command-rejected", line, error)
SONDE_SHAPE(Event::CommandSent, "command-sent")
SONDE_SHAPE(Event::CommandStarted, "command-started", at, encoding)
SONDE_SHAPE(Event::OutputAvailable, "output-available")
SONDE_SHAPE(Event::CommandBackgrounded, "command-backgrounded", background)
SONDE_SHAPE(Event::CancelAsked, "cancel-asked")
SONDE_SHAPE(Event::CancelConfirmed, "cancel-confirmed", result)
SONDE_SHAPE(Event::CommandFinished, "command-finished", state, errors, chunks, rows, bytes, outputSha256, duration, workingDirectory, exitStatus)
SONDE_SHAPE(SourceFile, "source-file", path, size, created, modified, accessed, changed, owner, mode, archive, members)
SONDE_SHAPE(EvidenceRecord, "evidence", file, stored, sha256, since, deliveredTo)
SONDE_SHAPE(LibraryFile, "library-file", name, version, sha256, size, description, hasParameters, parametersDescription, signature, signer, created, createdBy, updated, updatedBy, uses)
SONDE_SHAPE(LibraryBlob, "library-blob", name, sha256, size)
SONDE_SHAPE(Event::TransferStarted, "transfer-started", file, offset)
SONDE_SHAPE(Event::TransferCheckpoint, "transfer-checkpoint", offset)
SONDE_SHAPE(Event::EvidenceStored, "evidence-stored", size, sha256)
SONDE_SHAPE(Event::EvidenceDelivered, "evidence-delivered", sha256)
SONDE_SHAPE(Event::LibraryFileStored, "library-file-stored", file)
SONDE_SHAPE(Event::LibraryFileDeleted, "library-file-deleted", name, version)
SONDE_SHAPE(JournalEntry, "journal-entry", number, time, actor, device, session, command, event, previous, hash)
SONDE_SHAPE(CommandRecord, "command", id, session, line, invocation, state, background, cancelAsked, cancelResult, accepted, finished, duration, errors, chunks, rows, bytes, exitStatus, evidence, file, origin, encoding)
SONDE_SHAPE(SessionRecord, "session", id, device, createdBy, reason, state, started, ended, lastActivity, endReason, endDetail, workingDirectory, commandCount)
// clang-format on

} // namespace Sonde::Codec
