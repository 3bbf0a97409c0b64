// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tokenlist.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

class HashField;

/// The tokens with which devices can enrol still, to withdraw one that was lost.
class TokensSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokensSection)

public:
    /// What it names outlives it.
    TokensSection(TokenList &tokens, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;

private:
    void askToWithdraw();

    TokenList &m_tokens;
    RecordText<EnrolmentTokenRecord> m_text;
    Fact m_madeBy;
    Fact m_expires;
    HashField *m_hash;
    QAction *m_withdraw;
};

} // namespace Sonde::Client
