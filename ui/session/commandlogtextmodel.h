// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/celldelegate.h"

#include <QIdentityProxyModel>

namespace Sonde::Client {

class CommandLogModel;
class SessionActions;
class Theme;

/// The command log in words: translated headers and states; a running command's duration ticks.
class CommandLogTextModel final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    /// `session` says by whose clock times are; it outlives this.
    CommandLogTextModel(CommandLogModel &log, const SessionActions &session, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Everything anew: in another language, or by another clock.
    void refresh();
    /// The clocks of commands that run go on.
    void tick();

private:
    [[nodiscard]] QString shownLine(const CommandRecord &record) const;
    [[nodiscard]] QString spokenLine(const CommandRecord &record, const QString &line) const;
    [[nodiscard]] QString statusOf(const CommandRecord &record, int row) const;

    CommandLogModel &m_log;
    const SessionActions &m_session;
};

/// Paints a state in its colour, with its sign.
class StateDelegate final : public LookDelegate
{
    Q_OBJECT

public:
    explicit StateDelegate(const Theme &theme, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Sonde::Client
