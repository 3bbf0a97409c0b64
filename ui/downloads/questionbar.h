// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Sonde::Client {

class DownloadManager;
class Theme;

/// The question of one download and the answers to it. Nobody has to wait for them.
class QuestionBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBar)

public:
    QuestionBar(DownloadManager &manager, const Theme &theme, QWidget *parent = nullptr);

    /// The question of `preferred` if it has one, else that of the first download that asks; hidden when none does.
    void showFor(CommandId preferred);

private:
    [[nodiscard]] const Download *choose(CommandId preferred) const;
    QPushButton *addAnswer(DownloadAnswer answer);
    void restyle();
    void retranslate();

    DownloadManager &m_manager;
    const Theme &m_theme;
    CommandId m_command;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_overwrite;
    QPushButton *m_keepBoth;
    QPushButton *m_tryAgain;
    QPushButton *m_skip;
};

} // namespace Sonde::Client
