// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/completionsources.h"

#include "protocol/base/devicepath.h"
#include "protocol/command/grammar.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr size_t MostEntries = 20'000;
constexpr int FreshSeconds = 20;

QString typedText(const QCborValue &cell)
{
    return cell.isInteger() ? QString::number(cell.toInteger()) : DevicePath::fromCbor(cell).typed();
}

/// The last name of a path as it is typed; one that is not UTF-8 stays in the `bytes:` form.
QString lastName(const QString &typed, QChar separator)
{
    const QByteArray bytes = DevicePath::fromTyped(typed).bytes();
    return DevicePath(bytes.sliced(bytes.lastIndexOf(separator.toLatin1()) + 1)).typed();
}

/// Either form of a typed path as what stands behind `bytes:`.
QString escaped(QString typed)
{
    return typed.startsWith(DevicePath::BytesForm) ? typed.sliced(DevicePath::BytesForm.size())
                                                   : typed.replace(u'\\', "\\\\"_L1);
}

/// How many characters of `path` name its root ("/", "C:\", "\\server\share" counts its slashes only).
qsizetype rootLength(const QString &path)
{
    if (path.size() >= 3 && path.at(0).isLetter() && path.at(1) == u':')
        return 3;
    qsizetype length = 0;
    while (length < path.size() && (path.at(length) == u'/' || path.at(length) == u'\\'))
        ++length;
    return length;
}

} // namespace

void CompletionSources::setFailed(const QString &line, const Error &error)
{
    remember(line, {{}, QDateTime::currentDateTimeUtc(), error});
}

void CompletionSources::learn(
    const CommandRecord &command, const QString &directory, const std::vector<QCborArray> &rows)
{
    if (const QString line = listingLine(command, directory); !line.isEmpty()) {
        const CommandSpec &spec = *Catalogue::instance().find(command.invocation.verb);
        remember(line, {entriesOf(spec, rows), QDateTime::currentDateTimeUtc(), {}});
    }
}

QString CompletionSources::folderLine(const QString &folder)
{
    return Catalogue::instance().completing(ValueType::Path)->verb + u' ' + quoted(folder);
}

QString CompletionSources::keyLine(const QString &key)
{
    return Catalogue::instance().completing(ValueType::RegistryKey)->verb + u' ' + quoted(key);
}

QString CompletionSources::listingLine(const CommandRecord &command, const QString &directory) const
{
    const Invocation &invocation = command.invocation;
    const CommandSpec *spec = Catalogue::instance().find(invocation.verb);
    const auto type = spec ? spec->completedType() : std::nullopt;
    if (!type)
        return {};
    switch (*type) {
    case ValueType::Path: return folderLine(absolute(invocation.value(u"path"_s), directory));
    case ValueType::RegistryKey: return keyLine(invocation.value(u"key"_s));
    default: return invocation.values.isEmpty() ? spec->verb : QString();
    }
}

std::vector<CompletionSources::Entry> CompletionSources::entriesOf(
    const CommandSpec &spec, const std::vector<QCborArray> &rows) const
{
    const qsizetype text = spec.columnIndex(spec.completes->value);
    const qsizetype detail = spec.columnIndex(spec.completes->detail);
    const ValueType type = *spec.completedType();
    const bool isPath = type == ValueType::Path || type == ValueType::RegistryKey; // only its last name is typed
    const qsizetype folder = spec.columnIndex(u"isDirectory");
    std::vector<Entry> entries;
    entries.reserve(std::min(rows.size(), MostEntries));
    for (const QCborArray &row : rows | std::views::take(MostEntries)) {
        Entry entry{typedText(row.at(text)), typedText(row.at(detail)), row.at(folder).toBool()};
        if (isPath)
            entry.text = lastName(entry.text, separator());
        if (!entry.text.isEmpty() && (entries.empty() || entries.back() != entry))
            entries.push_back(std::move(entry));
    }
    return entries;
}

void CompletionSources::remember(const QString &line, const Listing &listing)
{
    m_asked.remove(line);
    if (!m_listings.contains(line))
        m_lines.push_back(line);
    m_listings.insert(line, listing);
    if (m_lines.size() > MostListings) {
        m_listings.remove(m_lines.front());
        m_lines.pop_front();
    }
}

const CompletionSources::Listing *CompletionSources::listing(const QString &line) const
{
    const auto found = m_listings.constFind(line);
    return found == m_listings.cend() ? nullptr : &*found;
}

bool CompletionSources::isStale(const QString &line, const QDateTime &now) const
{
    const Listing *known = listing(line);
    return !known || known->asOf.addSecs(FreshSeconds) < now;
}

QString CompletionSources::absolute(const QString &path, const QString &directory) const
{
    if (path.startsWith(DevicePath::BytesForm) || directory.startsWith(DevicePath::BytesForm)) {
        const QString whole = absolute(escaped(path), escaped(directory));
        return DevicePath::fromTyped(QString(DevicePath::BytesForm + whole)).typed();
    }
    const QChar slash = separator();
    const auto isSlash = [this](QChar c) { return c == u'/' || (platform == Platform::Windows && c == u'\\'); };
    const bool hasRoot =
        !path.isEmpty() && (isSlash(path.front()) || (platform == Platform::Windows && rootLength(path) == 3));
    const QString whole = hasRoot ? path : directory + slash + path;

    const QString root = whole.first(std::min(rootLength(whole), whole.size()));
    QStringList parts;
    QString part;
    for (const QChar c : QString(whole.sliced(root.size()) + slash)) {
        if (!isSlash(c)) {
            part += c;
            continue;
        }
        if (part == ".."_L1 && !parts.isEmpty())
            parts.removeLast();
        else if (!part.isEmpty() && part != "."_L1 && part != ".."_L1)
            parts.append(part);
        part.clear();
    }
    const QString cleanRoot = root.size() == 3 && root.at(1) == u':' ? root.first(2) + slash : QString(slash);
    return cleanRoot + parts.join(slash);
}

} // namespace Sonde::Client
