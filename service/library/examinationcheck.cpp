// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/examinationcheck.h"

#include "protocol/examination/examinationfile.h"
#include "protocol/examination/hashlist.h"
#include "protocol/rules/compiledrules.h"
#include "service/artifacts/artifactbook.h"
#include "service/artifacts/yamltree.h"

#include <QFile>

namespace Sonde::Service {

namespace {

Result<void> checkArtifacts(const QString &name, const QByteArray &text)
{
    return readArtifacts(name, text, Strictness::Refuse).and_then([&](std::vector<ArtifactDefinition> definitions) {
        ArtifactBook book;
        book.add(name, std::move(definitions));
        return book.checkGroups(name);
    });
}

} // namespace

Result<void> checkExaminationFile(const QString &name, const QString &path)
{
    const ExaminationFile kind = examinationFile(name);
    if (kind == ExaminationFile::None)
        return {};
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, name, file.errorString());
    if (kind == ExaminationFile::Artifacts)
        return checkArtifacts(name, file.read(MostYamlBytes + 1));
    if (kind != ExaminationFile::Rules)
        return checkHashList(file, name);
    return CompiledRules::compile({{name, file.readAll()}}).transform([](const CompiledRules &) {});
}

} // namespace Sonde::Service
