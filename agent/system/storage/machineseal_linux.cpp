// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/storage/machineseal.h"

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

std::unexpected<Error> noSeal()
{
    return fail(ErrorCode::NotSupported, u"seal"_s);
}

} // namespace

bool hasMachineSeal()
{
    return false;
}

Result<QByteArray> sealForMachine(const QByteArray &, const QByteArray &)
{
    return noSeal();
}

Result<QByteArray> unsealOnMachine(const QByteArray &, const QByteArray &)
{
    return noSeal();
}

} // namespace Sonde::Agent
