// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/base/verb.h"

#include "protocol/base/editdistance.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

Verb::Verb(VerbSpec spec)
    : m_spec(std::move(spec))
{
}

void Verb::run(const CliOptions &options, SignedInTenant *tenant)
{
    m_options = &options;
    m_tenant = tenant;
    start();
}

void Verb::interrupt()
{
    finish(ExitStatus::Cancelled);
}

void Verb::finish(ExitStatus status)
{
    Q_EMIT finished(status);
}

void Verb::fail(const Error &error)
{
    Printer::error(error);
    finish(exitStatusFor(error));
}

Result<Verb *> VerbTable::find(const QString &name) const
{
    QStringList names;
    for (const auto &verb : m_verbs) {
        if (name == verb->spec().name)
            return verb.get();
        names << verb->spec().name;
    }
    return Sonde::fail(ErrorCode::UnknownVerb, name)
        .with(Fact::Nearest, QCborArray::fromStringList(nearestNames(name, names)));
}

} // namespace Sonde::Client

#include "moc_verb.cpp"
