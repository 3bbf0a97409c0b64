// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace Sonde {

class CompletionSources;
class TextBuffer;
class TextView;
class Theme;

/// The commands there are, each with what it is for; below the one selected its page. Enter or a double click puts its example into the
/// input line.
class HelpPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPanel)

public:
    HelpPanel(const Theme &theme, const CompletionSources &sources, QWidget *parent = nullptr);

    /// Selects a command; an empty verb only shows the list.
    void showVerb(const QString &verb);
    /// Level or platform are others than before.
    void refresh();

Q_SIGNALS:
    void composeRequested(const QString &line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addCommand(const CommandSpec &command);
    void applyFilter();
    void showPage();
    void retranslate();
    [[nodiscard]] const CommandSpec *selected() const;

    const Theme &m_theme;
    const CompletionSources &m_sources;
    QLineEdit *m_filter;
    QListWidget *m_list;
    TextView *m_page;
    TextBuffer *m_text;
};

} // namespace Sonde
