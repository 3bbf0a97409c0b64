// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace KSyntaxHighlighting {
class Repository;
}

namespace Sonde::Client {

class Syntax;
class Theme;

/// KSyntaxHighlighting's knowledge of a language in the colours of our theme, light or dark.
class CodeHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    CodeHighlighter(const Syntax &syntax, const Theme &theme, QTextDocument *document);

    /// "JSON", "Diff", "PowerShell"…
    void setLanguage(const QString &name);
    /// What the file's name says it is; nothing when it says nothing.
    void setLanguageOfFile(const QString &fileName);

    /// A unified diff: what came is green, what went is red.
    void setDiff();

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    /// Read with the first language that is asked for: most windows show none.
    [[nodiscard]] const KSyntaxHighlighting::Repository &languages();

    const Syntax &m_syntax;
    const Theme &m_theme;
    bool m_diff = false;
};

} // namespace Sonde::Client
