# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `./dev check` runs: one function for each part, in the top folder of the tree to check. The quick parts take
# the files to look at on standard input, each followed by a zero byte.

: "${root:?}" "${build:?}" # of ./dev

readonly quick_parts=(format spelling licences shell cmake)
readonly slow_parts=(tidy odr asan tsan)

# Those of the files whose name matches an extended regular expression.
named() { grep -zE "$1" || true; }

# Those that are there. Links are not looked at: they may lead nowhere, or out of the tree.
there() {
    local file
    while IFS= read -r -d '' file; do
        [[ ! -f $file || -L $file ]] || printf '%s\0' "$file"
    done
}

check_format() { named '\.(cpp|h)$' | xargs -0 -r clang-format --dry-run -Werror; }
check_spelling() { xargs -0 -r codespell; }
check_licences() { there | xargs -0 -r reuse lint-file; }
check_shell() { named '^(dev|\.ci/run|resources/hooks/.*|.*\.sh)$' | xargs -0 -r shellcheck; }
check_cmake() { named '(^|/)CMakeLists\.txt$|\.cmake$' | xargs -0 -r cmake-lint --suppress-decorations -c .cmake-format.py --; }

check_tidy() {
    # Compiles with clang, with clang-tidy at its side: again only what changed.
    [[ ! $root/.clang-tidy -nt $build/tidy/configured ]] || rm -rf -- "$build/tidy"
    build tidy --target all sonde-bench sonde-soak -- -k 0
}

# The linker compares the types of all that it links into a program. First it has to see the two that are planted in
# tests/odr.
check_odr() {
    local said
    said=$(build odr --target planted_violation 2>&1) || true
    if [[ $said != *Werror=odr* ]]; then
        printf '%s\n' "$said" >&2
        say "odr: two types of one name were planted in tests/odr, and nobody saw them"
        return 1
    fi
    build odr --target all sonde-bench sonde-soak -- -k 0
}

check_asan() { run_tests asan; }
check_tsan() { run_tests tsan; }

# ---------------------------------------------------------------------------------------------------------------------

files_of_tree() { git ls-files -z -co --exclude-standard --deduplicate; }

# check_parts FILES PART…: runs the parts; the function FILES prints what the quick ones look at.
check_parts() {
    local files=$1 part
    local -a failed=()
    shift
    for part; do
        declare -F "check_$part" >/dev/null || die "check: no part $part, but: ${quick_parts[*]} ${slow_parts[*]}"
    done
    for part; do
        say "check: $part"
        "$files" | "check_$part" || failed+=("$part")
    done
    [[ ${#failed[@]} -eq 0 ]] || die "check: failed: ${failed[*]}"
    say "check: passed: $*"
}

# The quick parts on what is staged: not on the files as they lie in the folder.
check_staged() {
    local tree names status=0
    tree=$(mktemp -d)
    names=$(mktemp)
    git checkout-index --all --prefix="$tree/"
    git diff --cached --name-only --diff-filter=d -z >"$names"
    (
        # shellcheck disable=SC2046 # a list of names
        unset $(git rev-parse --local-env-vars)
        cd -- "$tree"
        # shellcheck disable=SC2317 # called by its name
        staged() { cat -- "$names"; }
        check_parts staged "${quick_parts[@]}"
    ) || status=$?
    rm -rf -- "$tree" "$names"
    return "$status"
}
