// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QPlainTextEdit;

namespace Sonde::Client {

class CodeHighlighter;
class PlainLabel;
class Syntax;
class Theme;

/// A file to read and not to run: text in the colours of its language, bytes that are no text in hexadecimal. Characters nobody should
/// obey are shown as marks and copied as they came.
class CodeView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)

public:
    /// Of bytes that are no text only so many are shown.
    static constexpr qsizetype MostHex = 16 * 1024;

    CodeView(const Syntax &syntax, const Theme &theme, QWidget *parent = nullptr);

    /// `name` says the language.
    void setContent(const QString &name, const QByteArray &bytes);
    /// Two versions' differences, as models/textdiff.h writes them.
    void setDiff(const QString &diff);
    /// Instead of a content: why there is none.
    void setNote(const QString &note);

    /// What is said below when only the first bytes of a file are shown.
    [[nodiscard]] static QString beginningText(qint64 shown, qint64 size);
    [[nodiscard]] QPlainTextEdit *editor() const;

private:
    class Editor;

    void sayOfContent(const std::function<QString()> &sentence);
    void setText(const QString &text);

    const Theme &m_theme;
    Editor *m_editor;
    PlainLabel *m_note;
    CodeHighlighter *m_highlighter;
    std::function<QString()> m_ofContent; ///< the note, when it is about the content
};

} // namespace Sonde::Client
