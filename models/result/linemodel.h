// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace Sonde::Client {

/// Lines of a few columns, and below each the facts it has: a name in the first column, what it is in the second one. Of a line's facts
/// nothing is asked before somebody opens it.
class LineModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineModel)

public:
    explicit LineModel(int columns, QObject *parent = nullptr);

    /// Language or colours are others: views ask again.
    void refresh();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] virtual int lineCount() const = 0;
    [[nodiscard]] virtual int factCount(int line) const = 0;
    [[nodiscard]] virtual QVariant lineData(int line, int column, int role) const = 0;
    [[nodiscard]] virtual QVariant factData(int line, int fact, int column, int role) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    /// What was made of words is made anew when it is asked for.
    virtual void forgetWords() {}

private:
    const int m_columns;
};

} // namespace Sonde::Client
