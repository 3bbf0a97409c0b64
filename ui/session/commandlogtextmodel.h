// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

namespace Sonde::Client {

class CommandLogModel;
class Theme;

/// The command log in words: translated headers and states; a running command's duration ticks.
class CommandLogTextModel final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit CommandLogTextModel(CommandLogModel &log, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Durations and words anew.
    void refresh();
    /// The clocks of commands that run go on.
    void tick();

private:
    CommandLogModel &m_log;
};

/// Paints a state in its colour, with its sign.
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Sonde::Client
