// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypage.h"

#include "models/text/visibletext.h"
#include "ui/keys/areas.h"
#include "ui/library/filepane.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/actionbutton.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/filterrow.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

LibraryPage::LibraryPage(LibraryController &library, QAction &upload, Theme &theme, Settings &settings, QWidget *parent)
    : Page(parent)
    , m_library(library)
    , m_upload(upload)
    , m_theme(theme)
    , m_settings(settings)
    , m_text(library.files())
{
    build(upload);
    setUpTable();
    connect(m_filter, &QLineEdit::textChanged, this, &LibraryPage::applyFilter);
    connect(m_empty, &EmptyState::actionChosen, this, [this] {
        if (m_library.files().rowCount() > 0)
            m_filter->clear();
        else if (m_library.failure())
            m_library.refresh();
        else
            m_upload.trigger();
    });
    connect(&m_library, &LibraryController::listed, this, &LibraryPage::followModel);
    connect(&m_library, &LibraryController::listingChanged, this, &LibraryPage::followModel);
    connect(&m_library, &LibraryController::rulesChanged, this, &LibraryPage::followModel);
    connect(m_pane, &FilePane::runRequested, this, [this] { Q_EMIT runRequested(m_pane->file()); });
    connect(m_pane, &FilePane::downloadRequested, this, &LibraryPage::askWhereToDownload);
    connect(m_pane, &FilePane::deleteRequested, this, &LibraryPage::askToDelete);
    onLanguageChange(this, &LibraryPage::retranslate);
    retranslate();
}

void LibraryPage::saveLayout()
{
    m_settings.set(Settled::LibraryHeader, m_columns->state());
    m_settings.set(Settled::LibrarySplitter, m_splitter->saveState());
}

void LibraryPage::build(QAction &upload)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    m_splitter = new QSplitter(this);
    whole->addWidget(m_splitter);
    auto *list = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeFilterLine(upload));
    m_stack = new QStackedWidget(list);
    column->addWidget(m_stack, 1);
    m_table = new QTableView;
    m_empty = new EmptyState(m_theme);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_pane = new FilePane(m_library, m_syntax, m_theme, m_splitter);
    setGround(m_pane, Ground::Surface);
    m_pane->hide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    if (!m_splitter->restoreState(m_settings.get(Settled::LibrarySplitter)))
        m_splitter->setSizes({800, 480});
    setFocusProxy(m_filter);
    makeArea(*list);
    makeArea(*m_pane);
}

QWidget *LibraryPage::makeFilterLine(QAction &upload)
{
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_count = new PlainLabel;
    setTone(m_count, Tone::Dim);
    auto *button = new ActionButton;
    button->setAction(upload);
    setRole(button, ButtonRole::Primary);
    auto *line = new FilterRow(*m_filter, *m_count);
    line->add(*button);
    return line;
}

void LibraryPage::setUpTable()
{
    m_table->setModel(&m_text);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicator(LibraryModel::Name, Qt::AscendingOrder);
    using Is = LibraryModel::Column;
    m_columns = new ColumnFit(*m_table,
        {{Is::Name, 24, 14}, {Is::Description, 28, 12, true}, {Is::Signature, 18, 12}, ColumnFit::whole(Is::Size, 9),
            ColumnFit::whole(Is::When, 20), {Is::Kind, 17, 12}, {Is::By, 12, 8}, {Is::Parameters, 11, 5},
            {Is::Sha256, 20, 10}});
    m_columns->restore(m_settings.get(Settled::LibraryHeader));
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LibraryPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LibraryPage::showCurrent);
    connect(&m_theme, &Theme::changed, this,
        [this] { m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9); });
}

// ---- what is shown

void LibraryPage::applyFilter()
{
    m_text.setFilterText(m_filter->text());
    followModel();
}

/// Only who may upload is invited to.
QString LibraryPage::emptyText() const
{
    const QString what =
        tr("Scripts and tools in it are ready for every device: “run” runs a script, “putfile” puts a file there.");
    return what + u' '
        + (m_upload.isEnabled() ? tr("Drop files anywhere on this window to upload them.") : m_upload.statusTip());
}

void LibraryPage::showEmpty()
{
    if (m_library.files().rowCount() > 0)
        m_empty->setContent(
            u"search"_s, tr("No file matches the filter"), visible(m_filter->text()), tr("Clear filter"));
    else if (m_library.failure())
        m_empty->setContent(u"warning"_s, tr("The library cannot be listed"),
            visible(Words::errorText(*m_library.failure())), tr("Try again"));
    else if (!m_library.isListed())
        m_empty->setContent(u"library"_s, tr("One moment"), tr("The library is being listed."));
    else
        m_empty->setContent(u"library"_s, tr("The library is empty"), emptyText(),
            m_upload.isEnabled() ? withoutMnemonic(m_upload.text()) : QString());
}

void LibraryPage::followModel()
{
    const int total = m_library.files().rowCount();
    const int shown = m_text.rowCount();
    m_count->setVisible(total > 0);
    m_count->setText(shown == total
            ? tr("%Ln file(s)", nullptr, total)
            : tr("%1 of %Ln file(s)", "files shown of all", total).arg(locale().toString(shown)));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    if (shown == 0)
        showEmpty();
    if (shown > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_text.index(0, LibraryModel::Name));
    showCurrent();
}

void LibraryPage::showCurrent()
{
    const LibraryFile *file = m_text.file(m_table->currentIndex());
    m_pane->setVisible(file);
    if (file)
        m_pane->setFile(*file);
}

/// What the buttons beside the table do, for the row under the mouse.
void LibraryPage::showMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_pane->runButton(), m_pane->downloadButton(), m_pane->deleteButton()}) {
        if (button->isHidden())
            continue;
        QAction *action = menu->addAction(button->text());
        setUsable(*action, button->isEnabled() ? QString() : button->accessibleDescription());
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
    }
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void LibraryPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LibraryPage::selectFile(const QString &name)
{
    if (const int row = m_text.rowOf(name); row >= 0)
        m_table->setCurrentIndex(m_text.index(row, LibraryModel::Name));
}

// ---- what is done

void LibraryPage::askWhereToDownload()
{
    const LibraryFile file = m_pane->version();
    auto *dialog = new QFileDialog(this, tr("Download"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks by itself before it overwrites
    dialog->setDirectory(m_settings.downloadFolder());
    dialog->selectFile(file.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        m_library.download(file, path, Overwrite::Yes, this, [this, path](const Result<void> &done) {
            if (done)
                Q_EMIT downloaded(path);
            else
                Q_EMIT failed(done.error());
        });
    });
    dialog->open();
}

// How often it was used is asked now: the list does not follow each command.
void LibraryPage::askToDelete()
{
    m_library.fetchVersions(m_pane->file().name, this, [this](const Result<std::vector<LibraryFile>> &versions) {
        if (versions)
            confirmDelete(*versions);
        else
            Q_EMIT failed(versions.error());
    });
}

void LibraryPage::confirmDelete(const std::vector<LibraryFile> &versions)
{
    const LibraryFile &file = versions.front();
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Delete from the library"),
        tr("Delete “%1” with its whole history?").arg(visible(file.name)), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("It has %Ln version(s).", nullptr, int(versions.size())) + u' '
        + (file.uses > 0 ? tr("%Ln command(s) used it; what they did stays in the journal.", nullptr, int(file.uses))
                         : tr("No command has used it.")));
    showPlain(*box);
    QPushButton *yes = box->addButton(tr("Delete"), QMessageBox::AcceptRole);
    setRole(yes, ButtonRole::Danger);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, name = file.name] { remove(name); });
    box->open();
}

void LibraryPage::remove(const QString &name)
{
    m_library.remove(name, this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

// ---- keys and language

void LibraryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_filter->hasFocus())
        m_filter->clear();
    else if (event->key() == Qt::Key_Down && m_filter->hasFocus())
        m_table->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_Delete && m_table->hasFocus() && m_pane->deleteButton()->isEnabled())
        askToDelete();
    else
        QWidget::keyPressEvent(event);
}

void LibraryPage::retranslate()
{
    setAccessibleName(tr("Library"));
    m_filter->setPlaceholderText(tr("Filter by name, description, signature, person"));
    m_filter->setAccessibleName(tr("Filter the library"));
    m_table->setAccessibleName(tr("Library"));
    m_splitter->handle(1)->setAccessibleName(tr("Width of the file’s page"));
    m_text.refresh();
    followModel();
}

} // namespace Sonde::Client

#include "moc_librarypage.cpp"
