// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace KSyntaxHighlighting {
class Repository;
}

namespace Sonde {

class Theme;

/// KSyntaxHighlighting's knowledge of JSON in the colours of our theme, light or dark.
class JsonHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    JsonHighlighter(const KSyntaxHighlighting::Repository &repository, const Theme &theme, QTextDocument *document);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    const Theme &m_theme;
};

} // namespace Sonde
