// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/headwitness.h"

#include "protocol/base/reason.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

/// Tenants that lasted as long as one command are among them.
constexpr qsizetype MostRemembered = 200;

constexpr auto CountersignedKey = "countersigned"_L1;
/// The first one, and the latest: each is proved anew in a case file.
constexpr size_t MostCountersigned = 4;
constexpr auto CountersignedEvery = 24h;

void addTo(std::vector<Countersignature> &countersigned, const Countersignature &made)
{
    const bool isSoon =
        countersigned.size() > 1 && countersigned.back().time.addDuration(CountersignedEvery) > made.time;
    if (isSoon)
        countersigned.pop_back();
    else if (countersigned.size() >= MostCountersigned)
        countersigned.erase(countersigned.begin() + 1);
    countersigned.push_back(made);
}

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

HeadWitness::HeadWitness(TenantClient &client, const QString &file, const QString &keyFile, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(file)
    , m_keyFile(keyFile)
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
        remember(now);
}

HeadWitness::Head HeadWitness::known() const
{
    const QJsonObject head = readHeads(m_file).value(m_client.fingerprint()).toObject();
    return {
        quint64(head.value("number"_L1).toInteger()), QByteArray::fromHex(head.value("hash"_L1).toString().toLatin1())};
}

std::vector<Countersignature> HeadWitness::countersignatures(const QString &fingerprint, const QString &file)
{
    const QJsonObject head = readHeads(file).value(fingerprint).toObject();
    return countersignaturesFrom(head.value(CountersignedKey).toArray());
}

/// Nothing where the service is of an earlier version, or did not sign what it says.
std::optional<Countersignature> HeadWitness::countersign(const Message::JournalHead &head) const
{
    if (!head.root || !head.rootSignature || !head.key)
        return {};
    const JournalPoint point{head.number, head.hash, *head.root};
    const auto key = loadWorkstationKey(m_keyFile);
    if (!key || !proofVerify(*head.key, pointText(point), *head.rootSignature))
        return {};
    return Countersignature{
        point, key->point(), key->sign(countersignText(*head.key, point)), QDateTime::currentDateTimeUtc()};
}

void HeadWitness::remember(const Message::JournalHead &head) const
{
    QJsonObject all = readHeads(m_file);
    auto countersigned = countersignatures(m_client.fingerprint(), m_file);
    if (const auto made = countersign(head))
        addTo(countersigned, *made);
    all.insert(m_client.fingerprint(),
        QJsonObject{{u"number"_s, qint64(head.number)}, {u"hash"_s, QString::fromLatin1(head.hash.toHex())},
            {u"seen"_s, QDateTime::currentSecsSinceEpoch()}, {CountersignedKey, toJson(countersigned)}});
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
