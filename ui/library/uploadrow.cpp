// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/uploadrow.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "transport/threads/guarded.h"
#include "ui/library/librarytextmodel.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {
constexpr int ProgressSteps = 1000;
constexpr int ParameterLines = 4;
} // namespace

UploadRow::UploadRow(const QString &path, LibraryController &library, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_library(library)
    , m_path(path)
    , m_name(QFileInfo(path).fileName())
    , m_title(new ElidedLabel(this))
    , m_size(new PlainLabel(this))
    , m_remove(new QToolButton(this))
    , m_nameLabel(new PlainLabel(this))
    , m_nameEdit(new QLineEdit(m_name, this))
    , m_descriptionLabel(new PlainLabel(this))
    , m_description(new QLineEdit(this))
    , m_overwrite(new QCheckBox(this))
    , m_hasParameters(new QCheckBox(this))
    , m_parameters(new QPlainTextEdit(this))
    , m_note(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
{
    m_nameEdit->setObjectName(u"name"_s);
    m_description->setObjectName(u"description"_s);
    m_overwrite->setObjectName(u"overwrite"_s);
    m_hasParameters->setObjectName(u"hasParameters"_s);
    m_note->setObjectName(u"note"_s);
    build(theme);
    connect(m_remove, &QAbstractButton::clicked, this, &UploadRow::removeRequested);
    connect(m_overwrite, &QAbstractButton::toggled, this, &UploadRow::showState);
    connect(m_hasParameters, &QAbstractButton::toggled, m_parameters, &QWidget::setVisible);
    connect(m_nameEdit, &QLineEdit::textChanged, this, &UploadRow::setName);
    connect(&library, &LibraryController::listed, this, &UploadRow::takeKnown);
    connect(&library, &LibraryController::rulesChanged, this, &UploadRow::applyRules);
    connect(&library.uploads(), &LibraryUploads::changed, this, [this](quint32 id) {
        if (id == m_upload)
            follow();
    });
    retranslate();
    look();
    takeKnown();
    onLanguageChange(this, &UploadRow::retranslate);
}

UploadRow::~UploadRow()
{
    m_looking.request_stop();
}

void UploadRow::build(const Theme &theme)
{
    setGround(this, Ground::Card);
    setTone(m_title, Tone::Strong);
    setTone(m_size, Tone::Dim);
    setRole(m_remove, ButtonRole::Quiet);
    m_remove->setIcon(theme.icon(u"close"_s, Color::DimText));
    connect(
        &theme, &Theme::changed, this, [this, &theme] { m_remove->setIcon(theme.icon(u"close"_s, Color::DimText)); });
    m_nameLabel->setBuddy(m_nameEdit);
    m_descriptionLabel->setBuddy(m_description);
    m_description->setMaxLength(1'000); // the service's limit
    m_parameters->setProperty("role", u"input"_s);
    m_parameters->setTabChangesFocus(true);
    m_parameters->setFixedHeight(m_parameters->fontMetrics().lineSpacing() * ParameterLines + 16);
    m_parameters->hide();
    m_note->setWordWrap(true);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_size);
    heading->addWidget(m_remove);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(22);
    choices->addWidget(m_overwrite);
    choices->addWidget(m_hasParameters);
    choices->addStretch();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 10, 12, 12);
    grid->setVerticalSpacing(7);
    grid->setHorizontalSpacing(10);
    grid->addLayout(heading, 0, 0, 1, 2);
    grid->addWidget(m_nameLabel, 1, 0);
    grid->addWidget(m_nameEdit, 1, 1);
    grid->addWidget(m_descriptionLabel, 2, 0);
    grid->addWidget(m_description, 2, 1);
    grid->addLayout(choices, 3, 1);
    grid->addWidget(m_parameters, 4, 1);
    grid->addWidget(m_note, 5, 0, 1, 2);
    grid->addWidget(m_progress, 6, 0, 1, 2);
    // As one reads: the way out of a row is not what one wants first.
    setTabOrder({m_nameEdit, m_description, m_overwrite, m_hasParameters, m_parameters, m_remove});
}

// ---- the file

void UploadRow::look()
{
    m_content.reset();
    m_problem.reset();
    if (const auto seen = lookAtFile(m_path, m_library.sizeLimit()); !seen)
        m_problem = seen.error();
    m_size->setText(sizeText(QFileInfo(m_path).size()));
    showState();
    if (m_problem)
        return;
    runGuarded(
        this,
        [path = m_path, limit = m_library.sizeLimit(), stop = m_looking.get_token()] {
            return readFile(path, limit, stop);
        },
        [this](const Result<LocalContent> &content) { takeContent(content); });
}

/// Another name is another file of the library: what is known of that one counts.
void UploadRow::setName(const QString &name)
{
    m_name = name;
    m_overwrite->setChecked(false);
    m_knownTaken = false;
    takeKnown();
}

/// The limit may be another one: what was too large may fit now, and what was read may not.
void UploadRow::applyRules()
{
    const bool fits = lookAtFile(m_path, m_library.sizeLimit()).has_value();
    const bool isTooLarge = m_problem && m_problem->code == ErrorCode::TooLarge;
    if (isTooLarge || (!m_problem && !fits && !isUnderWay() && !isStored()))
        look();
    else
        showState();
}

void UploadRow::takeContent(const Result<LocalContent> &content)
{
    if (content)
        m_content = *content;
    else
        m_problem = content.error();
    showState();
}

/// A new version says of itself what the one before did, until somebody says otherwise.
void UploadRow::takeKnown()
{
    const LibraryFile *known = m_library.files().file(m_name);
    if (known && !std::exchange(m_knownTaken, true) && m_description->text().isEmpty()) {
        m_description->setText(known->description);
        m_hasParameters->setChecked(known->hasParameters);
        m_parameters->setPlainText(known->parametersDescription);
    }
    showState();
}

// ---- the upload

const LibraryUpload *UploadRow::current() const
{
    return m_upload ? m_library.uploads().upload(m_upload) : nullptr;
}

bool UploadRow::isUnderWay() const
{
    const LibraryUpload *upload = current();
    return upload && !upload->isOver();
}

bool UploadRow::isStored() const
{
    const LibraryUpload *upload = current();
    return upload && upload->state == LibraryUpload::State::Stored;
}

bool UploadRow::isReady() const
{
    return m_content && !isUnderWay() && !isStored() && !obstacle();
}

/// What the service would refuse it for.
std::optional<Error> UploadRow::obstacle() const
{
    if (m_problem)
        return m_problem;
    if (const auto named = checkFileName(m_name); !named)
        return named.error();
    const LibraryFile *known = m_library.files().file(m_name);
    if (known && !m_overwrite->isChecked())
        return Error{ErrorCode::LibraryFileExists, known->name, {}, {}};
    return {};
}

void UploadRow::upload()
{
    if (!isReady())
        return;
    m_upload = m_library.uploads().add({*m_content, m_name, m_description->text(), m_hasParameters->isChecked(),
        m_parameters->toPlainText(), m_overwrite->isChecked()});
    showState();
}

void UploadRow::cancel()
{
    if (isUnderWay())
        m_library.uploads().cancel(m_upload);
}

void UploadRow::follow()
{
    const LibraryUpload *upload = current();
    if (upload->error && upload->error->code == ErrorCode::FileChanged && upload->isOver()) {
        m_upload = 0; // as it is now, it may be uploaded
        return look();
    }
    showState();
}

// ---- what is shown

/// The service refuses to run it; it may be stored all the same.
bool UploadRow::willNotRun() const
{
    return m_content && m_name.endsWith(".ps1"_L1, Qt::CaseInsensitive) && !m_content->hasSignature
        && !m_library.allowsUnsignedScripts();
}

QString UploadRow::hint() const
{
    if (const auto error = obstacle())
        return visible(Words::errorText(*error));
    if (!m_content)
        return tr("The file is being read…");
    QStringList hints;
    if (willNotRun())
        hints += tr("It has no signature, and this tenant runs only signed PowerShell scripts: “run” will refuse it.");
    if (examines(m_name))
        hints += tr("What is in it is looked for by every “analyze” and “scan”, on every device.");
    const QStringList others = m_library.othersWith(m_content->sha256, m_name);
    if (!others.isEmpty())
        hints += tr("The library has the same content as “%1”.").arg(visible(others.join(u"”, “"_s)));
    else if (const LibraryFile *known = m_library.files().file(m_name))
        hints += tr("This becomes version %1 of the file; version %2 is by %3.")
                     .arg(known->version + 1)
                     .arg(known->version)
                     .arg(visible(known->updatedBy));
    return hints.join(u'\n');
}

void UploadRow::showState()
{
    const LibraryUpload *upload = current();
    const bool failed = upload && upload->state == LibraryUpload::State::Failed;
    QString note = hint();
    if (upload && upload->state == LibraryUpload::State::Waiting)
        note = tr("Waiting for the uploads before this one");
    else if (upload && upload->state == LibraryUpload::State::Moving)
        note = tr("%1 of %2").arg(sizeText(upload->done), sizeText(upload->order.content.size));
    else if (upload && upload->state == LibraryUpload::State::Stored)
        note = tr("In the library, verified");
    else if (upload && upload->error)
        note = (failed ? QString() : tr("Trying again.") + u' ') + visible(Words::errorText(*upload->error));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setTone(m_note,
        failed || (!upload && obstacle()) ? Tone::Bad
            : isStored()                  ? Tone::Good
            : !upload && willNotRun()     ? Tone::Warning
                                          : Tone::Dim);
    m_progress->setVisible(isUnderWay());
    if (upload && upload->order.content.size > 0)
        m_progress->setValue(int(upload->done * ProgressSteps / upload->order.content.size));
    for (QWidget *input :
        std::initializer_list<QWidget *>{m_nameEdit, m_description, m_overwrite, m_hasParameters, m_parameters})
        input->setEnabled(!isUnderWay() && !isStored());
    setAccessibleDescription(note);
    Q_EMIT changed();
}

void UploadRow::focusDescription()
{
    m_description->setFocus();
}

void UploadRow::retranslate()
{
    const QString name = visible(QFileInfo(m_path).fileName());
    m_title->setText(name);
    setAccessibleName(name);
    setHint(m_remove, tr("Remove from this list"));
    m_remove->setAccessibleName(tr("Remove %1 from this list").arg(name));
    //: of a file in the library
    m_nameLabel->setText(tr("Name"));
    m_nameEdit->setAccessibleName(tr("Name of %1 in the library").arg(name));
    m_descriptionLabel->setText(tr("Description"));
    m_description->setAccessibleName(tr("Description of %1").arg(name));
    //: check box: a file of the same name becomes a new version
    m_overwrite->setText(tr("Overwrite"));
    m_overwrite->setAccessibleName(tr("Overwrite %1").arg(name));
    m_hasParameters->setText(tr("Script parameters"));
    m_hasParameters->setAccessibleName(tr("%1 takes parameters").arg(name));
    m_parameters->setPlaceholderText(tr("An example, and what each parameter means: -processName Registry"));
    m_parameters->setAccessibleName(tr("Parameters of %1").arg(name));
    m_progress->setAccessibleName(tr("Progress of %1").arg(name));
    showState();
}

} // namespace Sonde::Client

#include "moc_uploadrow.cpp"
