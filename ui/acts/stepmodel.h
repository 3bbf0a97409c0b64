// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acts/shownact.h"

#include <QAbstractItemModel>

namespace Sonde::Client {

class Theme;

/// The steps of an act, and below each the facts it is bound to, what came of it, and why it was not done.
class StepModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepModel)

public:
    enum Column { Step, Subject, State, ColumnCount };
    Q_ENUM(Column)

    explicit StepModel(const Theme &theme, QObject *parent = nullptr);

    void setSteps(const std::vector<ShownStep> &steps);
    /// Language or colours are others: views ask again.
    void refresh();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        int depth = 0;
        QString name;
        QString text;
    };
    [[nodiscard]] const std::vector<Line> &linesOf(int step) const;
    [[nodiscard]] QVariant stepData(const ShownStep &step, int row, int column, int role) const;
    [[nodiscard]] QVariant lineData(const Line &line, int column, int role) const;

    const Theme &m_theme;
    std::vector<ShownStep> m_steps;
    mutable std::vector<std::optional<std::vector<Line>>> m_lines; ///< of the steps that were opened
};

} // namespace Sonde::Client
