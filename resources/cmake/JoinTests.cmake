# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# cmake -DOUTPUT=FILE -DTESTS="a;b" -P JoinTests.cmake: one source of tst_a.cpp and tst_b.cpp, which are in the working directory. What
# they include comes first and once, outside of all namespaces; then each in a namespace of its own, its main() with it.

set(_includes "#include <QtCore/qmetatype.h>" "#include <QtCore/qtmochelpers.h>" "#include <QtCore/qxptype_traits.h>" # as moc writes
    "#include <cstdio>" "#include <cstdlib>" "#include <cstring>" "#include <memory>")
set(_tests "")
set(_calls "")
foreach(test ${TESTS})
    file(STRINGS tst_${test}.cpp _lines REGEX "^#include ")
    list(FILTER _lines EXCLUDE REGEX "\\.moc\"")
    list(APPEND _includes ${_lines})
    string(APPEND _tests "namespace tst_${test} {\n#include \"tst_${test}.cpp\"\n} // namespace tst_${test}\n")
    string(APPEND _calls "    if (std::strcmp(name, \"tst_${test}\") == 0)\n        return tst_${test}::main(argc, argv);\n")
endforeach()
list(REMOVE_DUPLICATES _includes)
list(JOIN _includes "\n" _includes)
file(WRITE "${OUTPUT}" "${_includes}

${_tests}
namespace {

/// The link that it was called by. A test that starts its own program hands the name on.
const char *calledAs(const char *path)
{
    const char *slash = std::strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (std::strncmp(name, \"tst_\", 4) == 0)
        ::setenv(\"SONDE_TEST\", name, 1);
    const char *known = std::getenv(\"SONDE_TEST\");
    return known ? known : name;
}

} // namespace

int main(int argc, char **argv)
{
    const char *name = calledAs(argv[0]);
${_calls}    std::fprintf(stderr, \"%s: call one of its tests by its link\\n\", argv[0]);
    return 2;
}
")
