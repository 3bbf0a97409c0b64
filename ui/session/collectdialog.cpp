// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/collectdialog.h"

#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "protocol/command/grammar.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr qint64 MiB = 1024LL * 1024;
constexpr int TriageMebibytes = 512;
constexpr int TriageMinutes = 10;
constexpr int FullMinutes = 60;
constexpr int MostMinutes = 180;

/// What the line says of how new files have to be.
constexpr std::array<const char16_t *, 5> sinceValues{u"", u"24h", u"7d", u"30d", u"90d"};

} // namespace

CollectDialog::CollectDialog(const Facts &facts, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_facts(facts)
    , m_triage(new QRadioButton)
    , m_full(new QRadioButton)
    , m_since(new QComboBox)
    , m_size(new QSpinBox)
    , m_time(new QSpinBox)
    , m_memory(new QCheckBox)
    , m_folder(new QLineEdit)
    , m_content(new PlainLabel)
    , m_estimate(new PlainLabel)
    , m_shownLine(new PlainLabel)
{
    setWindowTitle(tr("Collect a package"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, 22, 26, 20);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(makeProfiles());
    layout->addWidget(m_content);
    layout->addWidget(makeFields());
    layout->addStretch(1);
    layout->addWidget(m_shownLine);
    layout->addWidget(makeButtons());
    m_content->setWordWrap(true);
    m_content->setContentsMargins(10, 8, 10, 8);
    m_content->setAccessibleName(tr("What will be in it"));
    setGround(m_content, Ground::Card);
    m_shownLine->setFont(theme.consoleFont());
    m_shownLine->setWordWrap(true);
    m_shownLine->setContentsMargins(10, 7, 10, 7);
    m_shownLine->setAccessibleName(tr("The line for the console"));
    setGround(m_shownLine, Ground::Raised);
    resize(640, 560);
    m_triage->setChecked(true);
    profileChosen();
    m_triage->setFocus();
}

QWidget *CollectDialog::makeHead()
{
    //: %1: a device
    auto *title = new PlainLabel(tr("Collect a forensic package of %1").arg(visible(m_facts.device)));
    setTone(title, Tone::Title);
    title->setWordWrap(true);
    return title;
}

QWidget *CollectDialog::makeProfiles()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(6);
    //: profile of a package
    m_triage->setText(tr("Triage: what an investigation begins with"));
    //: profile of a package
    m_full->setText(tr("Full: everything that the definitions of artefacts name"));
    column->addWidget(m_triage);
    column->addWidget(m_full);
    connect(m_triage, &QRadioButton::toggled, this, &CollectDialog::profileChosen);
    return box;
}

QWidget *CollectDialog::makeFields()
{
    auto *box = new QWidget;
    auto *fields = new QFormLayout(box);
    fields->setContentsMargins({});
    fields->setHorizontalSpacing(18);
    m_since->addItems({tr("at any time"), tr("in the last 24 hours"), tr("in the last 7 days"),
        tr("in the last 30 days"), tr("in the last 90 days")});
    connect(m_since, &QComboBox::currentIndexChanged, this, &CollectDialog::compose);
    m_size->setRange(1, mostMebibytes());
    m_size->setSuffix(u" MiB"_s);
    m_size->setGroupSeparatorShown(true);
    connect(m_size, &QSpinBox::valueChanged, this, &CollectDialog::compose);
    m_time->setRange(1, MostMinutes);
    //: minutes, behind a number
    m_time->setSuffix(tr(" min"));
    connect(m_time, &QSpinBox::valueChanged, this, &CollectDialog::compose);
    //: files that were changed… at any time, in the last 7 days
    addRow(*fields, tr("Files changed"), m_since);
    //: of a package
    addRow(*fields, tr("At most this large"), m_size);
    addRow(*fields, tr("At most this long"), m_time);
    m_memory->setText(tr("Image of the memory, before all else"));
    setHint(m_memory,
        tr("The size has to have room for all of it. Where the kernel lets nobody read it, the summary says so."));
    connect(m_memory, &QCheckBox::toggled, this, &CollectDialog::memoryChosen);
    fields->addRow(QString(), m_memory);
    //: of a package
    addRow(*fields, tr("Expected size"), m_estimate);
    addRow(*fields, tr("Folder on this computer"), makeFolder(), m_folder);
    m_estimate->setWordWrap(true);
    return box;
}

void CollectDialog::addRow(QFormLayout &fields, const QString &name, QWidget *field, QWidget *buddy)
{
    auto *label = new PlainLabel(name);
    label->setBuddy(buddy ? buddy : field);
    if (buddy) // it is deeper, where a screen reader does not look for its label
        buddy->setAccessibleName(name);
    fields.addRow(label, field);
}

QWidget *CollectDialog::makeFolder()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    m_folder->setPlaceholderText(QDir::toNativeSeparators(m_facts.downloadFolder));
    m_folder->setClearButtonEnabled(true);
    connect(m_folder, &QLineEdit::textChanged, this, &CollectDialog::compose);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &CollectDialog::chooseFolder);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    return box;
}

QWidget *CollectDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *compose = new QPushButton(tr("Write into the console"));
    setHint(compose, tr("Nothing runs until you send the line."));
    compose->setDefault(true);
    setRole(compose, ButtonRole::Primary);
    connect(compose, &QPushButton::clicked, this, &QDialog::accept);
    auto *box = new QWidget;
    auto *buttons = new QHBoxLayout(box);
    buttons->setContentsMargins({});
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(compose);
    return box;
}

void CollectDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the package"), m_facts.downloadFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

bool CollectDialog::isFull() const
{
    return m_full->isChecked();
}

int CollectDialog::mostMebibytes() const
{
    return int(std::clamp<qint64>(m_facts.mostBytes / MiB, 1, 1024 * 1024));
}

int CollectDialog::usualMebibytes() const
{
    return isFull() ? mostMebibytes() : std::min(TriageMebibytes, mostMebibytes());
}

/// An image is as large as the memory: what is usual would leave it out.
void CollectDialog::memoryChosen(bool isChosen)
{
    m_size->setValue(isChosen ? mostMebibytes() : usualMebibytes());
    compose();
}

void CollectDialog::profileChosen()
{
    m_size->setValue(m_memory->isChecked() ? mostMebibytes() : usualMebibytes());
    m_time->setValue(isFull() ? FullMinutes : TriageMinutes);
    m_content->setText(contentText());
    compose();
}

QString CollectDialog::contentText() const
{
    const QString files = isFull()
        ? tr("Files: all of triage, and what else the definitions name: browsers, mail, databases, containers, caches "
             "(each up to 1 GiB)")
        : tr("Files: accounts, histories of shells, SSH, what starts by itself, configuration, logs, browsers’ "
             "histories "
             "(each up to 100 MiB)");
    const QStringList lines{tr("What Sonde’s own commands say of connections, processes, drivers, services, scheduled "
                               "tasks, startup folders and persistence, as JSON Lines"),
        tr("What the system’s own programs say of network, sign-ins, hardware, packages and containers"), files,
        tr("A body file of all local disks, and a time line"),
        tr("SHA-256 of each file, and a summary of what was done, how long it took and what failed")};
    return u"• "_s + lines.join(u"\n• "_s);
}

QString CollectDialog::sizeText() const
{
    const qint64 last = isFull() ? m_facts.lastFull : m_facts.lastTriage;
    if (last > 0)
        //: %1 a size
        return tr("about %1, as the last one of this session").arg(Sonde::sizeText(last));
    return isFull() ? tr("not known before; what does not fit is left out and listed")
                    //: %1 and %2 are sizes
                    : tr("%1 to %2 on most devices, by how much they log")
                          .arg(Sonde::sizeText(5 * MiB), Sonde::sizeText(100 * MiB));
}

void CollectDialog::compose()
{
    Invocation invocation{
        .verb = Verbs::Collect.name, .values = {}, .flags = {}, .output = OutputType::Table, .toFile = {}};
    const auto set = [&invocation](const QString &parameter, const QString &value) {
        if (!value.isEmpty())
            invocation.values.insert(parameter, value);
    };
    set(u"output_folder"_s, m_folder->text().trimmed());
    set(u"profile"_s, isFull() ? u"full"_s : QString());
    set(u"since"_s, QString(sinceValues.at(size_t(std::max(0, m_since->currentIndex())))));
    if (m_memory->isChecked())
        invocation.flags.append(u"memory"_s);
    if (m_size->value() != usualMebibytes())
        set(u"size"_s, u"%1M"_s.arg(m_size->value()));
    if (m_time->value() != (isFull() ? FullMinutes : TriageMinutes))
        set(u"time"_s, u"%1m"_s.arg(m_time->value()));
    m_line = toLine(invocation);
    m_shownLine->setText(visible(m_line));
    m_estimate->setText(sizeText());
}

} // namespace Sonde::Client

#include "moc_collectdialog.cpp"
