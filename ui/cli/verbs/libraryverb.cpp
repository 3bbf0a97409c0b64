// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/library/librarycontroller.h"
#include "protocol/command/libraryrow.h"
#include "protocol/command/rows.h"
#include "ui/cli/verbs/cliverbs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QJsonObject fileObject(const LibraryFile &file)
{
    QJsonObject object = rowToJson(Catalogue::instance().of(Verbs::Library), libraryRow(file));
    object.insert(u"signer"_s, file.signer);
    object.insert(u"lastUpdatedBy"_s, file.updatedBy);
    return object;
}

class LibraryVerb final : public CliVerb
{
public:
    LibraryVerb()
        : CliVerb({.name = u"library"_s,
              .purpose =
                  QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists, uploads, downloads and deletes library files."),
              .details = QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                  "An upload of a name that the library has becomes its new version with --overwrite; what is not said "
                  "of it stays as it was."),
              .forms =
                  {
                      {u"[list]"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the newest version of each file.")},
                      {u"list NAME"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Lists the versions of one file.")},
                      {u"upload FILE"_s, QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Uploads a file of this computer.")},
                      {u"download NAME [VERSION]"_s,
                          QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Downloads a file to --download-dir.")},
                      {u"delete NAME"_s,
                          QT_TRANSLATE_NOOP("Sonde::Client::Cli", "Deletes a file with all its versions.")},
                  },
              .options = {{u"description"_s, u"TEXT"_s,
                              QT_TRANSLATE_NOOP("Sonde::Client::Cli", "With upload: what the file is for.")},
                  {u"parameters"_s, u"TEXT"_s,
                      QT_TRANSLATE_NOOP("Sonde::Client::Cli",
                          "With upload: an example and a description of the script's parameters.")}},
              .examples = {u"--embedded library"_s,
                  u"--embedded library upload triage.sh --description 'first look' --parameters '-v: more words'"_s,
                  u"--embedded --download-dir case-7 library download triage.sh 2"_s}})
    {
    }

protected:
    void start() override
    {
        m_library = std::make_unique<LibraryController>(tenant().client, m_files);
        connect(m_library.get(), &LibraryController::failed, this, &LibraryVerb::fail);
        connect(m_library.get(), &LibraryController::listed, this, [this] {
            if (!std::exchange(m_acted, true))
                act();
        });
    }

private:
    void act()
    {
        const QString action = argument(0);
        if (action == "upload"_L1)
            upload();
        else if (action == "download"_L1)
            download();
        else if (action == "delete"_L1)
            m_library->remove(argument(1), this, [this](const Result<void> &result) { finishWith(result); });
        else
            list();
    }

    void list()
    {
        if (options().arguments.size() < 2) {
            print(m_files.files());
            return finish();
        }
        m_library->fetchVersions(argument(1), this, [this](const Result<std::vector<LibraryFile>> &versions) {
            if (versions)
                print(*versions);
            finishWith(versions);
        });
    }

    void print(const std::vector<LibraryFile> &files)
    {
        std::vector<QJsonObject> rows;
        rows.reserve(files.size());
        for (const LibraryFile &file : files)
            rows.push_back(fileObject(file));
        printer().list({u"fileName"_s, u"version"_s, u"size"_s, u"signature"_s, u"hasParameters"_s, u"lastUpdatedBy"_s,
                           u"lastUpdatedTime"_s, u"uses"_s, u"description"_s},
            rows);
    }

    void upload()
    {
        const QString path = argument(1);
        const auto content = readFile(path, m_library->sizeLimit(), {});
        if (!content)
            return fail(content.error());
        const QString name = QFileInfo(path).fileName();
        if (const auto named = checkFileName(name); !named)
            return fail(named.error());
        for (const QString &other : m_library->othersWith(content->sha256, name))
            Printer::note(QCoreApplication::translate("Sonde::Client::Cli", "The library has the same content as “%1”.")
                    .arg(other));
        const auto id = m_library->uploads().add(orderFor(*content, name));
        connect(&m_library->uploads(), &LibraryUploads::changed, this, [this, id](quint32 changed) {
            if (changed == id)
                follow(id);
        });
    }

    /// What is not said of a new version stays as it was.
    UploadOrder orderFor(const LocalContent &content, const QString &name) const
    {
        UploadOrder order{content, name, {}, false, {}, options().overwrite};
        if (const LibraryFile *known = m_files.file(name)) {
            order.description = known->description;
            order.hasParameters = known->hasParameters;
            order.parametersDescription = known->parametersDescription;
        }
        if (!options().description.isEmpty())
            order.description = options().description;
        if (!options().parameters.isEmpty()) {
            order.hasParameters = true;
            order.parametersDescription = options().parameters;
        }
        return order;
    }

    void follow(quint32 id)
    {
        const LibraryUpload &upload = *m_library->uploads().upload(id);
        if (upload.state == LibraryUpload::State::Stored)
            showNewest(upload.order.name);
        else if (upload.state == LibraryUpload::State::Failed)
            fail(*upload.error);
        else if (upload.state == LibraryUpload::State::Retrying)
            Printer::error(*upload.error);
    }

    void showNewest(const QString &name)
    {
        m_library->fetchVersions(name, this, [this](const Result<std::vector<LibraryFile>> &versions) {
            if (versions)
                print({versions->front()});
            finishWith(versions);
        });
    }

    void download()
    {
        const QString name = argument(1);
        const quint32 version = argument(2).toUInt();
        m_library->fetchVersions(name, this, [this, name, version](const Result<std::vector<LibraryFile>> &versions) {
            if (!versions)
                return fail(versions.error());
            const auto wanted =
                version == 0 ? versions->begin() : std::ranges::find(*versions, version, &LibraryFile::version);
            if (wanted == versions->end())
                return fail({ErrorCode::LibraryFileUnknown, name, u"no version %1"_s.arg(version), {}});
            const QString path = QDir(options().downloadDirectory).filePath(wanted->name);
            const auto overwrite = options().overwrite ? Overwrite::Yes : Overwrite::No;
            m_library->download(
                *wanted, path, overwrite, this, [this](const Result<void> &result) { finishWith(result); });
        });
    }

    LibraryModel m_files;
    std::unique_ptr<LibraryController> m_library;
    bool m_acted = false;
};

} // namespace

std::unique_ptr<CliVerb> libraryVerb()
{
    return std::make_unique<LibraryVerb>();
}

} // namespace Sonde::Client
