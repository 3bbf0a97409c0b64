// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/examination.h"
#include "ui/toolkit/stateglyph.h"

#include <QAbstractItemModel>

namespace Sonde::Client {

class Theme;

/// Who says what of a file or process: findings, the worst first, then what nobody has wholly looked at, then what speaks for it; below
/// each where it is and whose rule it was.
class VerdictModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictModel)

public:
    enum Column { Engine, Said, Seen, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        RowRole = Qt::UserRole, ///< int: of the result, which this is read from
    };

    explicit VerdictModel(const Theme &theme, QObject *parent = nullptr);

    void setExamination(const Examination &examination);
    /// Language or colours are others: views ask again.
    void refresh();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Fact = std::pair<QString, QString>;
    struct Line {
        Examination::Finding finding; ///< of a gap its evidence is the reason
        bool isGap = false;
    };
    [[nodiscard]] static QString saidBy(const Line &line);
    [[nodiscard]] static StateLook lookOf(const Line &line);
    [[nodiscard]] static QList<Fact> factsOf(const Line &line);
    [[nodiscard]] QVariant lineData(const Line &line, int column, int role) const;
    [[nodiscard]] QVariant factData(const Fact &fact, int column, int role) const;

    const Theme &m_theme;
    std::vector<Line> m_lines;
};

/// How a verdict looks: never the colour alone.
[[nodiscard]] StateLook verdictLook(Verdict verdict);

} // namespace Sonde::Client
