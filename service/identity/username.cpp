// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/identity/username.h"

#include "protocol/base/reason.h"
#include "service/store/journalwriter.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Sonde::Service {

namespace {

constexpr QStringView Signs = u".-_@";

/// Scripts that are written together are one.
QChar::Script scriptOf(char32_t letter)
{
    const auto script = QChar::script(letter);
    const bool isJapanese = script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
    return isJapanese || script == QChar::Script_Hangul ? QChar::Script_Han : script;
}

bool isSign(char32_t c)
{
    return c < 128 && Signs.contains(QChar(char16_t(c)));
}

bool isPart(char32_t c)
{
    const bool isMark =
        QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_SpacingCombining;
    return QChar::isLetter(c) || isMark || (c >= U'0' && c <= U'9') || isSign(c);
}

} // namespace

UserName userNameFrom(const QString &typed)
{
    return UserName(typed.left(4 * MostNameLength).trimmed().toCaseFolded().normalized(QString::NormalizationForm_C));
}

Result<void> checkUserName(const UserName &name)
{
    const QString &text = name.value();
    QSet<QChar::Script> scripts;
    bool isName = !text.isEmpty() && text.size() <= MostNameLength && text != ServiceActor && text != AgentActor
        && name != BreakGlassAccount && text == userNameFrom(text).value();
    for (const char32_t c : text.toUcs4()) {
        isName = isName && isPart(c);
        if (QChar::isLetter(c))
            scripts.insert(scriptOf(c));
    }
    scripts.remove(QChar::Script_Common);
    scripts.remove(QChar::Script_Inherited);
    if (isName && scripts.size() <= 1)
        return {};
    return fail(ErrorCode::BadValue, text, Reason::NotAName);
}

UserName userNameOfSystem(const QString &name)
{
    QString kept;
    for (const char32_t c : userNameFrom(name).value().toUcs4())
        kept += isPart(c) ? QString::fromUcs4(&c, 1) : u"_"_s;
    const UserName made(kept.left(MostNameLength));
    return checkUserName(made) ? made : UserName(u"analyst"_s);
}

} // namespace Sonde::Service
