// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/link/certificaterequest.h"
#include "agent/link/identity.h"
#include "agent/system/storage/machineseal.h"
#include "agent/system/storage/storage.h"
#include "agent/system/windows/handle_windows.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

/// Of nobody; its key is written down nowhere.
constexpr auto certificatePem = "-----BEGIN CERTIFICATE-----\n"
                                "MIIBeTCCAR+gAwIBAgIUWuE/9GqkaHdP7B4PBKB5r6zi0i0wCgYIKoZIzj0EAwIw\n"
                                "ETEPMA0GA1UEAwwGZGV2aWNlMCAXDTI2MTEyODA1MzExOFoYDzIxMjYxMTA0MDUz\n"
                                "MTE4WjARMQ8wDQYDVQQDDAZkZXZpY2UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                                "AAQC6wI2ypIGVnnoqSoa04wnRZO/qmxvRpsXY5+kRQ1opFhrJbMNAx3eD1CLtN5k\n"
                                "w0TbGdJJPlfPI2mRsQ26Uc5jo1MwUTAdBgNVHQ4EFgQUUYKQFpCbgwqY33UdZDX4\n"
                                "lbbvr0MwHwYDVR0jBBgwFoAUUYKQFpCbgwqY33UdZDX4lbbvr0MwDwYDVR0TAQH/\n"
                                "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAz5TJ0DtnpTG04uCXKyeYRjP6O6m1\n"
                                "zT0ih+TsdS0LPT0CIDKD4jY+KpkGTVYd4ljIE9r0rP+6jjC+89jOvhhYoe3q\n"
                                "-----END CERTIFICATE-----\n";

Result<AgentIdentity> anIdentity()
{
    return makeCertificateRequest(u"device"_s).transform([](const CertificateRequest &request) {
        const QSslCertificate certificate{QByteArray(certificatePem)};
        return AgentIdentity{QUrl(u"https://service.example:8443"_s), DeviceId(u"d-1"_s), certificate, certificate,
            QSslKey(request.key, QSsl::Ec)};
    });
}

QJsonObject fieldsOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// As an earlier version left it.
bool saveUnsealed(const QString &path, const AgentIdentity &identity)
{
    QJsonObject fields = fieldsOf(path);
    fields.remove(u"sealedKey"_s);
    fields.insert(u"key"_s, QString::fromLatin1(identity.key.toPem()));
    return savePrivateFile(path, QJsonDocument(fields).toJson()).has_value();
}

/// Wine makes rights from those of the file system below, and keeps no others.
bool isWine()
{
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

QString rightsOf(const QString &path)
{
    Windows::Owned<void *, &::LocalFree> descriptor;
    Windows::Owned<wchar_t *, [](wchar_t *memory) { ::LocalFree(memory); }> text;
    const std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    if (::GetNamedSecurityInfoW(name.c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr,
            nullptr, descriptor.out())
            != ERROR_SUCCESS
        || !::ConvertSecurityDescriptorToStringSecurityDescriptorW(
            descriptor.get(), SDDL_REVISION_1, DACL_SECURITY_INFORMATION, text.out(), nullptr))
        return {};
    return QString::fromWCharArray(text.get());
}

} // namespace

/// What the agent keeps of itself on Windows.
class TestWindowsIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_folder.emplace(m_directory->filePath(u"agent"_s));
        QVERIFY(m_folder->prepare());
        const auto made = anIdentity();
        QVERIFY(made);
        m_identity = *made;
        QVERIFY(!m_identity.key.isNull());
    }

    void theKeyIsSealed()
    {
        const auto saved = m_folder->saveIdentity(m_identity);
        QVERIFY2(saved, saved ? "" : qPrintable(debugText(saved.error())));
        const QJsonObject fields = fieldsOf(file());
        QVERIFY(!fields.contains(u"key"_s));
        const auto sealed = QByteArray::fromBase64(fields.value(u"sealedKey"_s).toString().toLatin1());
        QVERIFY(!sealed.isEmpty());
        QVERIFY(!sealed.contains("PRIVATE KEY"));
        const auto loaded = m_folder->loadIdentity();
        QVERIFY2(loaded, loaded ? "" : qPrintable(debugText(loaded.error())));
        QCOMPARE(loaded->key.toPem(), m_identity.key.toPem());
        QCOMPARE(*loaded, m_identity);
    }

    void oneOfBeforeIsSealed()
    {
        QVERIFY(m_folder->saveIdentity(m_identity));
        QVERIFY(saveUnsealed(file(), m_identity));
        QCOMPARE(m_folder->loadIdentity()->key.toPem(), m_identity.key.toPem());
        QVERIFY(m_folder->sealKey());
        QVERIFY(!fieldsOf(file()).contains(u"key"_s));
        QCOMPARE(m_folder->loadIdentity()->key.toPem(), m_identity.key.toPem());
        const QJsonObject sealed = fieldsOf(file());
        QVERIFY(m_folder->sealKey()); // it is already
        QCOMPARE(fieldsOf(file()), sealed);
    }

    void oneOfAnotherMachineIsSaid()
    {
        QVERIFY(m_folder->saveIdentity(m_identity));
        QJsonObject fields = fieldsOf(file());
        auto sealed = QByteArray::fromBase64(fields.value(u"sealedKey"_s).toString().toLatin1());
        sealed.chop(sealed.size() / 2); // as good as of another machine: it cannot be opened
        fields.insert(u"sealedKey"_s, QString::fromLatin1(sealed.toBase64()));
        QVERIFY(savePrivateFile(file(), QJsonDocument(fields).toJson()));
        const auto loaded = m_folder->loadIdentity();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::StorageFailed);
        QCOMPARE(loaded.error().subject, file());
        QVERIFY2(loaded.error().reason.contains(u"another machine"_s), qPrintable(loaded.error().reason));
        QVERIFY2(loaded.error().reason.contains(u"enrol"_s), qPrintable(loaded.error().reason));
    }

    void whatIsSealedForOneIsNotForAnother()
    {
        const auto sealed = sealForMachine("secret", "one purpose");
        QVERIFY(sealed);
        QCOMPARE(unsealOnMachine(*sealed, "one purpose").value_or(QByteArray()), "secret");
        QVERIFY(!unsealOnMachine({}, "one purpose"));
        if (!isWine()) // which opens it, and finds something else in it
            QVERIFY(!unsealOnMachine(*sealed, "another purpose"));
    }

    void nobodyElseLooksIn()
    {
        if (isWine())
            QSKIP("Wine keeps no rights of Windows");
        const QString open = m_directory->filePath(u"open"_s);
        QVERIFY(QDir().mkpath(open)); // which everybody may look into that may look into the one above
        for (const QString &path : {m_directory->filePath(u"agent"_s), open}) {
            QVERIFY(makePrivateFolder(path));
            const QString rights = rightsOf(path);
            QVERIFY2(rights.startsWith(u"D:P"_s), qPrintable(rights));
            QString entries = rights.sliced(rights.indexOf(u'('));
            for (const auto &allowed : {u"(A;OICI;FA;;;SY)"_s, u"(A;OICI;FA;;;BA)"_s, u"(A;OICI;FA;;;OW)"_s})
                entries.remove(allowed);
            QVERIFY2(entries.isEmpty(), qPrintable(rights));
        }
    }

private:
    [[nodiscard]] QString file() const { return m_directory->filePath(u"agent/identity.json"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::optional<AgentFolder> m_folder;
    AgentIdentity m_identity;
};

QTEST_GUILESS_MAIN(TestWindowsIdentity)

#include "tst_windowsidentity.moc"
