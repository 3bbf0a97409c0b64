// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/files/pendingmoves_windows.h"

#include "agent/acts/files/pinnedfile_windows.h"
#include "agent/base/windowspath.h"
#include "agent/system/windows/devicetext.h"
#include "agent/system/windows/registrykey_windows.h"
#include "agent/system/windows/registrywriting_windows.h"
#include "agent/system/windows/systemerror_windows.h"
#include "protocol/base/devicepath.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::PendingMoves {

namespace {

using Windows::RegistryKeyHandle;
using Windows::RegistryView;

const QString managerKey = uR"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Session Manager)"_s;
const QString listName = u"PendingFileRenameOperations"_s;

/// From where, and to where; the second is empty when the file is deleted.
using Pair = std::pair<QString, QString>;

std::vector<Pair> pairs()
{
    const auto value = RegistryKeyHandle::open(managerKey, RegistryView::Native).and_then([](const auto &key) {
        return key.value(listName);
    });
    if (!value)
        return {};
    QString text(value->data.size() / qsizetype(sizeof(char16_t)), u'\0');
    std::memcpy(text.data(), value->data.constData(), size_t(text.size()) * sizeof(char16_t));
    // Each text ends with a NUL, an empty one, too; one more ends the list.
    const QStringList texts = text.split(QChar());
    std::vector<Pair> all;
    for (qsizetype i = 0; i < texts.size(); i += 2)
        all.emplace_back(texts[i], texts.value(i + 1));
    while (!all.empty() && all.back() == Pair())
        all.pop_back();
    return all;
}

Result<void> save(const std::vector<Pair> &all)
{
    if (all.empty())
        return Windows::deleteValue(managerKey, RegistryView::Native, listName);
    QString text;
    for (const auto &[from, to] : all)
        text += from + QChar() + to + QChar();
    text += QChar();
    const QByteArray data(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
    return Windows::setValue(managerKey, RegistryView::Native, {listName, REG_MULTI_SZ, data});
}

bool isOf(const Pair &pair, const QByteArray &path)
{
    const QString plain = Windows::deviceText(Windows::plainPath(Windows::verbatimPath(path))).value_or(QString());
    QString from = pair.first;
    if (from.startsWith(uR"(\??\)"))
        from = from.sliced(4);
    return from.compare(plain, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<void> add(const QByteArray &path, const QByteArray &to)
{
    const std::wstring target = to.isEmpty() ? std::wstring() : nativePathOf(to);
    if (!::MoveFileExW(
            nativePathOf(path).c_str(), to.isEmpty() ? nullptr : target.c_str(), MOVEFILE_DELAY_UNTIL_REBOOT))
        return std::unexpected(Windows::errorOf(::GetLastError(), DevicePath(path).typed()));
    return {};
}

bool has(const QByteArray &path)
{
    return std::ranges::any_of(pairs(), [&path](const Pair &pair) { return isOf(pair, path); });
}

Result<void> remove(const QByteArray &path)
{
    std::vector<Pair> all = pairs();
    // The last one: others may have planned something before.
    const auto found = std::find_if(all.rbegin(), all.rend(), [&path](const Pair &pair) { return isOf(pair, path); });
    if (found == all.rend())
        return fail(ErrorCode::NotFound, DevicePath(path).typed());
    all.erase(std::next(found).base());
    return save(all);
}

} // namespace Sonde::Agent::PendingMoves
