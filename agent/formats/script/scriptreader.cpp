// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/script/scriptreader.h"

#include "agent/formats/base/details.h"
#include "agent/formats/base/signaturedetails.h"
#include "agent/formats/type/filetype.h"
#include "protocol/command/scripttype.h"
#include "protocol/signing/powershellsignature.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr qint64 HeadBytes = 4096;
constexpr qint64 TailBytes = 1024;

/// The lines of a text that goes by.
struct Lines {
    qint64 count = 0; ///< of line feeds
    qint64 windowsEnds = 0;
    qint64 longest = 0; ///< in bytes
    qint64 current = 0;
    bool endsWithReturn = false;
    bool isAscii = true;
    bool isUtf8 = true;
    QStringDecoder decoder{QStringDecoder::Utf8};

    void add(QByteArrayView bytes)
    {
        for (const char c : bytes) {
            isAscii = isAscii && quint8(c) < 0x80;
            if (c != '\n') {
                ++current;
            } else {
                ++count;
                windowsEnds += endsWithReturn;
                longest = std::max(longest, current - endsWithReturn);
                current = 0;
            }
            endsWithReturn = c == '\r';
        }
        const QString text = decoder(bytes);
        isUtf8 = isUtf8 && !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
    }

    [[nodiscard]] qint64 longestLine() const { return std::max(longest, current); }
    [[nodiscard]] qint64 lineCount() const { return count + (current > 0); }
    [[nodiscard]] QString ends() const
    {
        if (count == 0)
            return u"none"_s;
        return windowsEnds == 0 ? u"LF"_s : windowsEnds == count ? u"CRLF"_s : u"mixed"_s;
    }
};

QString encodingOf(const QByteArray &head, const Lines &lines)
{
    if (head.startsWith("\xff\xfe"))
        return u"UTF-16LE"_s;
    if (head.startsWith("\xfe\xff"))
        return u"UTF-16BE"_s;
    if (head.startsWith("\xef\xbb\xbf"))
        return u"UTF-8 with byte order mark"_s;
    return lines.isAscii ? u"ASCII"_s : lines.isUtf8 ? u"UTF-8"_s : u"8-bit"_s;
}

/// In UTF-8, or UTF-16.
bool hasSignatureBlock(const QByteArray &tail)
{
    const auto marker = u"# SIG # End signature block"_s;
    return tail.contains(marker.toUtf8())
        || tail.contains(QByteArrayView(reinterpret_cast<const char *>(marker.utf16()), marker.size() * 2));
}

class ScriptReader final : public FormatReader
{
public:
    ScriptReader(
        const ByteSource &source, ScriptType type, bool isKnown, ContentPass &pass, const SignatureTerms &terms)
        : m_source(source)
        , m_type(std::move(type))
        , m_isKnown(isKnown)
        , m_terms(terms)
        , m_head(source.read(0, HeadBytes))
    {
        pass.watch({0, source.size()}, [lines = m_lines](QByteArrayView bytes) { lines->add(bytes); });
    }

    [[nodiscard]] FormatReport report() override
    {
        QCborMap details{{u"format"_s, u"script"_s}};
        if (m_isKnown)
            details.insert(u"language"_s, interpreterName(m_type.language));
        insertInterpreter(details);
        details.insert(u"encoding"_s, encodingOf(m_head, *m_lines));
        details.insert(u"lines"_s, m_lines->lineCount());
        details.insert(u"longest_line"_s, m_lines->longestLine());
        details.insert(u"line_ends"_s, m_lines->ends());
        const SignatureVerdict verdict = signature();
        if (verdict.state != SignatureState::None && verdict.state != SignatureState::Unsigned)
            details.insert(u"signature"_s, signatureDetails(verdict, nullptr));
        return {details, verdict};
    }

private:
    void insertInterpreter(QCborMap &details) const
    {
        if (!m_head.startsWith("#!"))
            return;
        const QByteArray line = m_head.first(std::max<qsizetype>(2, m_head.indexOf('\n'))).sliced(2).trimmed();
        const qsizetype blank = line.indexOf(' ');
        insertText(details, u"interpreter"_s, blank < 0 ? line : line.first(blank));
        if (blank >= 0)
            insertText(details, u"arguments"_s, line.sliced(blank).trimmed());
    }

    /// Only PowerShell has them.
    [[nodiscard]] SignatureVerdict signature() const
    {
        if (!m_isKnown || m_type.language != ScriptLanguage::PowerShell)
            return {};
        if (m_source.size() > ByteSource::MostAtOnce)
            return {SignatureState::Malformed, {}};
        return verifyPowerShell(m_source.read(0, m_source.size()), m_terms.roots, m_terms.at);
    }

    const ByteSource &m_source;
    ScriptType m_type;
    bool m_isKnown;
    const SignatureTerms &m_terms;
    QByteArray m_head;
    std::shared_ptr<Lines> m_lines = std::make_shared<Lines>();
};

} // namespace

std::unique_ptr<FormatReader> scriptReader(
    const ByteSource &source, const QString &name, ContentPass &pass, const SignatureTerms &terms)
{
    const QByteArray head = source.read(0, HeadBytes);
    if (head.isEmpty() || !isTextHead(head))
        return nullptr;
    if (hasSignatureBlock(source.read(std::max<qint64>(0, source.size() - TailBytes), TailBytes)))
        return std::make_unique<ScriptReader>(source, ScriptType{ScriptLanguage::PowerShell, {}}, true, pass, terms);
    const auto type = scriptType(name, head);
    if (!type && !head.startsWith("#!"))
        return nullptr;
    return std::make_unique<ScriptReader>(source, type.value_or(ScriptType()), type.has_value(), pass, terms);
}

} // namespace Sonde::Agent
