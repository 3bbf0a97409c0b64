// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QKeyEvent;
class QWidget;

namespace Sonde::Client {

/// Keeps what is typed in a place for one that is yet to open.
class TypedAhead final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TypedAhead)

public:
    /// `place` outlives it.
    explicit TypedAhead(QWidget &place);

    /// From now on what is typed in the place is not for the place. Enter ends what is kept: nobody has seen the line, so it is not run.
    /// Esc forgets it.
    void begin();
    /// What was typed; from now on it is for the place again.
    [[nodiscard]] QString end();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QKeyEvent &key);

    QWidget &m_place;
    QString m_text;
    bool m_isOn = false;
    bool m_isLine = false; ///< Enter was pressed after it
};

} // namespace Sonde::Client
