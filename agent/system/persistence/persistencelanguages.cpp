// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/files/filetree.h"
#include "agent/system/files/homes.h"
#include "agent/system/files/treeglob.h"
#include "agent/system/persistence/persistencereaders.h"
#include "agent/system/persistence/persistencesink.h"

#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Linux {

namespace {

// ---- Python: the module site, at each start

/// Lines that it runs: the others are folders.
bool runsCode(const QByteArray &line)
{
    return line.startsWith("import ") || line.startsWith("import\t");
}

void addPathFile(PersistenceSink &sink, const QByteArray &path, const QCborMap &details)
{
    for (const NamedLine &line : namedLines(path, sink.tree().tryRead(path).value_or(QByteArray()))) {
        if (runsCode(line.content))
            sink.add({.method = u"language_hooks"_s,
                .name = baseName(path),
                .enabled = true,
                .command = line.content,
                .path = path,
                .id = line.id,
                .details = details});
    }
}

void addPython(PersistenceSink &sink, const QByteArray &folder, const QCborMap &details)
{
    for (const QByteArray &path : sink.tree().entries(folder)) {
        const QByteArray name = baseName(path);
        if (name.endsWith(".pth"))
            addPathFile(sink, path, details);
        else if (name == "sitecustomize.py" || name == "usercustomize.py")
            sink.addRead(u"language_hooks"_s, path, details);
        else if (name == "sitecustomize" || name == "usercustomize") // a package of that name is one, too
            sink.addRead(u"language_hooks"_s, path + "/__init__.py", details);
    }
}

void addLanguages(PersistenceSink &sink)
{
    QSet<QByteArray> seen;
    for (const char *pattern : {"/usr/lib/python3/dist-packages", "/usr/lib/python[23]*",
             "/usr/lib/python*/site-packages", "/usr/lib/python*/dist-packages", "/usr/lib64/python*/site-packages",
             "/usr/local/lib/python*/dist-packages", "/usr/local/lib/python*/site-packages",
             "/opt/*/lib/python*/site-packages"}) {
        for (const QByteArray &folder : globPaths(sink.tree(), pattern)) {
            if (!seen.contains(folder))
                addPython(sink, folder, {});
            seen.insert(folder);
        }
    }
    for (const Home &home : listHomes(sink.tree())) {
        for (const QByteArray &folder : globPaths(sink.tree(), home.path + "/.local/lib/python*/site-packages"))
            addPython(sink, folder, {{u"user"_s, deviceText(home.user)}});
        sink.addRead(u"language_hooks"_s, home.path + "/.pythonrc", {{u"user"_s, deviceText(home.user)}});
    }
    for (const char *pattern : {"/etc/perl/sitecustomize.pl", "/usr/local/lib/site_perl/sitecustomize.pl",
             "/usr/lib/*/perl/*/sitecustomize.pl"}) {
        for (const QByteArray &path : globPaths(sink.tree(), pattern))
            sink.addRead(u"language_hooks"_s, path);
    }
}

} // namespace

void addLanguageHooks(PersistenceSink &sink)
{
    addLanguages(sink);
}

} // namespace Sonde::Agent::Linux
