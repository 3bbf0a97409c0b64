// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/popuplist.h"

class QLineEdit;
class QStringListModel;

namespace Sonde::Client {

class CommandHistory;

/// The lines typed before, found by any part of them.
class HistoryPopup final : public PopupList
{
    Q_OBJECT

public:
    HistoryPopup(const Theme &theme, const CommandHistory &history, QWidget *anchor);

    void start(const QString &filter);

Q_SIGNALS:
    void lineChosen(const QString &line);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void choose(int row);
    void cancel();

    const CommandHistory &m_history;
    QLineEdit *m_filter;
    QStringListModel *m_lines;
};

} // namespace Sonde::Client
