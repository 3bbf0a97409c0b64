// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"

#include <QFrame>

class QPushButton;

namespace Sonde::Client {

class PlainLabel;
class Theme;

/// The question of one download and the answers to it. Nobody has to wait for them.
class QuestionBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionBar)

public:
    explicit QuestionBar(const Theme &theme, QWidget *parent = nullptr);

    /// Hidden when it asks nothing, or is none.
    void setDownload(const std::optional<Download> &download);
    /// Tab comes from this widget to the answers, and from them to what it came to before.
    void comeAfter(QWidget &widget);

Q_SIGNALS:
    void answered(Sonde::CommandId command, Sonde::Client::DownloadAnswer answer);

private:
    QPushButton *addAnswer(DownloadAnswer answer);
    void showQuestion();
    void restyle();
    void retranslate();

    const Theme &m_theme;
    std::optional<Download> m_download; ///< that asks
    PlainLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_overwrite;
    QPushButton *m_keepBoth;
    QPushButton *m_tryAgain;
    QPushButton *m_skip;
};

} // namespace Sonde::Client
