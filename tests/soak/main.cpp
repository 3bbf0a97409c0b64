// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sonde-soak: whether those who attack a service cost those who use it anything. A real service and a real agent; beside an honest analyst
// with a session and one transfer after the other, strangers, rogue analysts and hostile devices do what they can, all at once, for
// SONDE_SOAK_SECONDS (60). Prints a JSON object.
//
// Exit status: 0 the analyst's round trips stayed under 50 ms (p95), every transfer was whole, the service under 300 MiB and its journal
// whole; 1 not so, or it could not be tried (stderr says what); 2 usage.

#include "protocol/access/analyst.h"
#include "tests/soak/bystander.h"
#include "transport/tls/tlsclient.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTest>
#include <cstdio>
#include <iostream>

using namespace Sonde;
using namespace Sonde::Service;
using namespace Qt::StringLiterals;

namespace {

enum ExitStatus { Good = 0, Bad = 1, Usage = 2 };
constexpr double MostRoundTrip = 50; // milliseconds
constexpr qint64 MostMemory = 300LL * 1024 * 1024;
constexpr int SetUpPatience = 60'000;

int attack(const QStringList &arguments)
{
    std::string line;
    std::getline(std::cin, line);
    const auto target = Soak::Target::fromLine(QByteArray::fromStdString(line));
    for (const Soak::NamedAttack &named : Soak::attacks()) {
        if (arguments.value(1) == QLatin1StringView(named.name)) {
            named.attack(target, QDeadlineTimer(std::chrono::seconds(arguments.value(2).toInt())));
            return Good;
        }
    }
    return Usage;
}

Result<void> done(TestPeer &root, const AnyMessage &message, quint32 request)
{
    root.send(message);
    return QTest::qWaitFor([&] { return root.reply<Message::Done>(request).has_value(); }, SetUpPatience)
        ? Result<void>()
        : fail(ErrorCode::TimedOut, QString::number(request));
}

/// The journal as the service itself sees it, when all is over.
Result<Message::JournalVerdict> verify(TestPeer &root)
{
    root.send(Message::VerifyJournal{90});
    if (!QTest::qWaitFor([&] { return root.reply<Message::JournalVerdict>(90).has_value(); }, 10 * SetUpPatience))
        return fail(ErrorCode::TimedOut, u"verification"_s);
    return *root.reply<Message::JournalVerdict>(90);
}

double quantile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[size_t(double(values.size() - 1) * part)];
}

Result<std::unique_ptr<TestPeer>> prepare(Soak::TestService &service, Soak::Target &target)
{
    if (const auto started = service.start().and_then([&] { return service.startAgent(); }); !started)
        return std::unexpected(started.error());
    NetworkClient client = service.client();
    const auto answer = client.post(u"/api/sign-in"_s, {{u"embedded_token"_s, service.ready("embedded_token"_L1)}});
    auto root = client.openWorkstation(answer.body.value("token"_L1).toString());
    if (!root)
        return fail(ErrorCode::CannotConnect, client.refusal());
    target = {service.url(), service.authority(), u"eve"_s, u"a password of eve"_s, {}};
    const Message::AddUser ada{1, UserName(u"ada"_s), target.password, {Role::Responder}};
    const Message::AddUser eve{2, UserName(u"eve"_s), target.password, {Role::Analyst}};
    if (const auto added = done(*root, ada, 1).and_then([&] { return done(*root, eve, 2); }); !added)
        return std::unexpected(added.error());
    return root;
}

/// Each device needs a token of its own.
Result<QString> enrolmentToken(TestPeer &root, quint32 request)
{
    root.send(Message::MakeEnrolmentToken{request, u"default"_s, std::chrono::hours(1)});
    if (!QTest::qWaitFor([&] { return root.reply<Message::EnrolmentToken>(request).has_value(); }, SetUpPatience))
        return fail(ErrorCode::TimedOut, u"token"_s);
    return root.reply<Message::EnrolmentToken>(request)->token;
}

Result<QJsonObject> soak(std::chrono::seconds time, QStringList &findings)
{
    Soak::TestService service;
    Soak::Target target;
    auto root = prepare(service, target);
    if (!root)
        return std::unexpected(root.error());
    Soak::Bystander analyst(service);
    if (const auto begun = analyst.begin(target.password); !begun)
        return std::unexpected(begun.error());
    for (quint32 request = 10; const Soak::NamedAttack &named : Soak::attacks()) {
        const auto token = enrolmentToken(**root, ++request);
        if (!token)
            return std::unexpected(token.error());
        target.enrolment = *token;
        service.startAttack(named, target, time);
    }
    analyst.work(QDeadlineTimer(time));
    service.endAttacks();
    const auto verdict = verify(**root);
    if (!verdict)
        return std::unexpected(verdict.error());

    const double p95 = quantile(analyst.roundTrips(), 0.95);
    if (p95 > MostRoundTrip || analyst.roundTrips().empty())
        findings.append(u"the round trips were too long"_s);
    if (analyst.lost() > 0)
        findings.append(u"%1 lines were lost"_s.arg(analyst.lost()));
    if (analyst.transfers() == 0)
        findings.append(u"no transfer was whole"_s);
    findings += analyst.brokenTransfers();
    if (service.mostMemory() > MostMemory)
        findings.append(u"the service took too much memory"_s);
    if (!verdict->whole)
        findings.append(u"the journal is broken at %1: %2"_s.arg(verdict->brokenAt).arg(verdict->reason));
    return QJsonObject{{u"seconds"_s, qint64(time.count())}, {u"lines"_s, qint64(analyst.roundTrips().size())},
        {u"round_trip_p50_ms"_s, quantile(analyst.roundTrips(), 0.5)}, {u"round_trip_p95_ms"_s, p95},
        {u"round_trip_max_ms"_s, quantile(analyst.roundTrips(), 1)}, {u"transfers_whole"_s, analyst.transfers()},
        {u"transfers_broken"_s, analyst.brokenTransfers().size()},
        {u"service_memory_mib"_s, double(service.mostMemory()) / (1024 * 1024)}, {u"journal_whole"_s, verdict->whole},
        {u"journal_entries"_s, qint64(verdict->entries)}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    startTls();
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.value(0) == u"--attack")
        return attack(arguments);
    if (!arguments.isEmpty())
        return Usage;
    bool isSet = false;
    const int seconds = qEnvironmentVariableIntValue("SONDE_SOAK_SECONDS", &isSet);
    QStringList findings;
    const auto figures = soak(std::chrono::seconds(isSet ? seconds : 60), findings);
    if (!figures)
        std::fprintf(stderr, "sonde-soak: %s\n", qPrintable(debugText(figures.error())));
    for (const QString &finding : std::as_const(findings))
        std::fprintf(stderr, "sonde-soak: %s\n", qPrintable(finding));
    if (figures)
        std::puts(QJsonDocument(*figures).toJson(QJsonDocument::Compact).constData());
    return figures && findings.isEmpty() ? Good : Bad;
}
