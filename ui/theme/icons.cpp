// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

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
        QByteArray colored = m_drawing;
        colored.replace("currentColor", (mode == QIcon::Disabled ? m_dimmed : m_tint).name().toLatin1());
        QSvgRenderer(colored).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap sharp = pixmap(size * scale, mode, state);
        sharp.setDevicePixelRatio(scale);
        return sharp;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(m_drawing, m_tint, m_dimmed); }

private:
    QByteArray m_drawing;
    QColor m_tint;
    QColor m_dimmed;
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
