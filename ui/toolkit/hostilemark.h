// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextObjectInterface>

namespace Sonde::Client {

class Theme;

/// Draws, inside an editor, the mark of a character nobody should obey. The character itself is kept in its format.
class HostileMark final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int ObjectType = QTextFormat::UserObject + 1;
    static constexpr int OriginalProperty = QTextFormat::UserProperty + 1;

    explicit HostileMark(const Theme &theme, QObject *parent = nullptr);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
        const QTextFormat &format) override;

private:
    const Theme &m_theme;
};

} // namespace Sonde::Client
