// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/consolemodel.h"

#include <QWidget>
#include <vector>

class QProgressBar;
class QToolButton;

namespace Sonde::Client {

class CommandLineLabel;
class PlainLabel;
class StateGlyph;
struct StateLook;
class SteadyLabel;
class Theme;

/// The head of a block: number, command line, state in glyph and word, duration, count, and what can be done with it. Where there is no
/// room for all of it, some of its parts give way, so that none stands over another.
class BlockHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockHeader)

public:
    explicit BlockHeader(const Theme &theme, QWidget *parent = nullptr);

    /// Whether the reader may stop it: not in another's session, nor in one that is over. Before setBlock().
    void setMayAct(bool mayAct) { m_mayAct = mayAct; }
    void setBlock(const ConsoleModel::Block &block);
    void setCollapsed(bool collapsed);
    void setExpanded(bool expanded);
    /// A pinned block says so, and can be let go.
    void setPinned(bool pinned);
    /// Whether there is an output to copy, expand or collapse.
    void setHasBody(bool hasBody);
    /// Only how much of its evidence is here.
    void setDelivery(const ConsoleModel::Block &block);
    /// Only how far the device is.
    void showProgress();
    void tick(const QDateTime &now);
    /// What it says beside the line and does not tick: who typed it, where that is somebody else, state and count.
    [[nodiscard]] QStringList facts() const;

Q_SIGNALS:
    void collapseToggled();
    void expandToggled();
    void cancelRequested();
    void filterToggled();
    void unpinRequested();
    void menuRequested(const QPoint &globalPosition);
    void pressed();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QToolButton *addButton();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] static StateLook lookOf(const ConsoleModel::Block &block);
    void showCount(const ConsoleModel::Block &block);
    void showTypist();
    void retranslate();
    void restyle();
    void fitSigns();
    void fit();
    void want(QWidget &part, bool wanted);
    [[nodiscard]] bool isWanted(const QWidget &part) const;

    const Theme &m_theme;
    std::shared_ptr<const CommandRecord> m_record = std::make_shared<const CommandRecord>();
    const CommandOutput *m_output = nullptr;
    Arrival m_arrival = Arrival::None;
    std::optional<Download> m_download;
    qsizetype m_rows = -1;    ///< shown as "214 rows"; -1: none
    qsizetype m_allRows = -1; ///< shown as "12 of 214 rows" when it is another number
    qsizetype m_lines = -1;
    int m_unseenBefore = 0;
    QString m_otherTypist;
    bool m_mayAct = true;
    bool m_waiting = false;
    bool m_local = false; ///< done here, without a state worth telling
    bool m_collapsed = false;
    bool m_expanded = false;
    bool m_pinned = false;
    PlainLabel *m_id;
    PlainLabel *m_who; ///< typed it, where that is not the session's analyst
    CommandLineLabel *m_line;
    QProgressBar *m_progress;
    StateGlyph *m_glyph;
    PlainLabel *m_state;
    SteadyLabel *m_duration;
    PlainLabel *m_count;
    QToolButton *m_cancel;
    QToolButton *m_pin;
    QToolButton *m_filter;
    QToolButton *m_collapse;
    QToolButton *m_expand;
    QToolButton *m_more;
    struct Giving {
        QWidget *part;
        bool wanted;
    };
    std::vector<Giving> m_giving; ///< the first gives way first
};

} // namespace Sonde::Client
