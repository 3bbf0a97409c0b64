// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/headwitness.h"

#include "protocol/base/reason.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Tenants that lasted as long as one command are among them.
constexpr qsizetype MostRemembered = 200;

QJsonObject readHeads(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject::iterator oldestOf(QJsonObject &heads)
{
    auto oldest = heads.begin();
    for (auto head = heads.begin(); head != heads.end(); ++head) {
        if (head->toObject().value("seen"_L1).toInteger() < oldest->toObject().value("seen"_L1).toInteger())
            oldest = head;
    }
    return oldest;
}

} // namespace

HeadWitness::HeadWitness(TenantClient &client, const QString &file, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(file)
{
    connect(&m_client, &TenantClient::stateChanged, this, [this](TenantClient::State state) {
        if (state == TenantClient::State::Online)
            ask();
    });
}

QString HeadWitness::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sonde/known-journals.json"_s;
}

void HeadWitness::ask()
{
    const Head before = known();
    m_client.request<Message::JournalHead>(
        Message::FetchHead{.number = before.number}, this, [this, before](const Result<Message::JournalHead> &now) {
            if (now)
                compare(before, *now);
        });
}

void HeadWitness::compare(const Head &known, const Message::JournalHead &now)
{
    if (known.number > 0 && now.asked != known.hash) {
        const Reason how = now.number < known.number ? Reason::JournalShorter : Reason::EntryDiffers;
        Q_EMIT differs(errorBecause(how, ErrorCode::JournalBroken, QString::number(known.number)));
        return;
    }
    if (now.number > known.number)
        remember({now.number, now.hash});
}

HeadWitness::Head HeadWitness::known() const
{
    const QJsonObject head = readHeads(m_file).value(m_client.fingerprint()).toObject();
    return {
        quint64(head.value("number"_L1).toInteger()), QByteArray::fromHex(head.value("hash"_L1).toString().toLatin1())};
}

void HeadWitness::remember(const Head &head) const
{
    QJsonObject all = readHeads(m_file);
    all.insert(m_client.fingerprint(),
        QJsonObject{{u"number"_s, qint64(head.number)}, {u"hash"_s, QString::fromLatin1(head.hash.toHex())},
            {u"seen"_s, QDateTime::currentSecsSinceEpoch()}});
    while (all.size() > MostRemembered)
        all.erase(oldestOf(all));
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(all).toJson());
        file.commit();
    }
}

} // namespace Sonde::Client

#include "moc_headwitness.cpp"
