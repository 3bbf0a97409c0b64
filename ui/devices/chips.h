// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPainter;

namespace Sonde::Client {

class Theme;

/// Draws words in rounded frames from the left of `area`, centred, and … where they end to fit.
void paintChips(QPainter &painter, const QRect &area, const QStringList &words, const QFont &font, const Theme &theme);
[[nodiscard]] int chipsWidth(const QStringList &words, const QFont &font);

/// Words in rounded frames that wrap to as many lines as they need.
class Chips final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chips)

public:
    explicit Chips(const Theme &theme, QWidget *parent = nullptr);

    void setWords(const QStringList &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QStringList> lines(int width) const;
    [[nodiscard]] int lineHeight() const;

    const Theme &m_theme;
    QStringList m_words;
};

} // namespace Sonde::Client
