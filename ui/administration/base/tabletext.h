// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/stateglyph.h"

#include <QSortFilterProxyModel>

namespace Sonde::Client {

class Theme;

/// A table in the analyst's words, filtered and sorted. Everything shown is made harmless.
class TableText : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableText)

public:
    /// Only rows that hold each word somewhere in what is shown of them.
    void setFilterText(const QString &text);
    /// Language, colours or what the texts are made of are others: views ask again.
    void refresh();
    /// Whether its cells have signs.
    [[nodiscard]] virtual bool hasLook(int column) const = 0;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    TableText(const Theme &theme, QObject *parent);

    [[nodiscard]] virtual QString title(int column) const = 0;
    /// As it is: it is made harmless by who asks.
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    /// For the tool tip; a line each.
    [[nodiscard]] virtual QString details(int row, int column) const = 0;
    [[nodiscard]] virtual QVariant sortKey(int row, int column) const = 0;
    [[nodiscard]] virtual std::optional<StateLook> look(int row, int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const = 0;

    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] QString shown(const QModelIndex &source) const;

    const Theme &m_theme;
    QStringList m_words;
};

} // namespace Sonde::Client
