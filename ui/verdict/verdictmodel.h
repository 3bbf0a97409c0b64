// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/examination.h"
#include "models/result/linemodel.h"
#include "ui/toolkit/stateglyph.h"

namespace Sonde::Client {

class Theme;

/// Who says what of a file or process: findings, the worst first, then what nobody has wholly looked at, then what speaks for it; below
/// each where it is and whose rule it was.
class VerdictModel final : public LineModel
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
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    using Fact = std::pair<QString, QString>;
    struct Line {
        Examination::Finding finding; ///< of a gap its evidence is the reason
        bool isGap = false;
    };
    [[nodiscard]] static QString saidBy(const Line &line);
    [[nodiscard]] static QString seenBy(const Line &line);
    [[nodiscard]] static StateLook lookOf(const Line &line);
    [[nodiscard]] static QList<Fact> factsOf(const Line &line);
    [[nodiscard]] int lineCount() const override { return int(m_lines.size()); }
    [[nodiscard]] int factCount(int line) const override;
    [[nodiscard]] QVariant lineData(int number, int column, int role) const override;
    [[nodiscard]] QVariant factData(int line, int number, int column, int role) const override;
    [[nodiscard]] QString title(int column) const override;

    const Theme &m_theme;
    std::vector<Line> m_lines;
};

/// How a verdict looks: never the colour alone.
[[nodiscard]] StateLook verdictLook(Verdict verdict);

} // namespace Sonde::Client
