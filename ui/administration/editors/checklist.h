// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace Sonde::Client {

/// Some of several, each with a box.
class CheckList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckList)

public:
    struct Choice {
        QString key;
        QString text;
        Qt::CheckState state = Qt::Unchecked;
        QString details = {}; ///< its tool tip
    };

    explicit CheckList(QWidget *parent = nullptr);

    /// `text` and `details` are made harmless here.
    void add(const Choice &choice);
    [[nodiscard]] bool contains(const QString &key) const;
    /// Keys, in the order of the list.
    [[nodiscard]] QStringList keys(Qt::CheckState state) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {QListWidget::minimumSizeHint().width(), sizeHint().height()};
    }

Q_SIGNALS:
    void checked();
};

} // namespace Sonde::Client
