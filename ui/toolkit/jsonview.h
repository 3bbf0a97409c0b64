// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/outputpane.h"

#include <QWidget>

class QPlainTextEdit;

namespace Sonde::Client {

class PlainLabel;
class TextBuffer;
class TextView;
class Syntax;
class Theme;

/// A JSON document to read: highlighted, or, beyond MostHighlighted bytes, in a view that does not mind its size.
///
/// Characters nobody should obey are written as JSON writes them, `\u202e`: visible, and what is copied still means the same.
class JsonView final : public QWidget, public OutputPane
{
    Q_OBJECT

public:
    static constexpr qsizetype MostHighlighted = 1024 * 1024;

    JsonView(const Syntax &syntax, const Theme &theme, QWidget *parent = nullptr);
    ~JsonView() override;

    /// `json` is UTF-8 and indented.
    void setJson(const QByteArray &json);

    [[nodiscard]] QWidget *widget() override { return this; }
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override;
    void clearSelection() override;
    void setHighlighted(const QString &text) override;
    bool findFrom(Start start, const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);

private:
    void retranslate();
    void restyle();
    void showLarge(const QByteArray &json);

    const Theme &m_theme;
    QPlainTextEdit *m_editor;
    PlainLabel *m_note;
    TextView *m_large = nullptr;
    TextBuffer *m_buffer = nullptr;
    qsizetype m_size = 0;
};

} // namespace Sonde::Client
