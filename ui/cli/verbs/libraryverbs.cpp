// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/verbs/libraryverbs.h"

#include "protocol/base/codec.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

const QString Usage = u"library [list [NAME] | upload FILE | download NAME [VERSION] | delete NAME]"_s;

/// The fields of commands.md §4, as the console's `library` gives them.
QJsonObject fileObject(const LibraryFile &file)
{
    return {{u"fileName"_s, file.name}, {u"description"_s, file.description}, {u"hasParameters"_s, file.hasParameters},
        {u"parametersDescription"_s, file.parametersDescription}, {u"signature"_s, Codec::wireName(file.signature)},
        {u"signer"_s, file.signer}, {u"size"_s, file.size}, {u"sha256"_s, QString::fromLatin1(file.sha256.toHex())},
        {u"version"_s, qint64(file.version)}, {u"createdBy"_s, file.createdBy},
        {u"creationTime"_s, file.created.toString(Qt::ISODateWithMs)}, {u"lastUpdatedBy"_s, file.updatedBy},
        {u"lastUpdatedTime"_s, file.updated.toString(Qt::ISODateWithMs)}, {u"uses"_s, qint64(file.uses)}};
}

} // namespace

LibraryVerbs::LibraryVerbs(TenantClient &client, const CliOptions &options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_options(options)
    , m_printer(options.json)
{
}

void LibraryVerbs::run()
{
    m_library = std::make_unique<LibraryController>(m_client, m_files);
    connect(
        m_library.get(), &LibraryController::failed, this, [this](const Error &error) { end(std::unexpected(error)); });
    connect(m_library.get(), &LibraryController::listed, this, [this] {
        if (!std::exchange(m_acted, true))
            act();
    });
}

void LibraryVerbs::act()
{
    const QString action = m_options.arguments.value(0, u"list"_s);
    const qsizetype given = m_options.arguments.size();
    if (action == "list"_L1 && given <= 2)
        list();
    else if (action == "upload"_L1 && given == 2)
        upload();
    else if (action == "download"_L1 && (given == 2 || given == 3))
        download();
    else if (action == "delete"_L1 && given == 2)
        remove();
    else
        end(fail(ErrorCode::BadValue, m_options.arguments.join(u' '), Usage));
}

void LibraryVerbs::list()
{
    if (m_options.arguments.size() < 2) {
        print(m_files.files());
        return end({});
    }
    m_library->fetchVersions(m_options.arguments.at(1), this, [this](const Result<std::vector<LibraryFile>> &versions) {
        if (versions)
            print(*versions);
        end(versions.transform([](const auto &) {}));
    });
}

void LibraryVerbs::print(const std::vector<LibraryFile> &files)
{
    std::vector<QJsonObject> rows;
    for (const LibraryFile &file : files)
        rows.push_back(fileObject(file));
    m_printer.list({u"fileName"_s, u"version"_s, u"size"_s, u"signature"_s, u"hasParameters"_s, u"lastUpdatedBy"_s,
                       u"lastUpdatedTime"_s, u"uses"_s, u"description"_s},
        rows);
}

void LibraryVerbs::upload()
{
    const QString path = m_options.arguments.at(1);
    const auto content = readFile(path, m_library->sizeLimit(), {});
    if (!content)
        return end(std::unexpected(content.error()));
    const QString name = QFileInfo(path).fileName();
    if (const auto named = checkFileName(name); !named)
        return end(named);
    for (const QString &other : m_library->othersWith(content->sha256, name))
        Printer::note(
            QCoreApplication::translate("Sonde::Client::Cli", "The library has the same content as “%1”.").arg(other));
    const auto id = m_library->uploads().add(orderFor(*content, name));
    connect(&m_library->uploads(), &LibraryUploads::changed, this, [this, id](quint32 changed) {
        if (changed == id)
            follow(id);
    });
}

/// What is not said of a new version stays as it was.
UploadOrder LibraryVerbs::orderFor(const LocalContent &content, const QString &name) const
{
    UploadOrder order{content, name, {}, false, {}, m_options.overwrite};
    if (const LibraryFile *known = m_files.file(name)) {
        order.description = known->description;
        order.hasParameters = known->hasParameters;
        order.parametersDescription = known->parametersDescription;
    }
    if (!m_options.description.isEmpty())
        order.description = m_options.description;
    if (!m_options.parameters.isEmpty()) {
        order.hasParameters = true;
        order.parametersDescription = m_options.parameters;
    }
    return order;
}

void LibraryVerbs::follow(quint32 id)
{
    const LibraryUpload &upload = *m_library->uploads().upload(id);
    if (upload.state == LibraryUpload::State::Stored)
        showNewest(upload.order.name);
    else if (upload.state == LibraryUpload::State::Failed)
        end(std::unexpected(*upload.error));
    else if (upload.state == LibraryUpload::State::Retrying)
        Printer::error(*upload.error);
}

void LibraryVerbs::showNewest(const QString &name)
{
    m_library->fetchVersions(name, this, [this](const Result<std::vector<LibraryFile>> &versions) {
        if (versions)
            print({versions->front()});
        end(versions.transform([](const auto &) {}));
    });
}

void LibraryVerbs::download()
{
    const QString name = m_options.arguments.at(1);
    const quint32 version = m_options.arguments.value(2).toUInt();
    m_library->fetchVersions(name, this, [this, name, version](const Result<std::vector<LibraryFile>> &versions) {
        if (!versions)
            return end(std::unexpected(versions.error()));
        const auto wanted =
            version == 0 ? versions->begin() : std::ranges::find(*versions, version, &LibraryFile::version);
        if (wanted == versions->end())
            return end(fail(ErrorCode::LibraryFileUnknown, name, u"no version %1"_s.arg(version)));
        const QString path = QDir(m_options.downloadDirectory).filePath(wanted->name);
        const auto overwrite = m_options.overwrite ? Overwrite::Yes : Overwrite::No;
        m_library->download(*wanted, path, overwrite, this, [this](const Result<void> &result) { end(result); });
    });
}

void LibraryVerbs::remove()
{
    m_library->remove(m_options.arguments.at(1), this, [this](const Result<void> &result) { end(result); });
}

void LibraryVerbs::end(const Result<void> &result)
{
    if (!result)
        Printer::error(result.error());
    Q_EMIT finished(result ? ExitStatus::Completed : exitStatusFor(result.error()));
}

} // namespace Sonde::Client

#include "moc_libraryverbs.cpp"
