// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/downloads/downloadspanel.h"

#include "controllers/downloads/downloadmanager.h"
#include "models/text/visibletext.h"
#include "ui/downloads/downloadactions.h"
#include "ui/downloads/downloaddelegate.h"
#include "ui/downloads/downloadtextmodel.h"
#include "ui/downloads/previewdialog.h"
#include "ui/evidence/questionbar.h"
#include "ui/keys/areas.h"
#include "ui/package/packagewindow.h"
#include "ui/settings/workstationsettings.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptystate.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/shortcutline.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto Frame = 16ms;
constexpr int LeastRows = 26;                ///< pixels: of the table
constexpr int LowHeight = 180;               ///< pixels: below it a row is worth more than a hash
constexpr qint64 LargeFile = 99'999'999'999; ///< bytes: what a larger one comes to may be cut

} // namespace

DownloadsPanel::DownloadsPanel(
    DownloadManager &manager, Theme &theme, const Syntax &syntax, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_manager(manager)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_settings(settings)
    , m_text(new DownloadTextModel(manager.model(), this))
    , m_actions(new DownloadActions(manager, theme, *this))
    , m_header(new QHBoxLayout)
    , m_title(new PlainLabel(this))
    , m_totals(new ElidedLabel(this))
    , m_close(new QToolButton(this))
    , m_question(new QuestionBar(theme, this))
    , m_hashPart(new QWidget(this))
    , m_hash(new HashField(theme, m_hashPart))
    , m_stack(new QStackedLayout)
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_header);
    column->addWidget(m_question);
    column->addLayout(m_stack, 1);
    column->addWidget(makeHash());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    for (QWidget *part : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        part->setMinimumHeight(1); // what there is room for is seen
    makeHeader();
    makeTable();
    setGround(this, Ground::Surface);
    m_frame.setSingleShot(true);
    m_frame.setInterval(Frame);
    connect(&m_frame, &QTimer::timeout, this, &DownloadsPanel::refresh);
    connect(&manager.model(), &DownloadModel::changed, this, [this] {
        if (!m_frame.isActive())
            m_frame.start();
    });
    connect(m_question, &QuestionBar::answered, &manager, &DownloadManager::answer);
    connect(m_actions, &DownloadActions::previewRequested, this, &DownloadsPanel::openPreview);
    connect(m_actions, &DownloadActions::commandRequested, this, &DownloadsPanel::commandRequested);
    connect(&theme, &Theme::changed, this, &DownloadsPanel::restyle);
    restyle();
    retranslate();
    refresh();
    onLanguageChange(this, &DownloadsPanel::retranslate);
}

void DownloadsPanel::saveLayout()
{
    m_settings.set(Settled::DownloadsHeader, m_columns->state());
}

void DownloadsPanel::makeHeader()
{
    m_header->setContentsMargins(12, 4, 6, 4);
    m_header->setSpacing(2);
    setTone(m_title, Tone::Strong);
    setTone(m_totals, Tone::Dim);
    m_header->addWidget(m_title);
    m_header->addSpacing(10);
    m_header->addWidget(m_totals, 1);
    const auto add = [this](QToolButton *button) {
        setRole(button, ButtonRole::Quiet);
        button->setIconSize({14, 14});
        button->setFocusPolicy(Qt::TabFocus);
        m_header->addWidget(button);
    };
    for (QAction *action : {&m_actions->pause, &m_actions->cancel, &m_actions->retry, &m_actions->earlier,
             &m_actions->later, &m_actions->preview, &m_actions->showInFolder, &m_actions->clearFinished}) {
        auto *button = new QToolButton(this);
        add(button);
        const auto follow = [button, action] {
            button->setIcon(action->icon());
            button->setText(action->icon().isNull() ? action->text() : QString());
            setHint(button, action->isEnabled() ? action->text() : action->text() + u'\n' + action->statusTip());
            button->setAccessibleName(action->text());
            button->setEnabled(action->isEnabled());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        follow();
    }
    add(m_close);
    connect(m_close, &QToolButton::clicked, this, &DownloadsPanel::closeRequested);
}

void DownloadsPanel::makeTable()
{
    m_table->setModel(m_text);
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(DownloadModel::Progress, new ProgressDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(DownloadModel::State, new DownloadStateDelegate(m_theme, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    using Is = DownloadModel::Column;
    const auto largeSize = [] { return QStringList{Words::sizeText(LargeFile)}; };
    m_columns = new ColumnFit(*m_table,
        {{Is::Name, 28, 14, true}, {Is::State, 18, 17}, {Is::Progress, 28, 22, false, true, largeSize},
            {Is::KeptAs, 28, 14}, ColumnFit::whole(Is::Asked, 20), ColumnFit::whole(Is::Speed, 10),
            ColumnFit::whole(Is::TimeLeft, 8), {Is::Device, 20, 10}, {Is::CommandLine, 26, 12}, {Is::Hash, 68, 12}});
    for (int place = 1; const int section : {Is::KeptAs, Is::State, Is::Progress, Is::Speed, Is::TimeLeft, Is::Asked})
        header->moveSection(header->visualIndex(section), place++);
    m_columns->restore(m_settings.get(Settled::DownloadsHeader));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DownloadsPanel::followSelection);
    connect(m_table, &QTableView::doubleClicked, &m_actions->preview, &QAction::trigger);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DownloadsPanel::openMenu);
    setDoor(*this, *m_table);
    makeArea(*this);
}

QWidget *DownloadsPanel::makeHash()
{
    m_hashTitle = new ElidedLabel(m_hashPart);
    setTone(m_hashTitle, Tone::Dim);
    auto *line = new QHBoxLayout(m_hashPart);
    line->setContentsMargins(12, 4, 8, 4);
    line->setSpacing(10);
    line->addWidget(m_hashTitle, 1);
    line->addWidget(m_hash, 2);
    m_hashPart->hide();
    return m_hashPart;
}

// ---- what is shown

void DownloadsPanel::refresh()
{
    if (!isVisible())
        return;
    m_totals->setText(DownloadTextModel::totalsText(m_manager.model().totals()));
    m_stack->setCurrentWidget(m_manager.model().rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    m_actions->refresh();
    showQuestion();
    keepRoomForHash();
    showHash();
}

/// That of the current download if it has one, else that of the first one that asks.
void DownloadsPanel::showQuestion()
{
    const Download *download = m_manager.model().find(current());
    if (!download || download->state != Download::State::Asking) {
        const auto &all = m_manager.model().downloads();
        const auto first = std::ranges::find(all, Download::State::Asking, &Download::state);
        download = first == all.end() ? nullptr : &*first;
    }
    m_question->setDownload(download ? std::optional(*download) : std::nullopt);
}

/// Of what was verified here, whole, and to be taken elsewhere.
void DownloadsPanel::showHash()
{
    const bool one = m_table->selectionModel()->selectedRows().size() == 1;
    const Download *download = one ? m_manager.model().find(current()) : nullptr;
    const bool has = download && !download->sha256.isEmpty();
    if (has) {
        const QString name = visible(QString::fromUtf8(download->file.path).section(u'/', -1));
        //: %1 the name of a file as it is on the device, which lies in a zip here
        m_hashTitle->setText(
            download->plain ? tr("SHA-256 of %1").arg(name) : tr("SHA-256 of %1 in the zip").arg(name));
        m_hash->setName(m_hashTitle->text());
        m_hash->setHash(QString::fromLatin1(download->sha256.toHex()));
    }
    m_hashPart->setVisible(has && height() >= LowHeight);
}

/// The rows above stay where they are, whichever is selected.
void DownloadsPanel::keepRoomForHash()
{
    QSizePolicy policy = m_hashPart->sizePolicy();
    policy.setRetainSizeWhenHidden(height() >= LowHeight && m_stack->currentWidget() == m_table);
    m_hashPart->setSizePolicy(policy);
}

QSize DownloadsPanel::minimumSizeHint() const
{
    const int question = m_question->isHidden() ? 0 : m_question->sizeHint().height();
    return {QWidget::minimumSizeHint().width(), m_header->sizeHint().height() + question + LeastRows};
}

void DownloadsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DownloadsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepRoomForHash();
    showHash();
}

void DownloadsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

CommandId DownloadsPanel::current() const
{
    const Download *download = m_manager.model().at(m_table->currentIndex().row());
    return download ? download->command : CommandId();
}

void DownloadsPanel::select(CommandId command)
{
    const int row = m_manager.model().rowOf(command);
    if (row >= 0)
        m_table->setCurrentIndex(m_text->index(row, 0));
}

void DownloadsPanel::followSelection()
{
    QList<CommandId> commands;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        commands << m_manager.model().at(index.row())->command;
    m_actions->setSelection(commands);
    showQuestion();
    showHash();
}

void DownloadsPanel::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : m_actions->ofSelection()) {
        if (action->isEnabled())
            menu->addAction(action);
        else if (action->isSeparator())
            menu->addSeparator();
    }
    menu->addSeparator();
    menu->addAction(&m_actions->clearFinished);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void DownloadsPanel::openPreview(const Download &download)
{
    const bool isPackage = download.plain && PackageWindow::isPackage(download.target);
    QDialog *dialog = isPackage
        ? static_cast<QDialog *>(new PackageWindow(download.target, m_syntax, m_theme, {}, this))
        : new PreviewDialog(download, m_syntax, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

QList<ShortcutLine> DownloadsPanel::keys()
{
    const auto line = [](const QString &text, const QKeySequence &keys) {
        return ShortcutLine{tr("Downloads"), text, keys.toString(QKeySequence::NativeText)};
    };
    return {line(tr("Pause or resume"), Qt::Key_Space), line(tr("Cancel, or remove from the list"), Qt::Key_Delete),
        line(tr("Try again"), Qt::CTRL | Qt::Key_R), line(tr("Earlier"), Qt::CTRL | Qt::Key_Up),
        line(tr("Later"), Qt::CTRL | Qt::Key_Down), line(tr("Preview"), Qt::Key_Enter),
        line(tr("Show in folder"), Qt::CTRL | Qt::Key_Enter),
        line(tr("Back to where the focus came from"), Qt::Key_Escape)};
}

void DownloadsPanel::restyle()
{
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_close->setIcon(m_theme.icon(u"close"_s, Color::DimText));
    m_actions->restyle();
}

void DownloadsPanel::retranslate()
{
    m_title->setText(tr("Downloads"));
    m_table->setAccessibleName(tr("Downloads"));
    m_close->setAccessibleName(tr("Close the downloads"));
    setHint(m_close, tr("Close the downloads"));
    m_empty->setContent(u"save"_s, tr("Nothing was downloaded yet"),
        tr("What getfile brings from a device appears here, of all sessions."));
    m_actions->retranslate();
    m_text->refresh();
    refresh();
}

} // namespace Sonde::Client

#include "moc_downloadspanel.cpp"
