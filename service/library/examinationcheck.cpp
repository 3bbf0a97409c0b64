// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/examinationcheck.h"

#include "protocol/baseline/baseline.h"
#include "protocol/examination/examinationfile.h"
#include "protocol/examination/hashlist.h"
#include "protocol/rules/compiledrules.h"
#include "service/artifacts/artifactbook.h"
#include "service/artifacts/yamltree.h"

#include <QFile>

using namespace Qt::StringLiterals;

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

/// Its name says which verb's rows it holds.
Result<void> checkBaseline(QFile &file, const QString &name)
{
    const auto known = baselineName(name);
    return readBaseline(file, name).and_then([&](const Baseline &baseline) -> Result<void> {
        if (!known || known->verb != baseline.head.verb)
            return fail(ErrorCode::BadName, name).with(Fact::Why, u"baseline"_s);
        return {};
    });
}

bool isBaseline(const QString &name)
{
    return name.endsWith(u".baseline", Qt::CaseInsensitive);
}

} // namespace

bool isChecked(const QString &name)
{
    return isBaseline(name) || examinationFile(name) != ExaminationFile::None;
}

Result<void> checkExaminationFile(const QString &name, QFile &file)
{
    if (isBaseline(name))
        return checkBaseline(file, name);
    switch (examinationFile(name)) {
    case ExaminationFile::None: return {};
    case ExaminationFile::Artifacts: return checkArtifacts(name, file.read(MostYamlBytes + 1));
    case ExaminationFile::Rules:
        return CompiledRules::compile({{name, file.readAll()}}).transform([](const CompiledRules &) {});
    default: return checkHashList(file, name);
    }
}

} // namespace Sonde::Service
