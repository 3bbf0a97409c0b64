// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base/reason.h"
#include "ui/cli/base/printer.h"
#include "ui/cli/base/tenantaccess.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Of a certificate.
constexpr qint64 LongestPem = 16 * 1024;

class PublishersVerb final : public CliVerb
{
public:
    PublishersVerb()
        : CliVerb({.name = u"publishers"_s,
              .purpose = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "Lists, adds and removes the publishers whose PowerShell scripts are trusted."),
              .details = QT_TRANSLATE_NOOP(
                  "Sonde::Client::Cli", "FILE is a certificate in PEM. What is in the library is judged anew at once."),
              .forms = {{u"list"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the publishers.")},
                  {u"add FILE"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Trusts the publisher with this certificate.")},
                  {u"remove SHA256"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Trusts the certificate with this SHA-256 no longer.")}},
              .options = {},
              .examples = {u"--embedded publishers list"_s,
                  u"--tenant https://soc.example:8443 --user aya --password-file pw publishers add signer.pem"_s}})
    {
    }

protected:
    void start() override
    {
        const QString what = argument(0);
        if (what == u"list")
            list();
        else if (what == u"add")
            add();
        else
            ask(Message::RemovePublisher{.sha256 = QByteArray::fromHex(argument(1).toLatin1())});
    }

private:
    template<typename Request>
    void ask(const Request &request)
    {
        tenant().client.request<Message::Done>(
            request, this, [this](const Result<Message::Done> &done) { finishWith(done); });
    }

    void add()
    {
        QFile file(argument(1));
        if (!file.open(QFile::ReadOnly))
            return fail({ErrorCode::NotFound, argument(1), file.errorString(), {}});
        const QByteArray pem = file.read(LongestPem + 1);
        if (pem.size() > LongestPem)
            return fail(errorBecause(Reason::NoCertificate, ErrorCode::BadValue, argument(1)));
        ask(Message::AddPublisher{.certificate = QString::fromLatin1(pem)});
    }

    void list()
    {
        tenant().client.request<Message::Publishers>(
            Message::FetchPublishers{}, this, [this](const Result<Message::Publishers> &publishers) {
                if (!publishers)
                    return fail(publishers.error());
                std::vector<QJsonObject> rows;
                for (const PublisherRecord &publisher : publishers->publishers)
                    rows.push_back({{u"name"_s, publisher.name}, {u"expires"_s, jsonTime(publisher.expires)},
                        {u"sha256"_s, QString::fromLatin1(publisher.sha256.toHex())}});
                printer().list({u"name"_s, u"expires"_s, u"sha256"_s}, rows);
                finish();
            });
    }
};

} // namespace

std::unique_ptr<CliVerb> publishersVerb()
{
    return std::make_unique<PublishersVerb>();
}

} // namespace Sonde::Client
