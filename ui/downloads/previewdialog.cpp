// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/previewdialog.h"

#include "controllers/downloads/evidencezip.h"
#include "models/text/hexdump.h"
#include "models/text/textbuffer.h"
#include "models/text/visibletext.h"
#include "transport/threads/guarded.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/textview.h"
#include "ui/words/words.h"

#include <QFile>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr QSize FirstSize(820, 560);

Result<QByteArray> beginningOf(const QString &path, bool plain)
{
    if (!plain)
        return peekEvidence(path, PreviewDialog::MostBytes);
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::ReadFailed, path, file.errorString());
    return file.read(PreviewDialog::MostBytes);
}

} // namespace

PreviewDialog::PreviewDialog(const Download &download, const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_download(download)
    , m_tabs(new QTabWidget(this))
    , m_text(new CodeView(syntax, theme, this))
    , m_hex(new TextView(theme, this))
    , m_dump(new TextBuffer(this))
    , m_note(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_note);
    if (!download.sha256.isEmpty()) {
        auto *hash = new HashField(theme, this);
        hash->setName(u"SHA-256"_s);
        hash->setHash(QString::fromLatin1(download.sha256.toHex()));
        hash->setContentsMargins(10, 2, 10, 8);
        layout->addWidget(hash);
    }
    m_note->setContentsMargins(10, 4, 10, 6);
    m_note->hide();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_text, QString());
    m_tabs->addTab(m_hex, QString());
    m_hex->setBuffer(m_dump);
    resize(FirstSize);
    onLanguageChange(this, &PreviewDialog::retranslate);
    retranslate();
    load();
}

void PreviewDialog::retranslate()
{
    //: %1 is the name of a file
    setWindowTitle(tr("Preview of %1").arg(visible(QString::fromUtf8(m_download.file.name()))));
    //: Tab: a file as text
    m_tabs->setTabText(0, tr("Text"));
    //: Tab: a file byte by byte
    m_tabs->setTabText(1, tr("Hexadecimal")); // nothing happens when it is not there
    m_tabs->setAccessibleName(windowTitle());
    m_hex->setAccessibleName(tr("Hexadecimal"));
    if (m_problem)
        m_text->setNote(visible(Words::errorText(*m_problem)));
    m_note->setText(CodeView::beginningText(m_shown, m_download.file.size));
}

void PreviewDialog::load()
{
    runGuarded(
        this, [path = m_download.target, plain = m_download.plain] { return beginningOf(path, plain); },
        [this](const Result<QByteArray> &bytes) { fill(bytes); });
}

void PreviewDialog::fill(const Result<QByteArray> &bytes)
{
    m_loaded = true;
    if (!bytes) {
        m_problem = bytes.error();
        m_tabs->removeTab(1);
        return retranslate();
    }
    m_text->setContent(QString::fromUtf8(m_download.file.name()), *bytes);
    m_dump->append(hexDump(*bytes).toUtf8());
    m_note->setVisible(m_download.file.size > bytes->size());
    m_shown = bytes->size();
    retranslate();
}

} // namespace Sonde::Client

#include "moc_previewdialog.cpp"
