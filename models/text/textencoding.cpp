// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/textencoding.h"

#include "transport/threads/guarded.h"

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qsizetype ShownAtOnce = 1024 * 1024;

QStringDecoder decoderFor(const QString &encoding)
{
    QStringDecoder decoder(encoding);
    return decoder.isValid() ? std::move(decoder) : QStringDecoder(QStringDecoder::Latin1);
}

} // namespace

QList<TextEncoding> TextEncoding::offered()
{
    // The names of the IANA registry where it has one; the Windows code pages by the numbers people know.
    QList<TextEncoding> all{
        {u"UTF-8"_s, u"UTF-8"_s},
        {u"UTF-16LE"_s, u"UTF-16 LE"_s},
        {u"UTF-16BE"_s, u"UTF-16 BE"_s},
        {u"windows-31j"_s, u"CP932 (Shift_JIS)"_s},
        {u"EUC-JP"_s, u"EUC-JP"_s},
        {u"ISO-2022-JP"_s, u"ISO-2022-JP"_s},
        {u"windows-1252"_s, u"CP1252"_s},
        {u"IBM850"_s, u"CP850"_s},
        {u"IBM437"_s, u"CP437"_s},
        {u"windows-1251"_s, u"CP1251"_s},
        {u"GB18030"_s, u"GB18030"_s},
        {u"Big5"_s, u"Big5"_s},
        {u"EUC-KR"_s, u"EUC-KR"_s},
        {u"ISO-8859-1"_s, u"Latin-1"_s},
    };
    all.removeIf([](const TextEncoding &encoding) { return !QStringDecoder(encoding.name).isValid(); });
    return all;
}

bool TextEncoding::isUtf8(const QString &name)
{
    return name.isEmpty() || name.compare("UTF-8"_L1, Qt::CaseInsensitive) == 0;
}

QByteArray TextEncoding::toUtf8(const QByteArray &text, const QString &name)
{
    return isUtf8(name) ? text : QString(decoderFor(name)(text)).toUtf8();
}

DecodedText::Decoders::Decoders(const QString &encoding)
    : output(decoderFor(encoding))
    , errors(decoderFor(encoding))
{
}

QByteArray DecodedText::Decoders::operator()(const TextBuffer::StreamText &piece)
{
    QStringDecoder &decoder = piece.stream == TextStream::Output ? output : errors;
    return QString(decoder(piece.bytes)).toUtf8();
}

DecodedText::DecodedText(const TextBuffer &source, const QString &encoding, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_decoders(std::make_shared<Decoders>(encoding))
{
    connect(&source, &TextBuffer::appended, this, &DecodedText::decodeMore);
    decodeMore();
}

void DecodedText::decodeMore()
{
    if (m_decoding || m_taken == m_source.byteCount())
        return;
    m_decoding = true;
    auto pieces = m_source.streamsFrom(m_taken);
    m_taken = m_source.byteCount();
    const auto decode = [decoders = m_decoders, pieces = std::move(pieces)]() mutable {
        for (auto &piece : pieces)
            piece.bytes = (*decoders)(piece);
        return std::move(pieces);
    };
    runGuarded(this, decode, [this](std::vector<TextBuffer::StreamText> decoded) {
        m_decoded.assign(std::make_move_iterator(decoded.begin()), std::make_move_iterator(decoded.end()));
        showNext();
    });
}

/// A little of it each time, so that the thread of the windows goes on meanwhile.
void DecodedText::showNext()
{
    qsizetype room = ShownAtOnce;
    while (room > 0 && !m_decoded.empty()) {
        auto &piece = m_decoded.front();
        const qsizetype count = std::min(room, piece.bytes.size());
        m_shown.append(QByteArrayView(piece.bytes).first(count), piece.stream);
        room -= count;
        if (count == piece.bytes.size())
            m_decoded.pop_front();
        else
            piece.bytes.remove(0, count);
    }
    Q_EMIT grown();
    if (!m_decoded.empty()) {
        QMetaObject::invokeMethod(this, &DecodedText::showNext, Qt::QueuedConnection);
        return;
    }
    m_decoding = false;
    decodeMore();
}

} // namespace Sonde::Client

#include "moc_textencoding.cpp"
