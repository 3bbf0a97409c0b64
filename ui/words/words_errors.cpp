// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/words.h"

#include "protocol/base/codec.h"
#include "protocol/base/reason.h"
#include "protocol/base/sizetext.h"
#include "ui/words/errorsentences.h"

#include <QCborArray>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString timeText(const QCborValue &value)
{
    const QDateTime at = value.isInteger() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), QTimeZone::UTC)
                                           : QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return at.isValid() ? TimeText().withZone(at) : value.toString();
}

QString durationText(const QCborValue &value)
{
    return value.isString() ? value.toString() : Words::durationText(std::chrono::milliseconds(value.toInteger()));
}

QString listText(const QCborValue &value)
{
    QStringList words;
    for (const QCborValue word : value.toArray())
        words << word.toString();
    return words.isEmpty() ? value.toString() : Words::listText(words);
}

QString signatureOf(const Error &error, const QCborValue &value)
{
    const auto state = Codec::fromWireName<SignatureState>(value.toString()).value_or(SignatureState::Unsigned);
    return Words::signatureText(state, error.facts.text(Fact::Signer));
}

/// One that only a later version knows is called as that calls it.
QString permissionOf(const QCborValue &value)
{
    const auto permission = Codec::fromWireName<Permission>(value.toString());
    return permission ? Words::permissionText(*permission) : value.toString();
}

QString partText(const SentencePart &part, const Error &error)
{
    const QCborValue value = part.fact ? error.facts.value(*part.fact) : QCborValue();
    switch (part.form) {
    case SentencePart::Form::Subject: return error.subject;
    case SentencePart::Form::ReasonOrSubject: return error.reason.isEmpty() ? error.subject : Words::reasonText(error);
    case SentencePart::Form::Text: return value.toString();
    case SentencePart::Form::Number: return QLocale().toString(value.toInteger());
    case SentencePart::Form::Size: return Sonde::sizeText(value.toInteger());
    case SentencePart::Form::Time: return timeText(value);
    case SentencePart::Form::Duration: return durationText(value);
    case SentencePart::Form::List: return listText(value);
    case SentencePart::Form::Role: return Words::roleText(value.toString());
    case SentencePart::Form::Permission: return permissionOf(value);
    case SentencePart::Form::Group: return Words::groupText(value.toString());
    case SentencePart::Form::Signature: return signatureOf(error, value);
    case SentencePart::Form::Count: // the translator has put it in
    case SentencePart::Form::Nothing: break;
    }
    return {};
}

/// The sentence in the language of the installed translators, with its parts in their places: all at once, because a subject may hold
/// what looks like a place.
QString filled(const ErrorSentence &sentence, const Error &error)
{
    int count = -1;
    QStringList parts;
    for (const SentencePart &part : sentence.parts) {
        if (part.form == SentencePart::Form::Count)
            count = int(error.facts.number(*part.fact));
        else if (part.form != SentencePart::Form::Nothing)
            parts << partText(part, error);
    }
    const QString text = QCoreApplication::translate("Sonde::Client::Words", sentence.text, nullptr, count);
    switch (parts.size()) {
    case 0: return text;
    case 1: return text.arg(parts[0]);
    case 2: return text.arg(parts[0], parts[1]);
    default: return text.arg(parts[0], parts[1], parts[2]);
    }
}

} // namespace

QString Words::errorText(const Error &error)
{
    const auto sentences = errorSentences();
    const auto found =
        std::ranges::find_if(sentences, [&error](const ErrorSentence &sentence) { return sentence.isFor(error); });
    if (found == sentences.end())
        return debugText(error);
    const QString text = filled(*found, error);
    if (found->reason == ErrorSentence::Reason::Unsaid || error.reason.isEmpty())
        return text;
    if (reasonOf(error))
        return tr("%1 Reason: %2").arg(text, reasonText(error));
    //: %2 in the words of a system or a program, which are English
    return tr("%1 Reason: %2", "as it was said").arg(text, error.reason);
}

QString Words::conditionText(const Condition &condition)
{
    if (!condition.met)
        return errorText(condition.error);
    switch (condition.unmet) {
    case ErrorCode::LiveResponseOff: return tr("Live response is on");
    case ErrorCode::ServersOff: return tr("Live response for servers is on, or this is no server");
    case ErrorCode::OsUnsupported: return tr("The operating system is supported");
    case ErrorCode::AgentTooOld: return tr("The agent is recent enough");
    case ErrorCode::AutomationNone: return tr("The device group allows live response");
    case ErrorCode::RoleTooLow:
    case ErrorCode::OutOfScope:
    case ErrorCode::SecondFactorNeeded: return tr("Your role includes live response");
    case ErrorCode::DeviceOffline: return tr("The device is online");
    case ErrorCode::DeviceHeld: return tr("Nobody holds a session on it");
    case ErrorCode::TenantSessionLimit: return tr("The tenant has sessions left");
    case ErrorCode::UserSessionLimit: return tr("You have sessions left");
    default: return tr("Met");
    }
}

} // namespace Sonde::Client
