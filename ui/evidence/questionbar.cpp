// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/questionbar.h"

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
    if (download.problem->code == ErrorCode::FileExists && download.problem->facts.value(Fact::SameContent).toBool())
        return QuestionBar::tr("There is a file “%1” in %2 already, with the same content (SHA-256).")
            .arg(name, folder);
    if (download.problem->code == ErrorCode::FileExists)
        return QuestionBar::tr("There is a file “%1” in %2 already.").arg(name, folder);
    return visible(Words::errorText(*download.problem));
}

} // namespace

QuestionBar::QuestionBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
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
    connect(button, &QPushButton::clicked, this, [this, answer] {
        if (m_download)
            Q_EMIT answered(m_download->command, answer);
    });
    return button;
}

void QuestionBar::comeAfter(QWidget &widget)
{
    QWidget *before = &widget;
    for (QPushButton *button : {m_overwrite, m_keepBoth, m_tryAgain, m_skip}) {
        setTabOrder(before, button);
        before = button;
    }
}

void QuestionBar::setDownload(const std::optional<Download> &download)
{
    const bool asks = download && download->state == Download::State::Asking && download->problem;
    m_download = asks ? download : std::nullopt;
    showQuestion();
}

void QuestionBar::showQuestion()
{
    setVisible(m_download.has_value());
    if (!m_download)
        return;
    const bool taken = m_download->problem->code == ErrorCode::FileExists;
    m_overwrite->setVisible(taken);
    m_keepBoth->setVisible(taken);
    m_tryAgain->setVisible(!taken);
    m_text->setText(questionOf(*m_download));
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
    showQuestion();
}

} // namespace Sonde::Client

#include "moc_questionbar.cpp"
