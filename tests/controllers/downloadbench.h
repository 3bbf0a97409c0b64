// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/downloads/downloadmanager.h"
#include "models/inventory/devicemodel.h"
#include "tests/controllers/evidenceserver.h"
#include "tests/controllers/scriptedtenant.h"

#include <QRandomGenerator>
#include <QTest>

namespace Sonde::Client {

inline QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    auto random = QRandomGenerator(quint32(size));
    random.generate(reinterpret_cast<quint32 *>(bytes.data()), reinterpret_cast<quint32 *>(bytes.data()) + size / 4);
    return bytes;
}

inline QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A manager of downloads over real bulk connections; the tenant's control channel is scripted.
class DownloadBench : public QObject
{
    Q_OBJECT

protected:
    using State = Download::State;

    std::unique_ptr<EvidenceServer> m_server;
    std::unique_ptr<ScriptedTenant> m_tenant;
    std::unique_ptr<TenantClient> m_client;
    DeviceModel m_devices;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadModel> m_model;
    std::unique_ptr<DownloadManager> m_manager;
    std::unique_ptr<SessionController> m_session;
    DownloadManager::Options m_options;

    void start()
    {
        m_client = std::make_unique<TenantClient>(std::make_unique<LoopbackLink>(*m_tenant));
        m_client->signIn({});
        QTRY_VERIFY(m_client->isOnline());
        startManager();
    }
    void startManager()
    {
        m_manager.reset();
        m_model = std::make_unique<DownloadModel>();
        m_manager = std::make_unique<DownloadManager>(
            *m_client, m_devices, *m_model, m_folder->filePath(QStringLiteral("state/downloads")));
        m_manager->setOptions(m_options);
    }
    void openSession()
    {
        m_session = std::make_unique<SessionController>(*m_client, m_tenant->openSession());
        m_manager->follow(*m_session);
    }
    /// A getfile whose file the service has.
    CommandId getfile(const QByteArray &path, const QByteArray &content)
    {
        if (!m_session)
            openSession();
        const CommandId command =
            m_tenant->accept(m_session->id(), QStringLiteral("getfile \"%1\"").arg(QString::fromLatin1(path)));
        m_server->add(command, content);
        SourceFile file;
        file.path = path;
        file.size = content.size();
        m_tenant->append(m_session->id(), command, Event::TransferStarted{file, 0});
        return command;
    }
    [[nodiscard]] State stateOf(CommandId command) const
    {
        return m_model->find(command) ? m_model->find(command)->state : State(-1);
    }
    [[nodiscard]] QString downloads(const QString &name = {}) const
    {
        return m_folder->filePath(QStringLiteral("downloads/") + name);
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(downloads()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<EvidenceServer>();
        m_tenant = std::make_unique<ScriptedTenant>();
        m_tenant->bulkEndpoint = m_server->endpoint();
        m_tenant->openEvidence = [this](CommandId command) { return m_server->open(command); };
        m_options = {.folder = downloads(), .plain = true};
        start();
    }
    void close()
    {
        m_session.reset();
        m_manager.reset();
        m_model.reset();
        m_client.reset();
        m_tenant.reset();
        m_server.reset();
    }
};

} // namespace Sonde::Client
