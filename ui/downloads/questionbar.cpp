// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/questionbar.h"

#include "controllers/downloads/downloadmanager.h"
#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

QString questionOf(const Download &download)
{
    const QString name = visible(QFileInfo(download.target).fileName());
    const QString folder = QDir::toNativeSeparators(QFileInfo(download.target).absolutePath());
    if (download.problem->code == ErrorCode::FileExists)
        return QuestionBar::tr("There is a file “%1” in %2 already.").arg(name, folder);
    return visible(Words::errorText(*download.problem));
}

} // namespace

QuestionBar::QuestionBar(DownloadManager &manager, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_manager(manager)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_text(new PlainLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 10, 5);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    m_overwrite = addAnswer(DownloadAnswer::Overwrite);
    m_keepBoth = addAnswer(DownloadAnswer::KeepBoth);
    m_tryAgain = addAnswer(DownloadAnswer::TryAgain);
    m_skip = addAnswer(DownloadAnswer::Skip);
    m_text->setWordWrap(true);
    setGround(this, Ground::Raised);
    connect(&theme, &Theme::changed, this, &QuestionBar::restyle);
    restyle();
    retranslate();
    hide();
    onLanguageChange(this, &QuestionBar::retranslate);
}

QPushButton *QuestionBar::addAnswer(DownloadAnswer answer)
{
    auto *button = new QPushButton(this);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, answer] { m_manager.answer(m_command, answer); });
    return button;
}

const Download *QuestionBar::choose(CommandId preferred) const
{
    const auto asks = [](const Download *download) { return download && download->state == Download::State::Asking; };
    if (const Download *download = m_manager.model().find(preferred); asks(download))
        return download;
    const auto &all = m_manager.model().downloads();
    const auto first = std::ranges::find(all, Download::State::Asking, &Download::state);
    return first == all.end() ? nullptr : &*first;
}

void QuestionBar::showFor(CommandId preferred)
{
    const Download *download = choose(preferred);
    setVisible(download);
    if (!download)
        return;
    m_command = download->command;
    const bool taken = download->problem->code == ErrorCode::FileExists;
    m_overwrite->setVisible(taken);
    m_keepBoth->setVisible(taken);
    m_tryAgain->setVisible(!taken);
    m_text->setText(questionOf(*download));
}

void QuestionBar::restyle()
{
    m_icon->setPixmap(m_theme.icon(u"warning"_s, Color::Warning).pixmap(14, 14));
}

void QuestionBar::retranslate()
{
    //: a file of the same name
    m_overwrite->setText(tr("Overwrite"));
    //: files of the same name
    m_keepBoth->setText(tr("Keep both"));
    m_tryAgain->setText(tr("Try again"));
    //: do not download this one
    m_skip->setText(tr("Skip"));
    setAccessibleName(tr("Question about a download"));
    showFor(m_command);
}

} // namespace Sonde::Client

#include "moc_questionbar.cpp"
