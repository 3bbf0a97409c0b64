// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"

#include <QSet>
#include <QWidget>
#include <memory>

class QScrollArea;
class QVBoxLayout;

namespace Sonde::Client {

class BlockFactory;
class BlockWidget;
class Theme;

/// Blocks that stay in view above the console, in the order they were pinned; what is higher than its room scrolls by itself.
class PinnedBlocks final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinnedBlocks)

public:
    /// `blocks` outlives it.
    PinnedBlocks(const Theme &theme, const BlockFactory &blocks, QWidget *parent);
    ~PinnedBlocks() override;

    void setModel(const ConsoleModel &model);
    void pin(CommandId command);
    void unpin(CommandId command);
    [[nodiscard]] const QList<CommandId> &pinned() const { return m_pinned; }
    void tick(const QDateTime &now);
    /// Fills them anew.
    void refresh();

    /// 0 when nothing is pinned; at most `most`.
    [[nodiscard]] int heightFor(int width, int most) const;

Q_SIGNALS:
    void heightChanged();
    /// Something was pinned or unpinned, or is gone.
    void pinnedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showDelivery();
    void fit();

    const Theme &m_theme;
    const BlockFactory &m_blocks;
    const ConsoleModel *m_model = nullptr;
    QScrollArea *m_area;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QList<CommandId> m_pinned;
    std::map<CommandId, BlockWidget *> m_widgets;
};

} // namespace Sonde::Client
