// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/secrets.h"

#include "protocol/base/reason.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/secretinput.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString question(Secret which)
{
    switch (which) {
    case Secret::Password: return QCoreApplication::translate("Sonde::Client::Cli", "Password:");
    case Secret::NewPassword: return QCoreApplication::translate("Sonde::Client::Cli", "New password:");
    case Secret::SetupToken: return QCoreApplication::translate("Sonde::Client::Cli", "Set-up token:");
    case Secret::Code: return QCoreApplication::translate("Sonde::Client::Cli", "Code of the second factor:");
    case Secret::JournalHead: return QCoreApplication::translate("Sonde::Client::Cli", "Head of the journal:");
    }
    Q_UNREACHABLE();
}

QString firstLine(QFile &source)
{
    return QString::fromUtf8(source.readLine()).remove(u'\n').remove(u'\r');
}

} // namespace

Result<QString> readSecret(Secret which, const QString &file)
{
    if (QFileInfo(file).isDir())
        return fail(ErrorCode::BadValue, file, Reason::IsADirectory);
    if (othersMayRead(file))
        return fail(ErrorCode::BadValue, file, Reason::OthersMayRead);
    const QString name = file.isEmpty() ? u"stdin"_s : file;
    QFile source(file);
    const bool isOpen = file.isEmpty() ? source.open(stdin, QIODevice::ReadOnly) : source.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(ErrorCode::NotFound, name, source.errorString()).with(Fact::Upload, true);
    // A file may be the terminal by another name.
    std::optional<HiddenTyping> hidden;
    if (!QFileInfo(file).isFile())
        hidden.emplace();
    const bool isTyped = hidden && hidden->isTyped();
    if (isTyped)
        Printer::ask(question(which));
    const QString secret = firstLine(source);
    if (secret.isEmpty())
        return fail(ErrorCode::BadValue, name, Reason::EmptySecret);
    if (isTyped && which == Secret::NewPassword) {
        Printer::ask(QCoreApplication::translate("Sonde::Client::Cli", "Once more:"));
        if (firstLine(source) != secret)
            return fail(ErrorCode::BadValue, name, Reason::PasswordsDiffer);
    }
    return secret;
}

} // namespace Sonde::Client
