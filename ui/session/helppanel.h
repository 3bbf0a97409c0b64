// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/command/catalogue.h"
#include "ui/words/words.h"

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace Sonde::Client {

class HelpPage;
class PlainLabel;
class SessionActions;
class Theme;

/// The commands there are, each with what it is for, those that are not offered here dim; below the one selected its page and its
/// examples. While somebody types, the command being typed is selected. Enter or a click puts an example
/// into the input line; Enter on a command its first one.
class HelpPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPanel)

public:
    HelpPanel(const Theme &theme, SessionActions &actions, QWidget *parent = nullptr);

    /// Selects a command; an empty verb only shows the list.
    void showVerb(const QString &verb);
    /// For whom it is written.
    void setReader(const HelpReader &reader);
    /// Somebody types this command; empty: none.
    void follow(const QString &verb);

private:
    void refresh();
    void addCommand(const CommandSpec &command);
    void applyFilter();
    void showPage();
    void showExamples(const CommandSpec &command);
    QWidget *makeExamples();
    void retranslate();
    [[nodiscard]] std::optional<Error> reasonAgainst(const CommandSpec &command) const;
    [[nodiscard]] const CommandSpec *selected() const;

    const Theme &m_theme;
    HelpReader m_reader;
    SessionActions &m_actions;
    QLineEdit *m_filter;
    QListWidget *m_list;
    HelpPage *m_page;
    PlainLabel *m_examplesTitle;
    QListWidget *m_examples;
};

} // namespace Sonde::Client
