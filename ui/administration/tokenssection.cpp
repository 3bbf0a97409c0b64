// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/tokenssection.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/base/confirmation.h"
#include "ui/toolkit/hashfield.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum TokenColumn { TokenTag, TokenMadeBy, TokenExpires, TokenSha256 };

/// What an enrolment says that gives no tag.
constexpr auto NoTag = "default"_L1;

QString tagText(const EnrolmentTokenRecord &token)
{
    //: of an enrolment token: the device gets none
    return token.group == NoTag ? TokensSection::tr("no tag") : token.group;
}

QString tokenSha256(const EnrolmentTokenRecord &token)
{
    return QString::fromLatin1(token.sha256.toHex());
}

RecordText<EnrolmentTokenRecord>::Columns tokenColumns()
{
    using Row = EnrolmentTokenRecord;
    return {
        //: column of the enrolment tokens: what the device gets
        {.title = [] { return TokensSection::tr("Tag"); }, .text = tagText},
        //: column of the enrolment tokens: who made them
        {.title = [] { return TokensSection::tr("Made by"); }, .text = [](const Row &row) { return row.madeBy; }},
        {.title = [] { return Words::timeTitle(TokensSection::tr("Expires"), TimeText()); },
            .text = [](const Row &row) { return TimeText().text(row.expires); },
            .sortKey = [](const Row &row) { return row.expires; },
            .details = [](const Row &row) { return Words::timeDetails(row.expires, TimeText()); }},
        {.title = [] { return u"SHA-256"_s; }, .text = tokenSha256},
    };
}

} // namespace

TokensSection::TokensSection(TokenList &tokens, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({tokens, m_text, Settled::AdministrationTokensHeader}, theme, settings, parent)
    , m_tokens(tokens)
    , m_text(tokens.tokens(), tokenColumns(), theme)
    , m_madeBy(addFact())
    , m_expires(addFact())
    , m_hash(new HashField(theme))
    , m_withdraw(addDeed(Place::Pane, Qt::Key_Delete, ButtonRole::Danger, [this] { askToWithdraw(); }))
{
    addToPane(*m_hash);
    build({{TokenTag, 20, 10, true}, {TokenMadeBy, 18, 10}, ColumnFit::whole(TokenExpires, 20), {TokenSha256, 24, 10}});
}

QString TokensSection::title() const
{
    return tr("Enrolment tokens");
}

QString TokensSection::iconName() const
{
    return u"signature"_s;
}

ListSection::Texts TokensSection::texts(int shown, int total) const
{
    const int all = std::max(total, m_tokens.total());
    return {tr("Filter the tokens by tag, name, hash"),
        shown == all ? tr("%Ln token(s)", nullptr, all)
                     : tr("%1 of %Ln token(s)", "shown of all", all).arg(locale().toString(shown)),
        tr("No token is good"),
        tr("A token that was made is listed here until a device has enrolled with it, it has expired or somebody "
           "withdraws it.")};
}

void TokensSection::showCurrent()
{
    const EnrolmentTokenRecord *token = m_text.record(current());
    if (!token)
        return;
    setHeading(visible(tagText(*token)), tr("Whoever has this token can enrol a device with it, once."));
    setFact(m_madeBy, visible(token->madeBy));
    setFact(m_expires, TimeText().withZone(token->expires));
    if (m_hash->hash() != tokenSha256(*token)) // what is selected in it stays
        m_hash->setHash(tokenSha256(*token));
    setUsable(*m_withdraw, refusalText(m_tokens.whyNotChanged()));
}

void TokensSection::askToWithdraw()
{
    const EnrolmentTokenRecord *token = m_text.record(current());
    if (!token)
        return;
    askFirst(*this,
        {tr("Withdraw a token"),
            //: %1 a date and time
            tr("Withdraw the token that is good until %1?").arg(TimeText().withZone(token->expires)),
            tr("No device can enrol with it from then on. Devices that have enrolled stay."), tr("Withdraw")},
        [this, sha256 = token->sha256] { m_tokens.withdraw(sha256, this, told()); });
}

void TokensSection::retranslate()
{
    m_madeBy.title->setText(tr("Made by"));
    m_expires.title->setText(tr("Expires"));
    m_hash->setName(tr("SHA-256 of the token"));
    m_withdraw->setText(tr("&Withdraw…"));
}

} // namespace Sonde::Client

#include "moc_tokenssection.cpp"
