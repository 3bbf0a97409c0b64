// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace Sonde::Client {

class PlainLabel;

/// Above a list: the field that filters it, how many it shows, and what else is done here. In a narrow window what is typed stays readable:
/// first the count gives its room, then ActionButtons become brief.
class FilterRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterRow)

public:
    FilterRow(QLineEdit &filter, PlainLabel &count, QWidget *parent = nullptr);

    /// At the end.
    void add(QWidget &part);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    [[nodiscard]] int leastFilter() const;
    /// Pixels of all but the filter, with the count or without it.
    [[nodiscard]] int around(bool withCount, bool brief) const;

    QLineEdit &m_filter;
    PlainLabel &m_count;
    QList<QWidget *> m_parts;
    QHBoxLayout *m_layout;
};

} // namespace Sonde::Client
