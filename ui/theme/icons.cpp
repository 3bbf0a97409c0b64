// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

/// Reading and drawing an SVG takes a hundred times as long as painting a pixmap, and icons are painted with every change around them.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QByteArray drawing, const QColor &tint, const QColor &dimmed)
        : m_drawing(std::move(drawing))
        , m_tint(tint)
        , m_dimmed(dimmed)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->drawPixmap(rect, drawn(rect.size() * painter->device()->devicePixelRatio(), mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return drawn(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap sharp = drawn(size * scale, mode);
        sharp.setDevicePixelRatio(scale);
        return sharp;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(m_drawing, m_tint, m_dimmed); }

private:
    [[nodiscard]] QPixmap drawn(const QSize &pixels, QIcon::Mode mode)
    {
        if (pixels.isEmpty())
            return {};
        const bool dimmed = mode == QIcon::Disabled;
        QPixmap &pixmap = m_drawn[{pixels, dimmed}];
        if (pixmap.isNull()) {
            QByteArray colored = m_drawing;
            colored.replace("currentColor", (dimmed ? m_dimmed : m_tint).name().toLatin1());
            pixmap = QPixmap(pixels);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            QSvgRenderer(colored).render(&painter, QRect(QPoint(), pixels));
        }
        return pixmap;
    }

    QByteArray m_drawing;
    QColor m_tint;
    QColor m_dimmed;
    QHash<std::pair<QSize, bool>, QPixmap> m_drawn; ///< by size in pixels, and whether it is dimmed
};

} // namespace

QIcon tintedIcon(const QString &name, const QColor &tint, const QColor &dimmed)
{
    QFile file(":/icons/"_L1 + name + ".svg"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedIconEngine(file.readAll(), tint, dimmed));
}

} // namespace Sonde::Client
