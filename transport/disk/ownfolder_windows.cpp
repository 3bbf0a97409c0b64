// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/disk/ownfolder.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Sonde {

/// A folder below a user's own inherits who may do what with it.
Result<void> makeOwnFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return fail(ErrorCode::CannotWrite, path);
    if (QFileInfo(path).isSymLink() || QFileInfo(path).isJunction())
        return fail(ErrorCode::CannotStart, path, u"it is a link"_s);
    return {};
}

} // namespace Sonde
