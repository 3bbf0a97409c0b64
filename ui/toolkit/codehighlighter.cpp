// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/codehighlighter.h"

#include "ui/theme/theme.h"
#include "ui/toolkit/syntax.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// What definitions call the parts of a text, in our colours.
std::optional<Color> colorOf(KSyntaxHighlighting::Theme::TextStyle style)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    switch (style) {
    case Style::DataType:
    case Style::Attribute:
    case Style::Function:
    case Style::Variable:
    case Style::BuiltIn: return Color::CodeKey;
    case Style::String:
    case Style::SpecialChar:
    case Style::Char:
    case Style::VerbatimString:
    case Style::SpecialString: return Color::CodeString;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float: return Color::CodeNumber;
    case Style::Keyword:
    case Style::Constant:
    case Style::ControlFlow:
    case Style::Import:
    case Style::Preprocessor: return Color::CodeKeyword;
    case Style::Comment:
    case Style::Documentation:
    case Style::CommentVar:
    case Style::Annotation: return Color::CodeComment;
    default: return {};
    }
}

} // namespace

CodeHighlighter::CodeHighlighter(const Syntax &syntax, const Theme &theme, QTextDocument *document)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_syntax(syntax)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

const KSyntaxHighlighting::Repository &CodeHighlighter::languages()
{
    const KSyntaxHighlighting::Repository &all = m_syntax.repository();
    if (!theme().isValid())
        setTheme(all.defaultTheme(KSyntaxHighlighting::Repository::LightTheme));
    return all;
}

void CodeHighlighter::setLanguage(const QString &name)
{
    m_diff = false;
    setDefinition(name.isEmpty() ? KSyntaxHighlighting::Definition() : languages().definitionForName(name));
}

void CodeHighlighter::setLanguageOfFile(const QString &fileName)
{
    m_diff = false;
    setDefinition(languages().definitionForFileName(fileName));
}

void CodeHighlighter::setDiff()
{
    m_diff = true;
    setDefinition({});
    rehighlight();
}

/// The definition of diffs calls what was added a string and what was removed a key word, in whatever colours those have.
void CodeHighlighter::highlightBlock(const QString &text)
{
    if (!m_diff)
        return SyntaxHighlighter::highlightBlock(text);
    if (text.startsWith("@@"_L1))
        setFormat(0, int(text.size()), m_theme.color(Color::CodeComment));
    else if (text.startsWith(u'+') || text.startsWith(u'-'))
        setFormat(0, int(text.size()), m_theme.color(text.startsWith(u'+') ? Color::Good : Color::Bad));
}

void CodeHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (const auto color = colorOf(format.textStyle()))
        setFormat(offset, length, m_theme.color(*color));
}

} // namespace Sonde::Client

#include "moc_codehighlighter.cpp"
