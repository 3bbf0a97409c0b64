// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/announce.h"

class QMenu;
class QWidget;

namespace Sonde::Client {

/// What every view of an output can do, whatever it shows: a table, a record, JSON or text.
class OutputPane
{
    Q_DISABLE_COPY_MOVE(OutputPane)

public:
    OutputPane() = default;
    virtual ~OutputPane() = default;

    [[nodiscard]] virtual QWidget *widget() = 0;
    /// What a screen reader calls it.
    virtual void setName(const QString &name) { Client::setName(*widget(), name); }
    /// Pixels it needs to show everything, at most `mostRows` rows of it.
    [[nodiscard]] virtual int heightFor(int mostRows) const = 0;

    [[nodiscard]] virtual bool hasSelection() const = 0;
    /// The original text of what is selected, as the clipboard gets it.
    [[nodiscard]] virtual QString selectedText() const = 0;
    virtual void selectAll() = 0;
    virtual void clearSelection() = 0;

    /// Marks every occurrence (ignoring case); none for an empty text.
    virtual void setHighlighted(const QString &text) = 0;
    enum class Start {
        Here, ///< where one is
        Edge, ///< at the begin, or at the end when one looks backwards
    };
    /// Selects the next (or previous) occurrence and shows it; false when there is none up to the end (or begin).
    virtual bool findFrom(Start start, const QString &text, bool backwards) = 0;
    /// The same, going round.
    bool findRound(const QString &text, bool backwards)
    {
        return findFrom(Start::Here, text, backwards) || findFrom(Start::Edge, text, backwards);
    }
    /// Adds what can be done with the place the menu was opened for.
    virtual void addActions(QMenu &menu) = 0;
};

} // namespace Sonde::Client
