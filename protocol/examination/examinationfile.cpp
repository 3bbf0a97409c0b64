// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/examination/examinationfile.h"

using namespace Qt::StringLiterals;

namespace Sonde {

ExaminationFile examinationFile(QStringView name)
{
    const auto ends = [name](QLatin1StringView suffix) { return name.endsWith(suffix, Qt::CaseInsensitive); };
    if (ends(".yar"_L1) || ends(".yara"_L1))
        return ExaminationFile::Rules;
    if (ends(".bad.hashes"_L1))
        return ExaminationFile::KnownBad;
    if (ends(".good.hashes"_L1))
        return ExaminationFile::KnownGood;
    if (ends(".artifacts.yaml"_L1) || ends(".artifacts.yml"_L1))
        return ExaminationFile::Artifacts;
    return ExaminationFile::None;
}

Result<void> checkListName(const QString &name)
{
    if (!name.endsWith(".hashes"_L1, Qt::CaseInsensitive) || examinationFile(name) != ExaminationFile::None)
        return {};
    return fail(ErrorCode::BadName, name).with(Fact::Why, u"hashes"_s);
}

} // namespace Sonde
