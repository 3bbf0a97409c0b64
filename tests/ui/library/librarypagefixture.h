// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/librarypage.h"
#include "ui/library/uploaddialog.h"
#include "ui/library/uploadentry.h"
#include "ui/library/uploadrow.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

namespace Sonde::Client {

[[nodiscard]] QList<UploadRow *> rowsOf(const UploadDialog &dialog);
[[nodiscard]] LibraryFile libraryFile(const QString &name, const QString &description, quint32 version = 1);

/// A tenant that has a library and remembers what it was asked; file bytes do not travel here.
class LibraryLink final : public TenantLink
{
public:
    QStringList roles{QStringLiteral("security-administrator")};
    std::vector<LibraryFile> files;
    std::vector<AnyMessage> asked;
    std::optional<Error> listRefusal;

    void open(const Credentials &) override
    {
        later([this] { Q_EMIT opened(); });
    }
    void close() override
    {
        later([this] { Q_EMIT closed({ErrorCode::Interrupted, {}, {}, {}}); });
    }
    void forget() override {}
    void send(const AnyMessage &message) override
    {
        asked.push_back(message);
        std::visit(
            [this]<typename T>(const T &request) {
                if constexpr (requires { answer(request); })
                    answer(request);
            },
            static_cast<const AnyMessage::variant &>(message));
    }

    template<typename T>
    [[nodiscard]] std::vector<T> askedFor() const
    {
        std::vector<T> found;
        for (const AnyMessage &message : asked) {
            if (const auto *wanted = std::get_if<T>(&message))
                found.push_back(*wanted);
        }
        return found;
    }
    void tell(const AnyMessage &message)
    {
        later([this, message] { Q_EMIT received(message); });
    }
    void publishLimit(qint64 bytes) { publish(TenantSetting::LibraryFileBytes, QString::number(bytes)); }
    void publish(TenantSetting setting, const QString &value)
    {
        m_settings.insert(settingKey(setting), value);
        tell(Message::Settings{0, m_settings});
    }

private:
    QMap<QString, QString> m_settings;
    void later(std::function<void()> action)
    {
        QMetaObject::invokeMethod(this, std::move(action), Qt::QueuedConnection);
    }
    void answer(const Message::Hello &)
    {
        Message::Welcome welcome;
        welcome.user = UserName(QStringLiteral("ada"));
        welcome.roles = roles;
        tell(welcome);
        publishLimit(1024 * 1024);
    }
    void answer(const Message::FetchLibrary &request)
    {
        if (listRefusal)
            return tell(Message::Refused{request.request, *listRefusal});
        std::vector<LibraryFile> found;
        for (const LibraryFile &file : files) {
            if (request.name.isEmpty() || file.name == request.name)
                found.push_back(file);
        }
        tell(Message::Library{request.request, found, quint32(found.size())});
    }
    void answer(const Message::DeleteLibraryFile &request) { tell(Message::Done{request.request}); }
    void answer(const Message::OpenUpload &request)
    {
        tell(Message::Refused{request.request,
            Error{ErrorCode::NoSpace, request.name, {}, {}}.with(Fact::Limit, 1).with(Fact::Actual, 2)});
    }
};

/// What tests of the library's page share: the page, shown to a security administrator, over three files.
class LibraryPageFixture
{
protected:
    void setUp();
    void tearDown();
    void connectAs(const QStringList &roles);
    [[nodiscard]] QString makeFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] UploadDialog &openDialog(const QStringList &paths);

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TenantClient> m_client;
    LibraryLink *m_link = nullptr;
    std::unique_ptr<LibraryModel> m_files;
    std::unique_ptr<LibraryController> m_library;
    std::unique_ptr<QWidget> m_window;
    UploadEntry *m_entry = nullptr;
    LibraryPage *m_page = nullptr;
};

} // namespace Sonde::Client
