// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcutsdialog.h"

#include "ui/theme/plaintext.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

QList<ShortcutLine> shortcutLines(const QString &group, const QList<QAction *> &actions)
{
    QList<ShortcutLine> lines;
    for (const QAction *action : actions) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && !action->text().isEmpty())
            lines << ShortcutLine{group, withoutMnemonic(action->text()), keys.join(u"  ·  "_s)};
    }
    return lines;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutLine> &lines, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Shortcuts"));
    resize(700, 620); // wider as soon as the lines are there
    m_search->setPlaceholderText(tr("Search by what it does or by key"));
    m_search->setAccessibleName(tr("Search shortcuts"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(10);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 14);
    column->addWidget(m_search);
    column->addWidget(m_list);
    fill(lines);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
}

void ShortcutsDialog::fill(const QList<ShortcutLine> &lines)
{
    QHash<QString, QTreeWidgetItem *> groups;
    for (const ShortcutLine &line : lines) {
        QTreeWidgetItem *&group = groups[line.group];
        if (!group) {
            group = new QTreeWidgetItem(m_list, {line.group});
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            group->setFont(0, bold);
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
        }
        new QTreeWidgetItem(group, {line.text, line.keys});
    }
    m_list->expandAll();
    fitWidth();
}

/// As wide as the longest line needs, as far as the screen goes; there it says the rest in its tool tip.
void ShortcutsDialog::fitWidth()
{
    int text = 0;
    int keys = 0;
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        for (int i = 0; i < m_list->topLevelItem(g)->childCount(); ++i) {
            QTreeWidgetItem *line = m_list->topLevelItem(g)->child(i);
            text = std::max(text, fontMetrics().horizontalAdvance(line->text(0)));
            keys = std::max(keys, fontMetrics().horizontalAdvance(line->text(1)));
            line->setToolTip(0, plainToolTip(line->text(0)));
        }
    }
    constexpr int around = 110; // indentation, margins, scroll bar
    const int needed = text + keys + around;
    resize(std::clamp(needed, 700, std::max(700, screen()->availableGeometry().width() - 40)), height());
}

void ShortcutsDialog::search(const QString &text)
{
    const QString wanted = text.trimmed();
    for (int g = 0; g < m_list->topLevelItemCount(); ++g) {
        QTreeWidgetItem *group = m_list->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            QTreeWidgetItem *line = group->child(i);
            const bool found = line->text(0).contains(wanted, Qt::CaseInsensitive)
                || line->text(1).contains(wanted, Qt::CaseInsensitive);
            line->setHidden(!found);
            any |= found;
        }
        group->setHidden(!any);
    }
}

} // namespace Sonde::Client

#include "moc_shortcutsdialog.cpp"
