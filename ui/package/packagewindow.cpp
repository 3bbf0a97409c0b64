// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/package/packagewindow.h"

#include "models/package/packagemodel.h"
#include "models/text/visibletext.h"
#include "protocol/base/sizetext.h"
#include "protocol/time/timetext.h"
#include "transport/threads/guarded.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr QSize FirstSize(1080, 680);
constexpr int ProgressSteps = 100;

} // namespace

PackageWindow::PackageWindow(
    const QString &path, const Syntax &syntax, const Theme &theme, const PackageCaps &caps, QWidget *parent)
    : QDialog(parent)
    , m_path(path)
    , m_caps(caps)
    , m_model(new PackageModel(this))
    , m_name(new QLineEdit(this))
    , m_text(new QLineEdit(this))
    , m_stop(new QPushButton(this))
    , m_table(new QTableView(this))
    , m_preview(new CodeView(syntax, theme, this))
    , m_note(new PlainLabel(this))
    , m_state(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    makeTop();
    makeTable();
    m_table->setItemDelegate(new CellDelegate(theme, m_table));
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_preview, 1);
    column->addWidget(m_note);
    auto *split = new QSplitter(this);
    split->addWidget(m_table);
    split->addWidget(right);
    split->setChildrenCollapsible(false);
    split->setSizes({FirstSize.width() / 2, FirstSize.width() / 2});
    layout->addWidget(split, 1);
    layout->addWidget(m_state);
    m_note->setContentsMargins(10, 4, 10, 6);
    m_note->setWordWrap(true);
    m_state->setContentsMargins(12, 5, 12, 7);
    m_state->setWordWrap(true);
    setTone(m_note, Tone::Dim);
    resize(FirstSize);
    onLanguageChange(this, &PackageWindow::retranslate);
    retranslate();
    list();
    m_name->setFocus();
}

PackageWindow::~PackageWindow()
{
    m_reading.request_stop();
    m_previewing.request_stop();
}

bool PackageWindow::isPackage(const QString &name)
{
    return name.endsWith(".tar.gz"_L1, Qt::CaseInsensitive);
}

QString PackageWindow::state() const
{
    return m_state->text();
}

void PackageWindow::makeTop()
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 8);
    top->setSpacing(8);
    top->addWidget(m_name, 2);
    top->addWidget(m_text, 3);
    top->addWidget(m_stop);
    static_cast<QBoxLayout *>(layout())->addLayout(top);
    m_name->setClearButtonEnabled(true);
    m_text->setClearButtonEnabled(true);
    m_stop->setAutoDefault(false);
    m_stop->hide();
    connect(m_name, &QLineEdit::textChanged, m_model, &PackageModel::setName);
    connect(m_text, &QLineEdit::returnPressed, this, &PackageWindow::search);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            stopSearch();
    });
    connect(m_stop, &QPushButton::clicked, this, &PackageWindow::stopSearch);
}

void PackageWindow::makeTable()
{
    using Is = PackageModel::Column;
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as the package has them
    m_table->setSortingEnabled(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns = new ColumnFit(*m_table,
        {{Is::Path, 60, 20, true}, {Is::Matches, 12, 9}, ColumnFit::whole(Is::Size, 9),
            ColumnFit::whole(Is::Modified, 20)});
    m_columns->setShown(Is::Matches, false);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PackageWindow::showMember);
    connect(m_model, &PackageModel::arranged, this, &PackageWindow::followArrangement);
}

void PackageWindow::retranslate()
{
    //: %1 is the name of a package
    setWindowTitle(tr("Package %1").arg(visible(QFileInfo(m_path).fileName())));
    m_name->setPlaceholderText(tr("Filter by name"));
    m_name->setAccessibleName(tr("Filter by name"));
    m_text->setPlaceholderText(tr("Search in all files, then Enter"));
    m_text->setAccessibleName(tr("Search in all files"));
    //: a search that is under way
    m_stop->setText(tr("Stop"));
    m_table->setAccessibleName(tr("What is in the package"));
    //: what a file of a package holds
    m_preview->editor()->setAccessibleName(tr("Content"));
    m_model->setTitles({tr("Name"), tr("Size"), Words::timeTitle(tr("Modified"), TimeText()), tr("Matches")});
    if (m_said)
        say(m_said, m_problem);
    showNotes();
}

std::stop_token PackageWindow::renew(std::stop_source &source)
{
    source.request_stop();
    source = std::stop_source();
    return source.get_token();
}

/// From the thread that reads to this one, once for each percent.
PackageProgress PackageWindow::teller(const std::stop_token &stop)
{
    return [self = QPointer(this), stop, shown = -1](qint64 done, qint64 size) mutable {
        const int percent = size > 0 ? int(ProgressSteps * done / size) : 0;
        if (std::exchange(shown, percent) == percent || stop.stop_requested())
            return;
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, stop, percent] {
            if (!self || stop.stop_requested())
                return;
            //: %1 a number: how much of a package was read
            self->say([percent] { return tr("Reading… %1 %").arg(QLocale().toString(percent)); });
        });
    };
}

void PackageWindow::say(const Sentence &sentence, const std::optional<Error> &problem)
{
    m_said = sentence;
    m_problem = problem;
    const QString why = problem ? u' ' + visible(Words::errorText(*problem)) : QString();
    m_state->setText(sentence() + why);
    setTone(m_state, problem ? Tone::Warning : Tone::Dim);
}

/// A screen reader says what it came to; the percents before it would only be in the way.
void PackageWindow::sayEnd()
{
    announce(*this, m_state->text(), Urgency::Polite);
}

// ---- the list

void PackageWindow::list()
{
    const std::stop_token stop = renew(m_reading);
    m_text->setEnabled(false); // what is searched has to be listed first
    say([] { return tr("Reading…"); });
    runGuarded(
        this,
        [path = m_path, caps = m_caps, progress = teller(stop), stop] {
            return listPackage(path, caps, progress, stop);
        },
        [this, stop](Result<PackageList> list) {
            if (!stop.stop_requested())
                showList(std::move(list));
        });
}

void PackageWindow::showList(Result<PackageList> list)
{
    m_reading.request_stop(); // nothing that is late speaks of it any more
    if (!list) {
        say([] { return tr("This is no package that can be read."); }, list.error());
        return sayEnd();
    }
    m_text->setEnabled(true);
    m_cut = list->cut;
    for (const PackageMember &member : list->members) {
        m_files += member.kind == PackageMember::Kind::File;
        m_bytes += member.kind == PackageMember::Kind::File ? member.size : 0;
    }
    m_model->setMembers(std::move(list->members));
    m_columns->setShown(PackageModel::Matches, false);
    sayList();
    sayEnd();
}

void PackageWindow::sayList()
{
    const auto sentence = [this] {
        //: %1 a size
        const QString all = tr("%Ln file(s), %1 unpacked.", nullptr, int(m_files)).arg(sizeText(m_bytes));
        return m_cut ? tr("%1 There may be more:").arg(all) : all;
    };
    say(sentence, m_cut);
}

// ---- a search

void PackageWindow::search()
{
    const QString text = m_text->text();
    if (text.isEmpty())
        return stopSearch();
    const std::stop_token stop = renew(m_reading);
    m_stop->show();
    runGuarded(
        this,
        [path = m_path, text, caps = m_caps, progress = teller(stop), stop] {
            return searchPackage(path, text, caps, progress, stop);
        },
        [this, stop, text](const Result<PackageMatches> &matches) {
            if (!stop.stop_requested())
                showMatches(text, matches);
        });
}

/// Everything is shown again.
void PackageWindow::stopSearch()
{
    if (!m_text->isEnabled())
        return; // it is being listed
    m_reading.request_stop();
    m_stop->hide();
    m_model->setMatches({});
    m_columns->setShown(PackageModel::Matches, false);
    sayList();
}

void PackageWindow::showMatches(const QString &text, const Result<PackageMatches> &matches)
{
    m_reading.request_stop();
    m_stop->hide();
    if (!matches) {
        say([] { return tr("The search ended."); }, matches.error());
        return sayEnd();
    }
    m_model->setMatches(*matches);
    m_columns->setShown(PackageModel::Matches, true);
    const auto sentence = [text, found = int(matches->members.size()), files = matches->files, cut = matches->cut] {
        //: %1 what was searched for, %2 a number of files
        const QString said =
            tr("“%1” is in %Ln file(s) of %2.", nullptr, found).arg(visible(text), QLocale().toString(files));
        return cut ? tr("%1 Not all were searched:").arg(said) : said;
    };
    say(sentence, matches->cut);
    sayEnd();
}

// ---- one file

/// What is shown beside the list is the member that is chosen in it, or none.
void PackageWindow::followArrangement()
{
    if (!m_member)
        return showNotes();
    if (!m_table->currentIndex().isValid())
        showMember();
}

void PackageWindow::showMember()
{
    const std::stop_token stop = renew(m_previewing);
    const QModelIndex current = m_table->currentIndex();
    m_member = current.isValid() ? std::optional(m_model->at(current.row())) : std::nullopt;
    m_content.reset();
    if (current.isValid())
        m_table->selectRow(current.row()); // a table that is entered by a key has a current row that nobody sees
    showNotes();
    if (!m_member || m_member->kind != PackageMember::Kind::File)
        return;
    runGuarded(
        this,
        [path = m_path, place = m_model->placeOf(current.row()), caps = m_caps, stop] {
            return readMember(path, place, MostPreview, caps, stop);
        },
        [this, stop](const Result<QByteArray> &content) {
            if (!stop.stop_requested())
                showContent(content);
        });
}

void PackageWindow::showContent(const Result<QByteArray> &content)
{
    m_content = content;
    if (content && !content->isEmpty())
        m_preview->setContent(m_member->path, *content);
    showNotes();
}

void PackageWindow::showNotes()
{
    if (const bool hasContent = m_content && *m_content && !(*m_content)->isEmpty(); !hasContent)
        m_preview->setNote(whyNoContent());
    const qint64 shown = m_content && *m_content ? (*m_content)->size() : 0;
    m_note->setVisible(shown > 0 && m_member->size > shown);
    m_note->setText(m_note->isHidden() ? QString() : CodeView::beginningText(shown, m_member->size));
}

QString PackageWindow::whyNoContent() const
{
    if (!m_member)
        return m_model->rowCount() > 0 ? tr("Choose a file to read it here.") : QString();
    switch (m_member->kind) {
    case PackageMember::Kind::Folder: return tr("A folder.");
    //: %1 a path
    case PackageMember::Kind::Link: return tr("A link to %1.").arg(visible(m_member->target));
    case PackageMember::Kind::Other: return tr("No file that has a content.");
    case PackageMember::Kind::File: break;
    }
    if (!m_content)
        return tr("Reading…");
    return *m_content ? tr("The file is empty.") : visible(Words::errorText(m_content->error()));
}

} // namespace Sonde::Client

#include "moc_packagewindow.cpp"
