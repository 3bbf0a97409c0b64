// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/enrolmentsection.h"

#include "protocol/time/timetext.h"
#include "ui/keys/areas.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr int FormWidth = 720;
constexpr std::chrono::hours Lifetimes[]{1h, 24h, 7 * 24h, 30 * 24h};
constexpr int UsualLifetime = 1; ///< of them

} // namespace

EnrolmentSection::EnrolmentSection(Enrolment &enrolment, Theme &theme, QWidget *parent)
    : Section(parent)
    , m_enrolment(enrolment)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_locked(new EmptyState(theme))
{
    build();
    connect(m_make, &QAbstractButton::clicked, this, &EnrolmentSection::make);
    connect(m_tag, &QLineEdit::returnPressed, m_make, &QAbstractButton::click);
    connect(&enrolment, &Enrolment::changed, this, &EnrolmentSection::followAccess);
    onLanguageChange(this, &EnrolmentSection::retranslate);
    retranslate();
}

QString EnrolmentSection::title() const
{
    return tr("Enrolment");
}

QString EnrolmentSection::iconName() const
{
    return u"enrol"_s;
}

void EnrolmentSection::build()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 18, 24, 18);
    column->setSpacing(14);
    column->addWidget(makeForm());
    column->addWidget(makeResult());
    column->addStretch();
    content->setMaximumWidth(FormWidth);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    setGround(content, Ground::Surface);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_locked);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(m_stack);
    setFocusProxy(m_tag);
    makeArea(*this);
}

QWidget *EnrolmentSection::makeForm()
{
    auto *form = new QWidget;
    m_heading = new PlainLabel(form);
    setTone(m_heading, Tone::Title);
    m_purpose = new PlainLabel(form);
    setTone(m_purpose, Tone::Dim);
    m_local = new PlainLabel(form);
    setTone(m_local, Tone::Warning);
    for (PlainLabel *text : {m_purpose, m_local})
        text->setWordWrap(true);
    m_tagLabel = new PlainLabel(form);
    m_tag = new QLineEdit(form);
    m_tagLabel->setBuddy(m_tag);
    m_validLabel = new PlainLabel(form);
    m_valid = new QComboBox(form);
    m_validLabel->setBuddy(m_valid);
    for (size_t i = 0; i < std::size(Lifetimes); ++i)
        m_valid->addItem(QString());
    m_valid->setCurrentIndex(UsualLifetime);
    m_make = new QPushButton(form);
    m_make->setAutoDefault(false);
    m_make->setObjectName(u"make"_s);
    setRole(m_make, ButtonRole::Primary);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(9);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 2);
    grid->addWidget(m_purpose, 1, 0, 1, 2);
    grid->addWidget(m_local, 2, 0, 1, 2);
    grid->addWidget(m_tagLabel, 3, 0);
    grid->addWidget(m_tag, 3, 1);
    grid->addWidget(m_validLabel, 4, 0);
    grid->addWidget(m_valid, 4, 1);
    grid->addWidget(m_make, 5, 1, Qt::AlignLeft);
    return form;
}

QWidget *EnrolmentSection::makeResult()
{
    m_result = new QWidget;
    m_result->setObjectName(u"result"_s);
    m_tokenTitle = new PlainLabel(m_result);
    setTone(m_tokenTitle, Tone::Heading);
    m_token = new HashField(m_theme, m_result);
    m_expiry = new PlainLabel(m_result);
    m_commandTitle = new PlainLabel(m_result);
    setTone(m_commandTitle, Tone::Heading);
    m_command = new HashField(m_theme, m_result);
    m_hint = new PlainLabel(m_result);
    for (PlainLabel *text : {m_expiry, m_hint}) {
        text->setWordWrap(true);
        setTone(text, Tone::Dim);
    }
    auto *column = new QVBoxLayout(m_result);
    column->setContentsMargins({});
    column->setSpacing(6);
    column->addWidget(m_commandTitle);
    column->addWidget(m_command);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addWidget(m_tokenTitle);
    column->addWidget(m_token);
    column->addWidget(m_expiry);
    m_result->hide();
    return m_result;
}

void EnrolmentSection::make()
{
    const auto valid = Lifetimes[size_t(m_valid->currentIndex())];
    m_enrolment.make(m_tag->text().simplified(), valid, this, [this](const Result<Message::EnrolmentToken> &token) {
        if (token)
            show(*token);
        else
            Q_EMIT failed(token.error());
    });
}

void EnrolmentSection::show(const Message::EnrolmentToken &token)
{
    m_made = token;
    m_token->setHash(token.token);
    m_result->show();
    followAccess();
    announce(*this, m_expiry->text(), Urgency::Polite);
}

/// Whoever may not make one any more is not shown the one that was made, either.
void EnrolmentSection::followAccess()
{
    const auto refusal = whyNotSeen();
    m_stack->setCurrentIndex(refusal ? 1 : 0);
    m_locked->setContent(u"lock"_s, tr("This is not yours to see"), refusalText(refusal));
    m_local->setVisible(m_enrolment.isLocalOnly());
    m_command->setHash(m_enrolment.commandLine());
    if (m_made) {
        //: %1 a time
        m_expiry->setText(tr("It is good for one device, until %1. Nobody can look it up later.")
                .arg(TimeText().withZone(m_made->expires)));
        setHint(m_expiry, Words::timeDetails(m_made->expires, TimeText()));
    }
    Q_EMIT accessChanged();
}

void EnrolmentSection::retranslate()
{
    setAccessibleName(title());
    m_heading->setText(tr("Enrol a device"));
    m_purpose->setText(tr("A device becomes one of this tenant by a token, which is good once. Install sonde-agent on "
                          "it, and have it enrol with the token that is made here."));
    m_local->setText(tr("This tenant runs on this computer for this computer alone: other devices cannot reach it. Set "
                        "up a tenant for a team to enrol them."));
    m_tagLabel->setText(tr("&Tag of the device"));
    m_tag->setAccessibleName(tr("Tag of the device"));
    m_tag->setPlaceholderText(tr("none; a device group can take devices by their tag"));
    m_validLabel->setText(tr("&Good for"));
    m_valid->setAccessibleName(tr("Good for"));
    for (int i = 0; i < m_valid->count(); ++i)
        m_valid->setItemText(i, Words::spanText(Lifetimes[size_t(i)]));
    //: button
    m_make->setText(tr("Make a token"));
    m_make->setAccessibleName(m_make->text());
    m_commandTitle->setText(tr("On the device"));
    m_command->setName(tr("Command line for the device"));
    m_hint->setText(tr("It names the tenant by its fingerprint, and reads the token from its standard input: paste the "
                       "token when it waits, and press Enter. So the token is in no list of processes."));
    m_tokenTitle->setText(tr("Token"));
    m_token->setName(tr("Enrolment token"));
    followAccess();
}

} // namespace Sonde::Client

#include "moc_enrolmentsection.cpp"
