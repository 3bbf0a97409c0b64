// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/embeddedcli.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

void EmbeddedCli::makeTenant()
{
    QVERIFY(m_directory.isValid());
    const auto run = cli({u"devices"_s});
    QVERIFY2(run.status == 0, run.errors.constData());
    QVERIFY(run.output.contains("online"));
}

QStringList EmbeddedCli::arguments(const QStringList &verb) const
{
    return QStringList{u"--embedded"_s, u"--data"_s, m_directory.filePath(u"tenant"_s), u"--language"_s, u"en"_s,
               u"--download-dir"_s, m_directory.path()}
    + verb;
}

TestTenant::Run EmbeddedCli::cli(const QStringList &verb, const QByteArray &input) const
{
    return TestTenant::run(TestTenant::program(u"sonde-cli"_s), arguments(verb), input);
}

QString EmbeddedCli::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

QList<QJsonObject> EmbeddedCli::jsonLines(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            objects << QJsonDocument::fromJson(line).object();
    }
    return objects;
}

} // namespace Sonde::Client
