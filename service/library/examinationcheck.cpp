// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/library/examinationcheck.h"

#include "protocol/examination/examinationfile.h"
#include "protocol/examination/hashlist.h"
#include "protocol/rules/compiledrules.h"

#include <QFile>

namespace Sonde::Service {

Result<void> checkExaminationFile(const QString &name, const QString &path)
{
    const ExaminationFile kind = examinationFile(name);
    if (kind == ExaminationFile::None)
        return {};
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, name, file.errorString());
    if (kind != ExaminationFile::Rules)
        return checkHashList(file, name);
    return CompiledRules::compile({{name, file.readAll()}}).transform([](const CompiledRules &) {});
}

} // namespace Sonde::Service
