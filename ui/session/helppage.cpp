// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/helppage.h"

#include "ui/theme/theme.h"

#include <QTextBlock>

namespace Sonde::Client {

namespace {

constexpr int Margin = 10;
constexpr int LineGap = 3;
constexpr int ParagraphGap = 8;
constexpr int SectionGap = 14;
constexpr int MeaningIndent = 14;

} // namespace

HelpPage::HelpPage(const Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(Margin);
}

QTextCharFormat HelpPage::inColor(Color color) const
{
    QTextCharFormat format;
    format.setForeground(m_theme.color(color));
    return format;
}

QTextCharFormat HelpPage::asTyped() const
{
    QTextCharFormat format = inColor(Color::Text);
    format.setFont(m_theme.consoleFont());
    return format;
}

void HelpPage::add(const QString &text, const QTextCharFormat &format, int above, int indent)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(above);
    block.setLeftMargin(indent);
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    cursor.insertText(text, format);
}

void HelpPage::addLine(const QString &name, const QString &meaning)
{
    if (name.isEmpty())
        return add(meaning, inColor(Color::DimText), LineGap);
    add(name, asTyped(), LineGap + 2);
    add(meaning, inColor(Color::DimText), 0, MeaningIndent);
}

void HelpPage::addSection(const HelpSection &section)
{
    if (section.lines.isEmpty())
        return;
    QTextCharFormat heading = inColor(Color::Text);
    heading.setFontWeight(QFont::DemiBold);
    if (!section.title.isEmpty())
        add(section.title, heading, SectionGap);
    for (const auto &[name, meaning] : section.lines)
        addLine(name, meaning);
}

void HelpPage::setCommand(const CommandSpec &command, const HelpReader &reader, const std::optional<Error> &reason)
{
    clear();
    add(Words::commandPurpose(command.verb), inColor(Color::Text), 0);
    if (reason)
        add(Words::errorText(*reason), inColor(Color::Warning), ParagraphGap);
    add(usage(command), asTyped(), ParagraphGap);
    for (const HelpSection &section : Words::helpSections(command, reader))
        addSection(section);
    moveCursor(QTextCursor::Start);
}

} // namespace Sonde::Client

#include "moc_helppage.cpp"
