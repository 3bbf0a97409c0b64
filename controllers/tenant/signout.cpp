// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/signout.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {
/// A program that ends waits for it.
constexpr auto SignOutDeadline = 2s;
} // namespace

SignOut::SignOut(const QUrl &service, const QString &token, const QSslConfiguration &tls, QObject *parent)
    : QObject(parent)
    , m_post(service, tls, SignOutDeadline)
{
    connect(&m_post, &JsonPost::finished, this, &SignOut::finished);
    m_post.send(u"/api/sign-out"_s, {{u"token"_s, token}});
}

} // namespace Sonde::Client

#include "moc_signout.cpp"
