// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agent/librarydevice.h"

namespace Sonde::Agent {

/// In two halves, so that the rule does not find this test in memory by its own text.
inline const QByteArray Marker = QByteArray("sonde-examination-") + "marker-7391";

/// Finds it.
inline QByteArray markerRule(const QByteArray &meta = {})
{
    return "rule marker {\n meta:\n  author = \"A. Author\"\n  license = \"MIT\"\n" + meta
        + " strings:\n  $a = \"sonde-examination-\" \n condition:\n  $a\n}\n";
}

/// Of the agent, as whose child YARA runs.
inline QByteArray examinerProgram()
{
    return SONDE_BIN_DIR "/sonde-agent";
}

/// A device with the library's files, on which analyze and scan run.
class ExaminedDevice final
{
public:
    ExaminedDevice() { probe.around.root = QFile::encodeName(empty.path()); }

    void bring(const QString &name, const QByteArray &content)
    {
        const QByteArray root = probe.around.root;
        library.bringExamination(probe, name, content);
        probe.around.root = root;
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(files.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return file.fileName();
    }
    /// What went wrong; empty: nothing.
    QString run(const QString &line)
    {
        probe.rows.clear();
        probe.around.examiner = examinerProgram();
        if (probe.around.folder.isEmpty()) {
            const QByteArray root = probe.around.root;
            probe.around = {{}, library.folder.path(), library.blobs, library.working};
            probe.around.root = root;
            probe.around.examiner = examinerProgram();
        }
        const Outcome outcome = probe.run(line);
        return outcome.failure ? debugText(*outcome.failure) : QString();
    }
    [[nodiscard]] QJsonObject verdict() const
    {
        return rowWhere(probe, QStringLiteral("kind"), QStringLiteral("verdict"));
    }
    [[nodiscard]] QString verdictWord() const { return verdict().value(QStringLiteral("verdict")).toString(); }
    [[nodiscard]] QJsonObject finding(const QString &name) const
    {
        return rowWhere(probe, QStringLiteral("finding"), name);
    }

    LibraryDevice library;
    QTemporaryDir files;
    QTemporaryDir empty; ///< a root in which nothing is configured
    CommandProbe probe;
};

} // namespace Sonde::Agent
