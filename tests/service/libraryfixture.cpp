// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/libraryfixture.h"

#include <future>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

QByteArray hashOf(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

Message::OpenUpload uploadOf(const QString &name, const QByteArray &bytes, bool overwrite)
{
    Message::OpenUpload upload;
    upload.name = name;
    upload.size = bytes.size();
    upload.sha256 = hashOf(bytes);
    upload.description = u"for tests"_s;
    upload.overwrite = overwrite;
    return upload;
}

void LibraryFixture::setUp()
{
    m_directory = std::make_unique<QTemporaryDir>();
    startService();
}

void LibraryFixture::tearDown()
{
    m_analyst.reset();
    ServiceFixture::tearDown();
}

void LibraryFixture::startService()
{
    m_analyst.reset();
    m_client = {};
    restart(true);
    if (QTest::currentTestFailed())
        return;
    m_bulk = {QUrl(ready("url"_L1)), BulkTls::client(m_client.tls().caCertificates().first()).value()};
    m_analyst = m_client.openWorkstation(embeddedAccess());
    QVERIFY2(m_analyst, qPrintable(m_client.refusal()));
    QTRY_COMPARE(m_analyst->count<Message::Welcome>(), 1);
}

QString LibraryFixture::openUpload(const Message::OpenUpload &upload)
{
    Message::OpenUpload request = upload;
    request.request = ++m_request;
    m_analyst->send(request);
    const bool answered = QTest::qWaitFor([&] { return m_analyst->reply<Message::Ticket>(m_request).has_value(); });
    return answered ? m_analyst->reply<Message::Ticket>(m_request)->ticket : QString();
}

/// A bulk connection on a thread of its own, while the service runs on this one.
template<typename Move>
Result<void> LibraryFixture::moved(const QString &ticket, Move move)
{
    auto done = std::async(std::launch::async, [&]() -> Result<void> {
        const auto stream = BulkStream::connect(m_bulk, ticket, {});
        return stream ? move(**stream) : Result<void>(std::unexpected(stream.error()));
    });
    if (!QTest::qWaitFor([&] { return done.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 30'000))
        return fail(ErrorCode::TimedOut);
    return done.get();
}

Result<void> LibraryFixture::send(const QString &ticket, ContentSource &source)
{
    return moved(ticket, [&source](BulkStream &stream) { return sendContent(stream, source); });
}

Result<void> LibraryFixture::upload(const QString &name, const QByteArray &bytes, bool overwrite)
{
    BytesSource source(bytes);
    return send(openUpload(uploadOf(name, bytes, overwrite)), source);
}

Result<QByteArray> LibraryFixture::download(const QString &name, quint32 version)
{
    m_analyst->send(Message::OpenLibraryFile{++m_request, name, version});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::Ticket>(m_request).has_value(); }))
        return fail(ErrorCode::TimedOut);
    QByteArray bytes;
    const auto received = moved(m_analyst->reply<Message::Ticket>(m_request)->ticket, [&](BulkStream &stream) {
        PartialFile file(m_directory->filePath(u"download"_s));
        ReceiveOptions options;
        options.keep = [&](PartialFile &whole, const QByteArray &) {
            QFile read(whole.path());
            if (read.open(QFile::ReadOnly))
                bytes = read.readAll();
            whole.discard();
            return Result<void>();
        };
        return file.open().and_then([&] { return receiveContent(stream, file, options); });
    });
    return received.transform([&] { return bytes; });
}

std::vector<LibraryFile> LibraryFixture::listed(const QString &name)
{
    m_analyst->send(Message::FetchLibrary{++m_request, name, 0});
    if (!QTest::qWaitFor([&] { return m_analyst->reply<Message::Library>(m_request).has_value(); }))
        return {};
    return m_analyst->reply<Message::Library>(m_request)->files;
}

} // namespace Sonde::Service
