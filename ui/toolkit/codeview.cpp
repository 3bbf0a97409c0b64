// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/codeview.h"

#include "models/text/hexdump.h"
#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/codehighlighter.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/syntax.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// As its byte order mark says, or as UTF-8; nothing when it is no text.
std::optional<QString> textOf(const QByteArray &bytes)
{
    const auto marked = QStringConverter::encodingForData(bytes);
    if (!marked && bytes.contains('\0'))
        return {};
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    return decoder.decode(bytes);
}

bool isShellScript(const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffix == u"sh" || suffix == u"bash";
}

} // namespace

class CodeView::Editor final : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

    void show(const QString &original)
    {
        m_original = original;
        m_shown = VisibleText::of(m_original, u"\n\t");
        setPlainText(m_shown.text);
    }

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        const QTextCursor cursor = textCursor();
        const qsizetype from = m_shown.toOriginal(cursor.selectionStart());
        const qsizetype to = m_shown.toOriginal(cursor.selectionEnd());
        auto *data = new QMimeData;
        data->setText(m_original.sliced(from, std::max<qsizetype>(0, to - from)));
        return data;
    }

private:
    QString m_original;
    VisibleText m_shown;
};

CodeView::CodeView(const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_editor(new Editor(this))
    , m_note(new PlainLabel(this))
    , m_highlighter(new CodeHighlighter(syntax, theme, m_editor->document()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_editor, 1);
    m_note->setContentsMargins(10, 6, 10, 6);
    m_note->setWordWrap(true);
    m_note->hide();
    m_editor->setReadOnly(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_editor->document()->setDocumentMargin(8);
    m_editor->setFont(theme.consoleFont());
    setFocusProxy(m_editor);
    connect(&theme, &Theme::changed, this, [this] { m_editor->setFont(m_theme.consoleFont()); });
    onLanguageChange(this, [this] {
        if (m_ofContent)
            m_note->setText(m_ofContent());
    });
}

QString CodeView::beginningText(qint64 shown, qint64 size)
{
    //: %1 and %2 are sizes
    return tr("This is the first %1 of %2.").arg(sizeText(shown), sizeText(size));
}

QPlainTextEdit *CodeView::editor() const
{
    return m_editor;
}

void CodeView::setContent(const QString &name, const QByteArray &bytes)
{
    auto text = textOf(bytes);
    if (!text) {
        sayOfContent([cut = bytes.size() > MostHex] {
            return cut ? tr("This file is not text. Its first %1:").arg(sizeText(MostHex))
                       : tr("This file is not text. Its bytes:");
        });
        m_highlighter->setLanguage({});
        return setText(hexDump(QByteArrayView(bytes).first(std::min(bytes.size(), MostHex))));
    }
    const bool windowsEnds = text->contains(u"\r\n");
    sayOfContent([says = windowsEnds && isShellScript(name)] {
        return says
            ? tr("This shell script has Windows line ends (CR LF): a shell takes each CR for a part of its line.")
            : QString();
    });
    m_highlighter->setLanguageOfFile(name);
    setText(text->replace(u"\r\n"_s, u"\n"_s));
}

void CodeView::setDiff(const QString &diff)
{
    setNote({});
    m_highlighter->setDiff();
    setText(diff);
}

/// In the language of the moment, and of the next one.
void CodeView::sayOfContent(const std::function<QString()> &sentence)
{
    setNote(sentence());
    m_ofContent = sentence;
}

void CodeView::setNote(const QString &note)
{
    m_ofContent = {};
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setText({});
}

void CodeView::setText(const QString &text)
{
    m_editor->show(text);
}

} // namespace Sonde::Client

#include "moc_codeview.cpp"
