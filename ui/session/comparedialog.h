// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/session/earlierruns.h"
#include "protocol/time/timetext.h"

#include <QDialog>

class QPushButton;
class QStandardItemModel;
class QTableView;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// Asks with which earlier run a command's rows are to be compared.
class CompareDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDialog)

public:
    CompareDialog(EarlierRuns &runs, const CommandRecord &command, const Theme &theme, const TimeText &times,
        QWidget *parent = nullptr);

    /// What was chosen; valid when accepted.
    [[nodiscard]] EarlierRuns::Run chosen() const;

private:
    void refresh();
    [[nodiscard]] QString noteText() const;
    void addRun(const EarlierRuns::Run &run);
    [[nodiscard]] int bestRow() const;

    EarlierRuns &m_runs;
    CommandRecord m_command;
    TimeText m_times;
    QList<EarlierRuns::Run> m_shown;
    QStandardItemModel *m_model;
    QTableView *m_table;
    PlainLabel *m_note;
    QPushButton *m_compare;
};

} // namespace Sonde::Client
