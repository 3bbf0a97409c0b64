// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/download.h"
#include "protocol/base/result.h"

#include <QDialog>

class QTabWidget;

namespace Sonde::Client {

class CodeView;
class PlainLabel;
class Syntax;
class TextBuffer;
class TextView;
class Theme;

/// The beginning of what was downloaded, to read and not to run: as text in the colours of its language, and byte by byte.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewDialog)

public:
    static constexpr qsizetype MostBytes = 512 * 1024;

    PreviewDialog(const Download &download, const Syntax &syntax, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }

private:
    void load();
    void fill(const Result<QByteArray> &bytes);
    void retranslate();

    const Download m_download;
    QTabWidget *m_tabs;
    CodeView *m_text;
    TextView *m_hex;
    TextBuffer *m_dump;
    PlainLabel *m_note;
    bool m_loaded = false;
    qint64 m_shown = 0; ///< bytes
    std::optional<Error> m_problem;
};

} // namespace Sonde::Client
