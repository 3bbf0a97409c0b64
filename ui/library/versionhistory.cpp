// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/versionhistory.h"

#include "models/text/textdiff.h"
#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "transport/threads/guarded.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/celldelegate.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/languagechange.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int CellPadding = 18; ///< both sides
constexpr int When = 1;         ///< the column

} // namespace

VersionHistory::VersionHistory(LibraryController &library, const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_list(new QTreeWidget)
    , m_diff(new CodeView(syntax, theme))
{
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setColumnCount(4);
    m_list->header()->setStretchLastSection(true);
    m_list->setItemDelegate(new CellDelegate(theme, m_list));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_list);
    splitter->addWidget(m_diff);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({100, 300});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        compare();
        Q_EMIT currentChanged();
    });
    onLanguageChange(this, &VersionHistory::retranslate);
    retranslate();
}

void VersionHistory::setFile(const LibraryFile &file)
{
    if (m_name != file.name) {
        m_versions.clear();
        fill();
    }
    m_name = file.name;
    m_library.fetchVersions(
        file.name, this, [this, asked = ++m_asked](const Result<std::vector<LibraryFile>> &versions) {
            if (asked == m_asked)
                show(versions);
        });
}

void VersionHistory::show(const Result<std::vector<LibraryFile>> &versions)
{
    m_versions = versions.value_or(std::vector<LibraryFile>());
    fill();
    if (!versions)
        m_diff->setNote(visible(Words::errorText(versions.error())));
    else if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void VersionHistory::fill()
{
    m_list->clear();
    for (const LibraryFile &version : m_versions) {
        auto *item = new QTreeWidgetItem({locale().toString(version.version), TimeText().text(version.updated),
            visible(version.updatedBy), visible(version.description)});
        for (int column = 0; column < item->columnCount(); ++column)
            item->setSizeHint(column,
                {m_list->fontMetrics().horizontalAdvance(item->text(column)) + CellPadding,
                    m_list->fontMetrics().height() + 9});
        item->setToolTip(When, plainToolTip(Words::timeDetails(version.updated, TimeText())));
        m_list->addTopLevelItem(item);
    }
    for (int column = 0; column < 3; ++column)
        m_list->resizeColumnToContents(column);
}

const LibraryFile *VersionHistory::current() const
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->isSelected())
            return &m_versions.at(size_t(row));
    }
    return nullptr;
}

void VersionHistory::compare()
{
    ++m_compared;
    std::vector<size_t> rows;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->isSelected())
            rows.push_back(size_t(row));
    }
    if (rows.empty())
        return m_diff->setNote({});
    const size_t before = rows.size() > 1 ? rows.back() : rows.front() + 1;
    if (before >= m_versions.size())
        return m_diff->setNote(tr("This is the first version."));
    showDiff(m_versions.at(before), m_versions.at(rows.front()));
}

void VersionHistory::showDiff(const LibraryFile &before, const LibraryFile &after)
{
    if (before.sha256 == after.sha256)
        return m_diff->setNote(tr("Both versions have the same content; only what is said of it differs."));
    const auto refuse = [this](const Error &error) { m_diff->setNote(visible(Words::errorText(error))); };
    const auto current = [this, compared = m_compared] { return compared == m_compared; };
    m_library.fetchContent(before, this, [this, after, current, refuse](const Result<QByteArray> &old) {
        if (!current())
            return;
        if (!old)
            return refuse(old.error());
        m_library.fetchContent(after, this, [this, current, refuse, old = *old](const Result<QByteArray> &fresh) {
            if (!current())
                return;
            if (!fresh)
                return refuse(fresh.error());
            if (old.contains('\0') || fresh->contains('\0'))
                return m_diff->setNote(tr("These versions are no text: their difference is not shown."));
            runGuarded(
                this, [old, fresh = *fresh] { return unifiedDiff(QString::fromUtf8(old), QString::fromUtf8(fresh)); },
                [this, current](const QString &diff) {
                    if (current())
                        m_diff->setDiff(diff);
                });
        });
    });
}

void VersionHistory::retranslate()
{
    //: columns of a file's history
    m_list->setHeaderLabels({tr("Version"), Words::timeTitle(tr("When"), TimeText()), tr("By"), tr("Description")});
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        m_list->topLevelItem(row)->setText(When, TimeText().text(m_versions.at(size_t(row)).updated));
    m_list->setAccessibleName(tr("Versions"));
    m_diff->editor()->setAccessibleName(tr("What differs"));
}

} // namespace Sonde::Client

#include "moc_versionhistory.cpp"
