// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/acts/actlistcontroller.h"
#include "models/acts/shownact.h"
#include "models/result/resulttable.h"
#include "ui/toolkit/outputpane.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace Sonde::Client {

class ActNotes;
class ElidedLabel;
class PlainLabel;
class StateGlyph;
class StepView;
class Theme;

/// What a command of this kind said: the plan, or what came of each step, and the way back.
class ActPane final : public QWidget, public OutputPane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActPane)

public:
    explicit ActPane(const Theme &theme, QWidget *parent = nullptr);

    /// Not owned.
    void setResult(const ResultTable *result);
    /// How times are shown, and whether there is somebody who may undo it.
    void setReader(const TimeText &times, bool mayAct);
    /// What became of it since, here or elsewhere; `acts` outlives the pane.
    void setFate(ActListController &acts, CommandId command);

    [[nodiscard]] QWidget *widget() override { return this; }
    void setName(const QString &name) override;
    [[nodiscard]] int heightFor(int mostRows) const override;
    [[nodiscard]] bool hasSelection() const override;
    [[nodiscard]] QString selectedText() const override;
    void selectAll() override;
    void clearSelection() override;
    void setHighlighted(const QString &text) override;
    bool findFrom(Start start, const QString &text, bool backwards) override;
    void addActions(QMenu &menu) override;

Q_SIGNALS:
    void contextMenuRequested(const QPoint &globalPosition);
    void contentHeightChanged();
    /// The line that takes the act back; it asks first.
    void undoRequested(const QString &line);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    [[nodiscard]] int notesHeight() const;
    void showSummary();
    void showWayBack();
    /// As the service tells it now; nullptr while it has not, and of a plan.
    [[nodiscard]] const ActSummary *fate() const;
    [[nodiscard]] bool isUndoable(const QDateTime &now) const;
    [[nodiscard]] QString wayBackText(bool undoable) const;

    const Theme &m_theme;
    const ResultTable *m_result = nullptr;
    std::optional<ShownAct> m_act;
    TimeText m_times;
    bool m_mayAct = false;
    const ActListController *m_acts = nullptr;
    CommandId m_command;
    QTimer m_expiry; ///< until the way back closes
    QWidget *m_head;
    StateGlyph *m_glyph;
    PlainLabel *m_summary;
    ElidedLabel *m_expires;
    QPushButton *m_undo;
    StepView *m_steps;
    ActNotes *m_notes;
    int m_fitted = 0; ///< height of the notes at the width that was told last
};

/// `undo file 7`: takes back the act with this number.
[[nodiscard]] QString undoLine(EntityType type, quint64 act);

} // namespace Sonde::Client
