// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/result/sessionactions.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QTemporaryDir>
#include <functional>

namespace Sonde::Client::Bench {

/// Of a view that is only looked at.
class NoActions final : public SessionActions
{
public:
    [[nodiscard]] TimeText times() const override { return {}; }
    void compose(const QString &) override {}
    void askToAct(const QString &) override {}
    void cancel(CommandId) override {}
    void setBackground(CommandId, bool) override {}
    void fetchOutput(CommandId) override {}
    void setRendered(CommandId) override {}
    void answerDownload(CommandId, DownloadAnswer) override {}
    void bring(CommandId) override {}
    void openWindow(CommandId) override {}
    void saveOutput(CommandId) override {}
    void exportRows(CommandId, const ResultPart &) override {}
    void compareRows(CommandId, ResultModel &) override {}
};

/// The workstation's look, with settings of its own.
struct Look {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    Theme theme{settings};
    NoActions actions;

    Look() { theme.applyToApplication(); }
};

/// Counts how often a widget is painted. (Of a view that is its viewport, which covers it.)
class PaintCount final : public QObject
{
    Q_OBJECT

public:
    explicit PaintCount(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_count = 0;
};

/// Milliseconds from the begin of `action` until `widget` has been painted because of it and nothing else is left to do. Negative when it
/// was not painted.
[[nodiscard]] double millisecondsToPaint(QWidget &widget, const std::function<void()> &action);

/// Shows a view as a window of a size that people use.
void showWindow(QAbstractScrollArea &view);

} // namespace Sonde::Client::Bench
