// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/attacks.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Service::Soak {

QByteArray Target::toLine() const
{
    const QJsonObject object{{u"service"_s, service.toString()}, {u"authority"_s, authority}, {u"user"_s, user},
        {u"password"_s, password}, {u"enrolment"_s, enrolment}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Target Target::fromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    return {QUrl(text("service"_L1)), text("authority"_L1), text("user"_L1), text("password"_L1), text("enrolment"_L1)};
}

NetworkClient Target::client() const
{
    return {service, QSslCertificate::fromPath(authority).value(0)};
}

std::span<const NamedAttack> attacks()
{
    static constexpr NamedAttack all[]{
        {"hold-connections", holdConnections},
        {"hang-up", hangUp},
        {"guess-passwords", guessPasswords},
        {"say-nonsense", sayNonsense},
        {"take-transfer-places", takeTransferPlaces},
        {"ask-without-reading", askWithoutReading},
        {"submit-much", submitMuch},
        {"send-broken-frames", sendBrokenFrames},
        {"lie-as-a-device", lieAsADevice},
        {"come-and-go", comeAndGo},
    };
    return all;
}

void pass(std::chrono::milliseconds time)
{
    const QDeadlineTimer until(time);
    std::ignore = QTest::qWaitFor([&until] { return until.hasExpired(); }, int(time.count()) + 1000);
}

} // namespace Sonde::Service::Soak
