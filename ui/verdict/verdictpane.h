// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result/examination.h"

#include <QWidget>

namespace Sonde::Client {

class PlainLabel;
class StateGlyph;
class Theme;
class VerdictView;

/// What stands above the rows of an examination: what the thing is, how sure that is, and who says so.
class VerdictPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictPane)

public:
    explicit VerdictPane(const Theme &theme, QWidget *parent = nullptr);

    void setExamination(const Examination &examination);
    /// What was examined, for a screen reader: a command line.
    void setSubject(const QString &line);
    /// Somebody came by a key: the first line is current.
    void enter();
    [[nodiscard]] bool hasLines() const;
    /// "Verdict: malicious, high confidence. It rests on: YARA."
    [[nodiscard]] static QString sentenceOf(const Examination &examination);

Q_SIGNALS:
    /// See VerdictView.
    void rowRequested(int row);
    void menuRequested(int row, const QPoint &globalPosition);
    void heightChanged();

private:
    void showWords();

    Examination m_examination;
    QString m_subject;
    StateGlyph *m_glyph;
    PlainLabel *m_sentence;
    PlainLabel *m_counts;
    VerdictView *m_lines;
    PlainLabel *m_more;
};

} // namespace Sonde::Client
