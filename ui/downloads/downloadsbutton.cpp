// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/downloadsbutton.h"

#include "models/files/downloadmodel.h"
#include "ui/downloads/downloadtextmodel.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

DownloadsButton::DownloadsButton(const DownloadModel &downloads, QAction &toggle, const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_downloads(downloads)
    , m_theme(theme)
{
    setRole(this, ButtonRole::Quiet);
    setCheckable(true);
    setChecked(toggle.isChecked());
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(this, &QToolButton::clicked, &toggle, &QAction::trigger);
    connect(&toggle, &QAction::toggled, this, &QToolButton::setChecked);
    connect(&downloads, &DownloadModel::changed, this, &DownloadsButton::refresh);
    connect(&theme, &Theme::changed, this, &DownloadsButton::refresh);
    onLanguageChange(this, &DownloadsButton::refresh);
    refresh();
}

void DownloadsButton::refresh()
{
    const auto totals = m_downloads.totals();
    const QString words = DownloadTextModel::totalsText(totals);
    //: %1: how the downloads are, "2 under way · 45 %"
    const QString text = words.isEmpty() ? tr("Downloads") : tr("Downloads: %1").arg(words);
    if (text != this->text()) {
        setText(text);
        setAccessibleName(text);
    }
    setIconSize(m_theme.scaledIcon(13));
    setIcon(totals.asking > 0 ? m_theme.icon(u"warning"_s, Color::Warning)
                              : m_theme.icon(u"save"_s, totals.pending > 0 ? Color::Accent : Color::DimText));
}

} // namespace Sonde::Client

#include "moc_downloadsbutton.cpp"
