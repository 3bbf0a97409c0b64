// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/linetree.h"

namespace Sonde::Client {

struct Examination;
class VerdictModel;

/// The lines of a verdict, as high as they are. Enter leads to the row that says it.
class VerdictView final : public LineTree
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictView)

public:
    explicit VerdictView(const Theme &theme, QWidget *parent = nullptr);

    void setExamination(const Examination &examination);
    [[nodiscard]] int lineCount() const;

Q_SIGNALS:
    /// Somebody wants to see the row of the result that a line was read from.
    void rowRequested(int row);
    /// The menu of the line that is current.
    void menuRequested(int row, const QPoint &globalPosition);
    void heightChanged();

protected:
    bool enterLine(const QModelIndex &line) override;

private:
    VerdictView(const Theme &theme, VerdictModel *verdict, QWidget *parent);
    void fit();

    VerdictModel *m_verdict;
};

} // namespace Sonde::Client
