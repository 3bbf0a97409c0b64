// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/localcontent.h"
#include "controllers/tenant/tenantclient.h"

#include <map>

namespace Sonde::Client {

class TicketedTransfer;

/// What an analyst asks for: a file of this machine as they saw it, and what is said of it in the library.
struct UploadOrder {
    LocalContent content;
    QString name; ///< in the library
    QString description;
    bool hasParameters = false;
    QString parametersDescription;
    bool overwrite = false;
};

struct LibraryUpload {
    enum class State { Waiting, Moving, Retrying, Stored, Failed };

    quint32 id = 0;
    UploadOrder order;
    State state = State::Waiting;
    qint64 done = 0;
    std::optional<Error> error; ///< why it failed, or waits

    [[nodiscard]] bool isOver() const { return state >= State::Stored; }
};

/// Uploads to the library, one after the other in the order they came. Each goes on by itself after a lost connection.
class LibraryUploads final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryUploads)

public:
    explicit LibraryUploads(TenantClient &client, QObject *parent = nullptr);
    ~LibraryUploads() override;

    quint32 add(const UploadOrder &order);
    /// changed() follows, with Cancelled as its error.
    void cancel(quint32 id);
    /// nullptr when there is none.
    [[nodiscard]] const LibraryUpload *upload(quint32 id) const;
    /// Those that are not over, in the order they came.
    [[nodiscard]] QList<LibraryUpload> open() const;

Q_SIGNALS:
    void changed(quint32 id);

private:
    void startNext();
    void move(quint32 id);
    void end(quint32 id, const Result<void> &result);
    void update(quint32 id, const std::function<void(LibraryUpload &)> &change);

    TenantClient &m_client;
    std::map<quint32, LibraryUpload> m_uploads;
    quint32 m_current = 0;
    std::unique_ptr<TicketedTransfer> m_transfer;
};

} // namespace Sonde::Client
