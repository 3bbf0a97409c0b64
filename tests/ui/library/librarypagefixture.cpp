// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/library/librarypagefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

QList<UploadRow *> rowsOf(const UploadDialog &dialog)
{
    return dialog.findChildren<UploadRow *>();
}

LibraryFile libraryFile(const QString &name, const QString &description, quint32 version)
{
    LibraryFile file;
    file.name = name;
    file.version = version;
    file.sha256 = QByteArray(32, char('a' + name.size() % 20));
    file.size = 1234;
    file.description = description;
    file.updatedBy = file.createdBy = u"k.sato"_s;
    file.updated = file.created = QDateTime::currentDateTimeUtc();
    return file;
}

void LibraryPageFixture::setUp()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_theme = std::make_unique<Theme>(*m_settings);
    auto link = std::make_unique<LibraryLink>();
    m_link = link.get();
    m_link->files = {libraryFile(u"collect.ps1"_s, u"Collects event logs"_s, 3),
        libraryFile(u"triage.sh"_s, u"First look"_s), libraryFile(u"tool.exe"_s, {})};
    m_link->files[0].signature = SignatureState::Tampered;
    m_link->files[0].uses = 7;
    m_link->files[1].hasParameters = true;
    m_link->files[1].parametersDescription = u"-all: everything"_s;
    m_client = std::make_unique<TenantClient>(std::move(link));
    m_files = std::make_unique<LibraryModel>();
    m_library = std::make_unique<LibraryController>(*m_client, *m_files);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_entry = new UploadEntry(*m_library, *m_theme, *m_window);
    m_page = new LibraryPage(*m_library, m_entry->action(), *m_theme, *m_settings);
    layout->addWidget(m_page);
    m_window->resize(1200, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    connectAs({u"security-administrator"_s});
}

void LibraryPageFixture::connectAs(const QStringList &roles)
{
    m_client->signOut();
    m_link->roles = roles;
    QTRY_COMPARE(m_client->state(), TenantClient::State::SignedOut);
    QSignalSpy listed(m_library.get(), &LibraryController::listed);
    m_client->signIn({});
    QTRY_VERIFY(!listed.isEmpty());
    QTRY_COMPARE(m_library->sizeLimit(), 1024 * 1024);
}

void LibraryPageFixture::tearDown()
{
    m_window.reset();
    m_library.reset();
    m_client.reset();
    m_files.reset();
    m_theme.reset();
    m_settings.reset();
}

QString LibraryPageFixture::makeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

UploadDialog &LibraryPageFixture::openDialog(const QStringList &paths)
{
    m_entry->open(paths);
    return *m_entry->dialog();
}

} // namespace Sonde::Client
