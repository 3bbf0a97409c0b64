// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

namespace Sonde {

using namespace Qt::StringLiterals;

/// Authorities and signers, made by openssl in a folder of the test's own.
class SigningWorkshop
{
    Q_DISABLE_COPY_MOVE(SigningWorkshop)

protected:
    SigningWorkshop() { write(u"openssl.cnf"_s, Profiles); }
    ~SigningWorkshop() = default;

    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }

    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    void makeAuthority(const QString &name, const QString &subject) const
    {
        run(u"openssl"_s,
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s),
                u"-out"_s, path(name + u".pem"_s), u"-subj"_s, subject, u"-days"_s, u"3650"_s, u"-config"_s,
                path(u"openssl.cnf"_s), u"-extensions"_s, u"authority"_s});
    }

    void issue(const QString &name, const QString &subject, const QString &issuer, const QString &profile) const
    {
        run(u"openssl"_s,
            {u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(name + u".key"_s), u"-out"_s,
                path(name + u".csr"_s), u"-subj"_s, subject, u"-config"_s, path(u"openssl.cnf"_s)});
        run(u"openssl"_s,
            {u"x509"_s, u"-req"_s, u"-in"_s, path(name + u".csr"_s), u"-CA"_s, path(issuer + u".pem"_s), u"-CAkey"_s,
                path(issuer + u".key"_s), u"-CAcreateserial"_s, u"-out"_s, path(name + u".pem"_s), u"-days"_s,
                profile == u"stamper"_s ? u"3000"_s : u"100"_s, u"-extfile"_s, path(u"openssl.cnf"_s), u"-extensions"_s,
                profile});
    }

    [[nodiscard]] QSslCertificate certificate(const QString &name) const
    {
        return QSslCertificate::fromPath(path(name + u".pem"_s)).value(0);
    }

    /// What osslsigncode makes of a file of this kind, which it knows by its extension.
    [[nodiscard]] QByteArray sign(const QByteArray &content, const QString &signer, const QStringList &more = {},
        const QString &extension = u"ps1"_s) const
    {
        const QString in = path(u"in."_s + extension);
        const QString out = path(u"out-%1.%2"_s.arg(++count).arg(extension));
        write(u"in."_s + extension, content);
        QStringList arguments{u"sign"_s, u"-certs"_s, path(signer + u".pem"_s), u"-key"_s, path(signer + u".key"_s)};
        arguments += more + QStringList{u"-in"_s, in, u"-out"_s, out};
        run(u"osslsigncode"_s, arguments);
        QFile file(out);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    static constexpr auto Profiles = R"([req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[signer]
keyUsage = critical, digitalSignature
extendedKeyUsage = codeSigning
[apple]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, codeSigning
1.2.840.113635.100.6.1.13 = critical, ASN1:NULL
[odd]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, codeSigning
1.2.3.4.5 = critical, ASN1:NULL
[mail]
keyUsage = critical, digitalSignature
extendedKeyUsage = emailProtection
[plain]
keyUsage = critical, digitalSignature
[stamper]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
)";

    QTemporaryDir folder;
    mutable int count = 0;
};

} // namespace Sonde
