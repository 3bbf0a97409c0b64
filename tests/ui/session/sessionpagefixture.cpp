// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/session/sessionpagefixture.h"

#include "protocol/command/rows.h"
#include "ui/input/commandedit.h"
#include "ui/input/inputline.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

DeviceRecord workstation()
{
    DeviceRecord device;
    device.id = DeviceId(u"0123456789abcdef0123456789abcdef"_s);
    device.facts = {u"ws-0142"_s, Platform::Linux, u"Debian GNU/Linux 12 (bookworm)"_s, u"12"_s, false, u"x86-64"_s,
        u"1.0.0"_s, {u"10.20.4.17"_s}, true};
    device.group = u"finance"_s;
    device.online = true;
    return device;
}

void SessionPageFixture::applyLook()
{
    m_look = std::make_unique<ConsoleFixture::Look>();
    m_look->theme.applyToApplication();
}

void SessionPageFixture::setUp()
{
    ScriptedSession::setUp();
    if (QTest::currentTestFailed())
        return;
    m_devices = std::make_unique<DeviceModel>();
    m_history = std::make_unique<CommandHistory>();
    m_session = open();
    DeviceRecord device = workstation();
    device.id = m_session->session().device;
    m_devices->update({device});
    m_page =
        std::make_unique<SessionPage>(*m_session, *m_client, *m_devices, *m_history, m_look->theme, m_look->settings);
    m_page->resize(1400, 800);
    m_page->show();
    m_page->activateWindow();
    m_page->setFocus();
    QTRY_VERIFY(edit()->hasFocus());
}

void SessionPageFixture::tearDown()
{
    m_page.reset();
    m_session.reset();
    ScriptedSession::tearDown();
}

CommandEdit *SessionPageFixture::edit()
{
    return m_page->input().editor();
}

void SessionPageFixture::run(const QString &line)
{
    QTest::keyClicks(edit(), line);
    QTest::keyClick(edit(), Qt::Key_Return);
}

CommandId SessionPageFixture::finished(const QString &line, const ResultRows &rows)
{
    const CommandId id = m_tenant->accept(m_id, line);
    RowWriter writer;
    for (const auto &row : rows)
        writer.addRow(row);
    m_tenant->append(m_id, id, Event::CommandSent{});
    m_tenant->append(m_id, id, Event::CommandStarted{QDateTime::currentDateTimeUtc()});
    if (!rows.empty())
        m_tenant->addOutput(id, ChunkFormat::Rows, writer.take(), quint32(rows.size()));
    m_tenant->finish(id);
    return id;
}

} // namespace Sonde::Client
