#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How large functions and files are, for each layer: `./dev figures`. To look at, not to pass or fail.

A function is what clang-format leaves of one: a head that begins in the first column or inside a class, and a body
whose brace stands alone at the head's depth, or ends its line. Its lines are those of the body, without the braces.
"""

import pathlib
import re
import sys

LAYERS = ["protocol", "transport", "service", "agent", "models", "controllers", "ui", "tests"]
NO_HEAD = re.compile(r"^(namespace|struct|class|enum|union|extern|using|static_assert|if|for|while|switch|do|else|case|default|#)\b|=\s*$|=\s*\{|^[\w:<>,\s]*\{$")


def functions(lines):
    """Yields name and number of lines of each function with a body of its own lines."""
    for start, line in enumerate(lines):
        depth = len(line) - len(line.lstrip())
        if line.strip() != "{" or depth > 8:
            continue
        head = start - 1
        while head > 0 and (lines[head].startswith(" " * (depth + 1)) or lines[head].lstrip().startswith((":", ","))):
            head -= 1
        text = lines[head].strip()
        if "(" not in text or NO_HEAD.match(text):
            continue
        closing = " " * depth + "}"
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(closing):
                yield text, end - start - 1
                break


def row(name, sizes):
    ordered = sorted(size for size, _ in sizes)
    at = lambda share: ordered[min(len(ordered) - 1, int(len(ordered) * share))]
    return f"{name:<22}{len(ordered):>7}{at(0.5):>8}{at(0.9):>6}{at(0.99):>6}{ordered[-1]:>6}  {max(sizes)[1]}"


def main(root):
    all_files, all_functions = [], []
    print(f"{'':<22}{'count':>7}{'median':>8}{'p90':>6}{'p99':>6}{'max':>6}  largest")
    for layer in LAYERS:
        files, bodies = [], []
        for path in sorted((root / layer).rglob("*")):
            if path.suffix not in (".cpp", ".h") or "data" in path.parts:
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            where = path.relative_to(root)
            files.append((len(lines), str(where)))
            bodies += [(size, f"{where}: {name}"[:90]) for name, size in functions(lines)]
        print(row(f"{layer} functions", bodies))
        print(row(f"{layer} files", files))
        if layer != "tests":
            all_files += files
            all_functions += bodies
    print(row("all but tests, func.", all_functions))
    print(row("all but tests, files", all_files))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "."))
