// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// Finds text in outputs while it is typed. What is newest stands at the end, so Enter goes up, to what is older, and Shift+Enter down; Esc
/// closes.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(const Theme &theme, QWidget *parent = nullptr);

    void open();
    void close();
    [[nodiscard]] QString text() const;
    /// Says whether the last search found something.
    void setFound(bool found);
    /// How often it was found in all; `more`: it is still being looked for; `unread`: outputs that are not here yet.
    void setCount(qsizetype count, bool more, qsizetype unread = 0);

Q_SIGNALS:
    void textChanged(const QString &text);
    void findRequested(const QString &text, bool backwards);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showMessage();
    [[nodiscard]] QString foundText() const;
    void restyle();

    const Theme &m_theme;
    QLineEdit *m_text;
    PlainLabel *m_message;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    bool m_found = true;
    qsizetype m_count = -1; ///< -1: nobody counts
    bool m_more = false;
    qsizetype m_unread = 0;
};

} // namespace Sonde::Client
