// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/activityfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

void ActivityFixture::setUpActivity()
{
    setUp();
    m_admin = m_bench->connectAnalyst(u"root"_s, {Role::GlobalAdministrator});
}

void ActivityFixture::tearDownActivity()
{
    m_admin.reset();
    tearDown();
}

Message::ActivityPage ActivityFixture::page(Message::FetchActivity wanted)
{
    wanted.request = ++m_request;
    m_admin->send(wanted);
    const quint32 number = wanted.request;
    if (!QTest::qWaitFor([&] { return m_admin->reply<Message::ActivityPage>(number).has_value(); }))
        return {};
    return *m_admin->reply<Message::ActivityPage>(number);
}

bool ActivityFixture::indexed()
{
    m_bench->tenant().turn.finish();
    return QTest::qWaitFor([this] { return page({.most = 1}).indexed >= m_bench->tenant().journal.lastNumber(); });
}

CommandId ActivityFixture::print(const QString &line, ChunkFormat format, const QByteArray &bytes)
{
    const CommandId command = started(line);
    m_agent->send(Message::CommandOutput{command, 0, format, 1, bytes});
    m_agent->send(end(command, 1));
    return QTest::qWaitFor([&] { return record(command).state == CommandState::Completed; }) && indexed() ? command
                                                                                                          : CommandId();
}

} // namespace Sonde::Service
