// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace Sonde::Client {

class CompletionSources;
class PlainLabel;
class SessionActions;
class TextBuffer;
class TextView;
class Theme;

/// The commands there are, each with what it is for; below the one selected its page and its examples. Enter or a click puts an example
/// into the input line; Enter on a command its first one.
class HelpPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPanel)

public:
    HelpPanel(const Theme &theme, const CompletionSources &sources, SessionActions &actions, QWidget *parent = nullptr);

    /// Selects a command; an empty verb only shows the list.
    void showVerb(const QString &verb);
    /// Level or platform are others than before.
    void refresh();

private:
    void addCommand(const CommandSpec &command);
    void applyFilter();
    void showPage();
    void showExamples(const CommandSpec &command);
    QWidget *makeExamples();
    void retranslate();
    [[nodiscard]] const CommandSpec *selected() const;

    const Theme &m_theme;
    const CompletionSources &m_sources;
    SessionActions &m_actions;
    QLineEdit *m_filter;
    QListWidget *m_list;
    TextView *m_page;
    PlainLabel *m_examplesTitle;
    QListWidget *m_examples;
    TextBuffer *m_text;
};

} // namespace Sonde::Client
