// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/devicerecord.h"

#include <QWidget>

class QGridLayout;

namespace Sonde::Client {

class Theme;

/// The conditions for a session, each met (a tick) or not (a cross), in words that say who can change it.
class ConditionList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConditionList)

public:
    explicit ConditionList(Theme &theme, QWidget *parent = nullptr);

    void setConditions(const std::vector<Condition> &conditions);
    /// One line instead: what is being waited for, or why there is no answer.
    void setNote(const QString &text);

private:
    void rebuild();
    void addLine(const QString &icon, bool met, const QString &text, const QString &spoken);

    Theme &m_theme;
    std::vector<Condition> m_conditions;
    QString m_note;
    QGridLayout *m_lines;
};

} // namespace Sonde::Client
