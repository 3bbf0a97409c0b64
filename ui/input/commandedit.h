// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Sonde::Client {

class Theme;

/// The editor of one command line: wraps and grows with it up to MostRows. Hostile characters (also a line break inside a name) stand in
/// it as marks that are moved over, deleted and undone like any character; line() has them as they are.
///
/// Columns are UTF-16 units of line().
class CommandEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandEdit)

public:
    static constexpr int MostRows = 6;

    explicit CommandEdit(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString line() const;
    /// Replaces everything, cursor at the end; can be undone.
    void setLine(const QString &line);
    [[nodiscard]] qsizetype cursorColumn() const;
    void setCursorColumn(qsizetype column);
    /// Replaces a part; the cursor stands behind it.
    void replace(qsizetype start, qsizetype length, const QString &text);
    [[nodiscard]] bool isEmpty() const { return document()->isEmpty(); }
    [[nodiscard]] bool hasSelection() const { return textCursor().hasSelection(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lineChanged();
    /// Several lines were pasted; nothing was inserted.
    void linesPasted(const QStringList &lines);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void onTextChanged();
    void markHostile();
    void insertMarked(QTextCursor &cursor, const QString &text);
    void fitHeight();
    void restyle();
    [[nodiscard]] QTextCharFormat markFormat(const QString &original) const;
    [[nodiscard]] QString originalOf(int from, int to) const;
    [[nodiscard]] int positionOf(qsizetype column) const;

    const Theme &m_theme;
    bool m_marking = false;
};

} // namespace Sonde::Client
