#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sbom.py FOLDER PREFIX VERSION: writes sbom.spdx.json (SPDX 2.3) into FOLDER: each file in it with its hash, and what it comes from.

The versions are those that the libraries' own headers in PREFIX, and the compiler, name.
"""

import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import uuid

# What the names of files begin with, the package, its licence, its supplier.
PACKAGES = [
    ("sonde-", "sonde", "GPL-3.0-or-later", "Organization: Sonde contributors"),
    ("Qt6", "qtbase", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "Organization: The Qt Company"),
    ("qopensslbackend", "qtbase", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "Organization: The Qt Company"),
    ("libssl", "openssl", "Apache-2.0", "Organization: OpenSSL"),
    ("libcrypto", "openssl", "Apache-2.0", "Organization: OpenSSL"),
    ("libarchive", "libarchive", "BSD-2-Clause", "Organization: libarchive"),
    ("zlib1", "zlib", "Zlib", "NOASSERTION"),
    ("libstdc++", "gcc", "GPL-3.0-or-later WITH GCC-exception-3.1", "Organization: Free Software Foundation"),
    ("libgcc", "gcc", "GPL-3.0-or-later WITH GCC-exception-3.1", "Organization: Free Software Foundation"),
    ("libwinpthread", "mingw-w64", "MIT", "NOASSERTION"),
]
MINGW = pathlib.Path("/usr/share/mingw-w64/include")


def found(path, pattern):
    try:
        match = re.search(pattern, path.read_text(errors="replace"))
    except OSError:
        return "NOASSERTION"
    return match.group(1) if match else "NOASSERTION"


def versions(prefix, version):
    include = prefix / "include"
    compiler = subprocess.run(["x86_64-w64-mingw32-g++-posix", "-dumpfullversion"], capture_output=True, text=True, check=False)
    return {
        "sonde": version,
        "qtbase": found(include / "QtCore" / "qtcoreversion.h", r'QTCORE_VERSION_STR "([^"]+)"'),
        "openssl": found(include / "openssl" / "opensslv.h", r'OPENSSL_VERSION_STR "([^"]+)"'),
        "libarchive": found(include / "archive.h", r'ARCHIVE_VERSION_ONLY_STRING "([^"]+)"'),
        "zlib": found(pathlib.Path("/usr/x86_64-w64-mingw32/include/zlib.h"), r'ZLIB_VERSION "([^"]+)"'),
        "gcc": compiler.stdout.strip() or "NOASSERTION",
        "mingw-w64": found(MINGW / "_mingw_mac.h", r"__MINGW64_VERSION_MAJOR\s+(\d+)"),
    }


def package_of(name):
    return next((entry for entry in PACKAGES if name.startswith(entry[0])), None)


def main():
    folder, prefix, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    known = versions(prefix, version)
    output = folder / "sbom.spdx.json"
    packages, files, relations = {}, [], []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path == output:
            continue
        name = path.relative_to(folder).as_posix()
        entry = package_of(path.name)
        if entry is None and path.suffix in (".exe", ".dll"):
            sys.exit(f"sbom.py: {name} comes from nowhere: name it in PACKAGES")
        content = path.read_bytes()
        file_id = f"SPDXRef-File-{len(files)}"
        files.append({
            "SPDXID": file_id,
            "fileName": f"./{name}",
            "checksums": [
                {"algorithm": "SHA1", "checksumValue": hashlib.sha1(content).hexdigest()},
                {"algorithm": "SHA256", "checksumValue": hashlib.sha256(content).hexdigest()},
            ],
            "licenseConcluded": "NOASSERTION",
            "copyrightText": "NOASSERTION",
        })
        _, package, licence, supplier = entry or PACKAGES[0]
        package_id = f"SPDXRef-Package-{package}"
        packages[package] = {
            "SPDXID": package_id,
            "name": package,
            "versionInfo": known[package],
            "supplier": supplier,
            "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False,
            "licenseConcluded": licence,
            "licenseDeclared": licence,
            "copyrightText": "NOASSERTION",
        }
        relations.append({"spdxElementId": package_id, "relationshipType": "CONTAINS", "relatedSpdxElement": file_id})
    for package in packages.values():
        if package["name"] != "sonde":
            relations.append({
                "spdxElementId": "SPDXRef-Package-sonde",
                "relationshipType": "DEPENDS_ON",
                "relatedSpdxElement": package["SPDXID"],
            })
    relations.append({
        "spdxElementId": "SPDXRef-DOCUMENT",
        "relationshipType": "DESCRIBES",
        "relatedSpdxElement": "SPDXRef-Package-sonde",
    })
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"sonde-agent-{version}-windows-x64",
        "documentNamespace": f"urn:uuid:{uuid.uuid4()}",
        "creationInfo": {
            "created": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: Sonde contributors", "Tool: sonde-sbom.py"],
        },
        "packages": list(packages.values()),
        "files": files,
        "relationships": relations,
    }
    output.write_text(json.dumps(document, indent=2) + "\n")


main()
