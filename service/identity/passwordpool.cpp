// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/passwordpool.h"

#include "service/identity/password.h"
#include "transport/threads/guardedpool.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {
constexpr int RetryAfterSeconds = 10;
}

PasswordPool::PasswordPool(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(std::max(1, QThread::idealThreadCount() / 2));
}

PasswordPool::~PasswordPool()
{
    m_threads.clear();
}

Result<void> PasswordPool::takePlace()
{
    if (m_waiting >= MostWaiting)
        return fail(ErrorCode::RateLimited, {}, u"too many sign-ins at the same time"_s)
            .with(Fact::RetryAfter, RetryAfterSeconds);
    ++m_waiting;
    return {};
}

Result<void> PasswordPool::hash(
    QObject *receiver, const QString &password, std::function<void(const QByteArray &)> done)
{
    return takePlace().transform([&] {
        runGuardedOn(
            m_threads, this, [password] { return hashPassword(password); },
            [this, receiver = QPointer(receiver), done = std::move(done)](const QByteArray &hash) {
                --m_waiting;
                if (receiver)
                    done(hash);
            });
    });
}

Result<void> PasswordPool::compare(
    QObject *receiver, const QString &password, const QByteArray &hash, std::function<void(bool)> done)
{
    return takePlace().transform([&] {
        runGuardedOn(
            m_threads, this, [password, hash] { return passwordFits(password, hash); },
            [this, receiver = QPointer(receiver), done = std::move(done)](bool fits) {
                --m_waiting;
                if (receiver)
                    done(fits);
            });
    });
}

} // namespace Sonde::Service

#include "moc_passwordpool.cpp"
