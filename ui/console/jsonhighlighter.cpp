// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonhighlighter.h"

#include "theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde {

namespace {

/// What the JSON definition calls its parts, in our colours.
std::optional<Color> colorOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    switch (style) {
    case Style::DataType:
    case Style::Attribute:
        return Color::CodeKey;
    case Style::String:
    case Style::SpecialChar:
    case Style::Char:
        return Color::CodeString;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
        return Color::CodeNumber;
    case Style::Keyword:
    case Style::Constant:
        return Color::CodeKeyword;
    default:
        return {};
    }
}

} // namespace

JsonHighlighter::JsonHighlighter(
    const KSyntaxHighlighting::Repository &repository, const Theme &theme, QTextDocument *document)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_theme(theme)
{
    setTheme(repository.defaultTheme(KSyntaxHighlighting::Repository::LightTheme));
    setDefinition(repository.definitionForName(u"JSON"_s));
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (const auto color = colorOf(format.textStyle()))
        setFormat(offset, length, m_theme.color(*color));
}

} // namespace Sonde
