// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/textbuffer.h"

#include <QStringDecoder>
#include <deque>
#include <memory>

namespace Sonde::Client {

/// An encoding in which programs of a device may write.
struct TextEncoding {
    QString name;  ///< as a device declares it and QStringDecoder knows it
    QString label; ///< as people call it; the same in every language

    /// UTF-8 first; those this build can read.
    [[nodiscard]] static QList<TextEncoding> offered();
    [[nodiscard]] static bool isUtf8(const QString &name);
    /// A whole text that was written in `name`.
    [[nodiscard]] static QByteArray toUtf8(const QByteArray &text, const QString &name);
};

/// A text as it reads in another encoding than UTF-8: a buffer of its own that follows its source. Decoding happens on the thread pool.
class DecodedText final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecodedText)

public:
    /// `source` outlives it. An encoding nobody knows is read as Latin-1, which loses nothing.
    DecodedText(const TextBuffer &source, const QString &encoding, QObject *parent = nullptr);

    [[nodiscard]] TextBuffer &buffer() { return m_shown; }
    /// Nothing of the source is still to come.
    [[nodiscard]] bool isCurrent() const { return !m_decoding && m_taken == m_source.byteCount(); }

Q_SIGNALS:
    void grown();

private:
    /// Of both streams: a character may be cut by the end of a piece.
    struct Decoders {
        explicit Decoders(const QString &encoding);
        [[nodiscard]] QByteArray operator()(const TextBuffer::StreamText &piece);

        QStringDecoder output;
        QStringDecoder errors;
    };
    void decodeMore();
    void showNext();

    const TextBuffer &m_source;
    TextBuffer m_shown;
    std::shared_ptr<Decoders> m_decoders;         ///< used by one piece of work at a time
    std::deque<TextBuffer::StreamText> m_decoded; ///< to be shown
    qsizetype m_taken = 0;
    bool m_decoding = false;
};

} // namespace Sonde::Client
