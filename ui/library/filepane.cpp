// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/filepane.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "ui/library/librarytextmodel.h"
#include "ui/library/versionhistory.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int LeastContent = 110;

} // namespace

QString refusalToManage(const LibraryController &library)
{
    const auto refusal = library.whyNotManage();
    return refusal ? Words::errorText(*refusal) : QString();
}

FilePane::FilePane(LibraryController &library, const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_name(new ElidedLabel(this))
    , m_description(new PlainLabel(this))
    , m_hashTitle(new PlainLabel(this))
    , m_hash(new HashField(theme, this))
    , m_run(new QPushButton(this))
    , m_download(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_preview(new CodeView(syntax, theme))
    , m_history(new VersionHistory(library, syntax, theme))
{
    build();
    connect(m_run, &QAbstractButton::clicked, this, &FilePane::runRequested);
    connect(m_download, &QAbstractButton::clicked, this, &FilePane::downloadRequested);
    connect(m_delete, &QAbstractButton::clicked, this, &FilePane::deleteRequested);
    connect(m_history, &VersionHistory::currentChanged, this, &FilePane::showContent);
    connect(&m_library, &LibraryController::rulesChanged, this, &FilePane::showRules);
    onLanguageChange(this, &FilePane::retranslate);
    retranslate();
}

void FilePane::build()
{
    setTone(m_name, Tone::Title);
    m_description->setWordWrap(true);
    setTone(m_description, Tone::Dim);
    setRole(m_delete, ButtonRole::Danger);
    auto *facts = new QFormLayout;
    facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts->setHorizontalSpacing(18);
    facts->setVerticalSpacing(5);
    for (Fact *fact : {&m_kind, &m_signature, &m_created, &m_uses})
        *fact = addFact(facts);
    setTone(m_hashTitle, Tone::Dim);
    m_hashTitle->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts->addRow(m_hashTitle, m_hash);
    m_parameters = addFact(facts);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(LeastContent); // in a low window the facts are read first
    m_tabs->addTab(m_preview, QString());
    m_tabs->addTab(m_history, QString());

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_run);
    buttons->addWidget(m_download);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(18, 14, 18, 10);
    top->setSpacing(6);
    top->addWidget(m_name);
    top->addWidget(m_description);
    top->addSpacing(4);
    top->addLayout(facts);
    top->addSpacing(6);
    top->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_tabs, 1);
}

FilePane::Fact FilePane::addFact(QFormLayout *facts)
{
    const Fact fact{new PlainLabel(this), new PlainLabel(this)};
    setTone(fact.title, Tone::Dim);
    fact.title->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first line of what it is the title of
    fact.value->setWordWrap(true);
    fact.value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    facts->addRow(fact.title, fact.value);
    return fact;
}

void FilePane::setFile(const LibraryFile &file)
{
    if (file == m_file)
        return;
    m_file = file;
    showFacts();
    m_history->setFile(file);
    showContent();
}

const LibraryFile &FilePane::version() const
{
    const LibraryFile *selected = m_history->current();
    return selected && selected->name == m_file.name ? *selected : m_file;
}

void FilePane::showFacts()
{
    m_name->setText(visible(m_file.name));
    m_description->setText(visible(m_file.description));
    m_description->setVisible(!m_file.description.isEmpty());
    m_run->setVisible(isScript(m_file.name));
    //: a kind of file and its size
    m_kind.value->setText(
        tr("%1 · %2").arg(LibraryTextModel::kindText(libraryKind(m_file.name)), Words::sizeText(m_file.size)));
    m_signature.value->setText(LibraryTextModel::signatureText(m_file));
    //: when, and by whom
    m_created.value->setText(tr("%1 · %2").arg(TimeText().withZone(m_file.created), visible(m_file.createdBy)));
    m_uses.value->setText(tr("%Ln command(s)", "that named a library file", int(m_file.uses)));
    showHash();
    m_parameters.value->setText(VisibleText::of(m_file.parametersDescription, u"\n\t").text);
    m_parameters.title->setVisible(m_file.hasParameters);
    m_parameters.value->setVisible(m_file.hasParameters);
    showRules();
}

/// Of the content that is shown.
void FilePane::showHash()
{
    const LibraryFile &shown = version();
    const bool isOlder = shown.version != m_file.version;
    //: %1 the number of a version
    const QString name = isOlder ? tr("SHA-256 of version %1").arg(locale().toString(shown.version)) : u"SHA-256"_s;
    m_hashTitle->setText(name);
    m_hash->setName(name);
    m_hash->setHash(QString::fromLatin1(shown.sha256.toHex()));
}

void FilePane::showContent()
{
    showHash();
    const LibraryFile shown = version();
    m_library.fetchContent(shown, this, [this, shown](const Result<QByteArray> &content) {
        if (shown.sha256 != version().sha256)
            return;
        if (content)
            m_preview->setContent(shown.name, *content);
        else if (content.error().code == ErrorCode::TooLarge)
            m_preview->setNote(
                tr("This file is larger than %1: download it to read it.").arg(sizeText(LibraryController::MostShown)));
        else
            m_preview->setNote(visible(Words::errorText(content.error())));
    });
}

void FilePane::showRules()
{
    setUsable(*m_delete, refusalToManage(m_library));
}

void FilePane::retranslate()
{
    //: kind of file
    m_kind.title->setText(tr("Type"));
    m_signature.title->setText(tr("Signature"));
    //: when a file was first uploaded, and by whom
    m_created.title->setText(tr("Created"));
    //: how many commands used a library file
    m_uses.title->setText(tr("Used by"));
    m_parameters.title->setText(tr("Script parameters"));
    //: button: opens the form of a script
    m_run->setText(tr("Run on a device…"));
    m_run->setAccessibleName(tr("Run on a device"));
    //: button: from the library to this computer
    m_download->setText(tr("Download…"));
    m_download->setAccessibleName(tr("Download"));
    //: button: out of the library
    m_delete->setText(tr("Delete…"));
    m_delete->setAccessibleName(tr("Delete"));
    //: tab: what a file holds
    m_tabs->setTabText(0, tr("Preview"));
    m_tabs->setTabText(1, tr("Versions"));
    m_tabs->setAccessibleName(tr("Content and versions"));
    m_preview->editor()->setAccessibleName(tr("Preview"));
    showFacts();
}

} // namespace Sonde::Client

#include "moc_filepane.cpp"
