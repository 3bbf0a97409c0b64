// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/journal/eventshapes.h"
#include "protocol/wire/messages.h"

/// The form in which messages are sent: the kind and the fields of each.
namespace Sonde::Codec {

// clang-format off
SONDE_SHAPE(DeviceFacts, "device-facts", name, platform, osName, osVersion, server, architecture, agentVersion, addresses, privileged)
SONDE_SHAPE(DeviceRecord, "device", id, facts, group, automationLevel, tags, online, firstSeen, lastSeen, session, holder, heldSince)
SONDE_SHAPE(Condition, "condition", unmet, met, error)
SONDE_SHAPE(Message::Hello, "hello", oldest, newest, program, programVersion)
SONDE_SHAPE(Message::ProtocolError, "protocol-error", error)
SONDE_SHAPE(Message::AgentState, "agent-state", facts, instance, held)
SONDE_SHAPE(Message::CommandStarted, "command-started", command, at, encoding)
SONDE_SHAPE(Message::CommandOutput, "command-output", command, index, format, rows, bytes)
SONDE_SHAPE(Message::CommandProgress, "command-progress", command, done, total, what)
SONDE_SHAPE(Message::CommandEnded, "command-ended", command, state, errors, chunks, duration, workingDirectory, exitStatus)
SONDE_SHAPE(Message::OfferEvidence, "offer-evidence", command, file)
SONDE_SHAPE(Message::WantBlob, "want-blob", command)
SONDE_SHAPE(Message::CancelAnswer, "cancel-answer", command, result)
SONDE_SHAPE(Message::RunCommand, "run-command", command, session, invocation, workingDirectory, timeLimit, limits, blob, again)
SONDE_SHAPE(Message::CancelCommand, "cancel-command", command)
SONDE_SHAPE(Message::TransferTicket, "transfer-ticket", command, ticket)
SONDE_SHAPE(Message::TransferRefused, "transfer-refused", command, error)
SONDE_SHAPE(Message::OutputStored, "output-stored", command, next)
SONDE_SHAPE(Message::EndStored, "end-stored", command)
SONDE_SHAPE(Message::StartSession, "start-session", request, device, reason, takeOver)
SONDE_SHAPE(Message::CloseSession, "close-session", request, session)
SONDE_SHAPE(Message::SubmitLine, "submit-line", request, session, line, submission, origin)
SONDE_SHAPE(Message::AskCancel, "ask-cancel", request, command)
SONDE_SHAPE(Message::SetBackground, "set-background", request, command, background)
SONDE_SHAPE(Message::WatchSession, "watch-session", request, session, after)
SONDE_SHAPE(Message::UnwatchSession, "unwatch-session", request, session)
SONDE_SHAPE(Message::WatchTenant, "watch-tenant", request)
SONDE_SHAPE(Message::FetchOutput, "fetch-output", request, command, from, count)
SONDE_SHAPE(Message::FetchJournal, "fetch-journal", request, after, most, session)
SONDE_SHAPE(Message::VerifyJournal, "verify-journal", request)
SONDE_SHAPE(Message::FetchEligibility, "fetch-eligibility", request, device)
SONDE_SHAPE(Message::MakeEnrolmentToken, "make-enrolment-token", request, group, valid)
SONDE_SHAPE(Message::AddUser, "add-user", request, user, password, roles)
SONDE_SHAPE(Message::OpenEvidence, "open-evidence", request, command)
SONDE_SHAPE(Message::OpenUpload, "open-upload", request, name, size, sha256, description, hasParameters, parametersDescription, overwrite)
SONDE_SHAPE(Message::OpenLibraryFile, "open-library-file", request, name, version)
SONDE_SHAPE(Message::DeleteLibraryFile, "delete-library-file", request, name)
SONDE_SHAPE(Message::FetchLibrary, "fetch-library", request, name, from)
SONDE_SHAPE(Message::FetchSettings, "fetch-settings", request)
SONDE_SHAPE(Message::ChangeSetting, "change-setting", request, key, value)
SONDE_SHAPE(Message::Done, "done", request)
SONDE_SHAPE(Message::Refused, "refused", request, error)
SONDE_SHAPE(Message::SessionStarted, "session-started", request, session)
SONDE_SHAPE(Message::LineTaken, "line-taken", request, command)
SONDE_SHAPE(Message::JournalPage, "journal-page", request, entries, last)
SONDE_SHAPE(Message::JournalVerdict, "journal-verdict", request, whole, entries, brokenAt, reason)
SONDE_SHAPE(Message::Eligibility, "eligibility", request, conditions, recent)
SONDE_SHAPE(Message::EnrolmentToken, "enrolment-token", request, token, expires)
SONDE_SHAPE(Message::Ticket, "ticket", request, ticket, size, sha256)
SONDE_SHAPE(Message::Library, "library", request, files, total)
SONDE_SHAPE(Message::Settings, "settings", request, values)
SONDE_SHAPE(Message::Welcome, "welcome", tenant, user, roles, level, tenantLimit, userLimit, inactivity)
SONDE_SHAPE(Message::JournalEntries, "journal-entries", entries)
SONDE_SHAPE(Message::Devices, "devices", devices, complete)
SONDE_SHAPE(Message::Sessions, "sessions", sessions, complete)
SONDE_SHAPE(Message::LibraryChanged, "library-changed")
// clang-format on

} // namespace Sonde::Codec
