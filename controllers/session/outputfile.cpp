// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/outputfile.h"

#include "protocol/base/reason.h"
#include "transport/disk/partialfile.h"
#include "transport/threads/guarded.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What is to be written, independent of the output that goes on changing.
struct Snapshot {
    const CommandSpec *command = nullptr;
    ResultRows rows;
    QByteArray text;
    std::optional<ScriptOutput> script;
};

QByteArray rendered(const Snapshot &snapshot, OutputType type)
{
    if (snapshot.script && type == OutputType::Json)
        return toJsonText(*snapshot.script);
    if (!snapshot.command)
        return snapshot.text;
    return type == OutputType::Json ? rowsToJsonText(*snapshot.command, snapshot.rows)
                                    : rowsToText(*snapshot.command, snapshot.rows).toUtf8();
}

/// Before the suffix.
QString withMark(const QString &path, const QString &mark)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    return path.chopped(suffix.size()) + mark + suffix;
}

} // namespace

Result<QString> savePath(const QString &name, const QString &folder)
{
    if (QDir::isAbsolutePath(name))
        return QDir::cleanPath(name);
    const QString root = QDir::cleanPath(QDir(folder).absolutePath());
    const QString path = QDir::cleanPath(QDir(root).filePath(name));
    if (!path.startsWith(root.endsWith(u'/') ? root : root + u'/'))
        return fail(ErrorCode::BadValue, name, Reason::OutsideFolder);
    return path;
}

QString partialName(const QString &path)
{
    return withMark(path, u".partial"_s);
}

QString freePartialName(const QString &path)
{
    QString free = partialName(path);
    for (int i = 2; QFileInfo::exists(free) || QFileInfo(free).isSymLink(); ++i)
        free = withMark(path, u".partial-%1"_s.arg(i));
    return free;
}

Result<void> claimFile(const QString &path)
{
    QFile file(path);
    if (file.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return fail(ErrorCode::FileExists, path);
    return fail(ErrorCode::CannotWrite, path, file.errorString());
}

Result<void> nameFile(const QString &path, Overwrite overwrite, const std::function<Result<void>()> &rename)
{
    if (overwrite == Overwrite::Yes)
        return rename();
    if (const auto claimed = claimFile(path); !claimed)
        return claimed;
    const auto renamed = rename();
    if (!renamed)
        QFile::remove(path);
    return renamed;
}

Result<void> writeFile(const QString &path, const QByteArray &bytes, Overwrite overwrite)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::CannotWrite, folder);
    return nameFile(path, overwrite, [&]() -> Result<void> {
        QSaveFile file(path); // temporary name beside it; commit() writes it out and renames
        const auto owner = QFile::ReadOwner | QFile::WriteOwner; // what a device says is nobody else's business
        if (!file.open(QFile::WriteOnly) || !file.setPermissions(owner) || file.write(bytes) != bytes.size()
            || !file.commit())
            return fail(ErrorCode::CannotWrite, path, file.errorString());
        syncFolder(folder);
        return {};
    });
}

void saveOutput(const CommandOutput &output, OutputType type, const QString &path, Overwrite overwrite,
    QObject *context, std::function<void(Result<void>)> done)
{
    Snapshot snapshot;
    if (output.table())
        snapshot = {&output.table()->command(), output.table()->rows(), {}, {}};
    else if (output.text())
        snapshot.text = output.rawText()->bytes();
    else if (output.spec() && !output.spec()->columns.isEmpty())
        snapshot.command = output.spec(); // no rows is an answer too
    if (type == OutputType::Json)
        snapshot.script = output.script();
    runGuarded(
        context,
        [snapshot = std::move(snapshot), type, path, overwrite] {
            return writeFile(path, rendered(snapshot, type), overwrite);
        },
        std::move(done));
}

} // namespace Sonde::Client
