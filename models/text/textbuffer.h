// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <optional>
#include <vector>

namespace Sonde::Client {

/// Where a program wrote a piece of its text.
enum class TextStream { Output, Errors };

/// A long text as it came: bytes, and where lines begin. Only a line that is looked at becomes a QString, so a million lines cost little
/// more than their bytes. Text is UTF-8; a byte that is not becomes one lone surrogate in line() (utf8text.h) and stays itself in bytes().
///
/// Each line is of one stream: where the stream changes within a line, a line break that is not the text's is put there, which bytes() has
/// and bytesOf() has not.
///
/// A line longer than MaxPieceBytes is cut into several (isContinued()), so that no line is costly to show.
class TextBuffer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextBuffer)

public:
    static constexpr qsizetype MaxPieceBytes = 16 * 1024;

    /// A place in the text, `column` in UTF-16 units of line().
    struct Position {
        qsizetype line = 0;
        qsizetype column = 0;

        friend auto operator<=>(const Position &, const Position &) = default;
    };
    struct Match {
        Position start;
        qsizetype length = 0;

        bool operator==(const Match &) const = default;
    };
    enum class Direction { Forward, Backward };
    /// A piece of what came by one stream.
    struct StreamText {
        TextStream stream = TextStream::Output;
        QByteArray bytes;
    };

    explicit TextBuffer(QObject *parent = nullptr);

    void append(QByteArrayView bytes, TextStream stream = TextStream::Output);

    [[nodiscard]] qsizetype lineCount() const { return m_lineCount; }
    /// Without its line break; `i` in [0, lineCount()).
    [[nodiscard]] QString line(qsizetype i) const;
    /// The next line goes on with this one: it was cut for its length.
    [[nodiscard]] bool isContinued(qsizetype i) const;
    [[nodiscard]] qsizetype byteCount() const { return m_bytes.size(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// All that came by one stream, as it came.
    [[nodiscard]] QByteArray bytesOf(TextStream stream) const;
    /// What came, as it came, from the byte at `from` of bytes() on.
    [[nodiscard]] std::vector<StreamText> streamsFrom(qsizetype from) const;
    [[nodiscard]] TextStream streamOf(qsizetype line) const;
    /// Whether anything came by the stream of errors.
    [[nodiscard]] bool hasErrors() const { return m_hasErrors; }
    /// The longest line so far, in bytes: an upper bound of its width.
    [[nodiscard]] qsizetype longestLineBytes() const { return m_longest; }
    /// Memory held: text and index.
    [[nodiscard]] qsizetype memoryBytes() const;

    /// The original text from `from` to before `to`, line breaks included.
    [[nodiscard]] QString text(Position from, Position to) const;
    /// The next match at or after `from` (Backward: the last one that begins before it), letter case ignored; does not go round.
    [[nodiscard]] std::optional<Match> find(
        const QString &text, Position from, Direction direction = Direction::Forward) const;

Q_SIGNALS:
    /// Lines first…last are new or longer than before.
    void appended(qsizetype first, qsizetype last);

private:
    static constexpr qsizetype Stride = 32;

    struct Extent {
        qsizetype start = 0;
        qsizetype end = 0;  ///< without the line break
        qsizetype next = 0; ///< where the following line begins
    };
    /// From here to the next one all is of one stream.
    struct Piece {
        qsizetype start = 0;
        TextStream stream = TextStream::Output;
        bool afterAddedBreak = false;
    };
    void beginPiece(TextStream stream);
    [[nodiscard]] Extent extentFrom(qsizetype start) const;
    [[nodiscard]] Extent extent(qsizetype line) const;
    [[nodiscard]] qsizetype lineAt(qsizetype byte) const;
    void indexFrom(qsizetype start);

    QByteArray m_bytes;
    std::vector<Piece> m_pieces{Piece{}};
    bool m_hasErrors = false;
    std::vector<qsizetype> m_starts; ///< of every Stride-th line
    qsizetype m_lineCount = 0;
    qsizetype m_lastStart = 0; ///< of the last line, which may still grow
    qsizetype m_longest = 0;
};

} // namespace Sonde::Client
