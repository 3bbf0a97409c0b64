// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result/cellmenu.h"

#include "models/result/cellformat.h"
#include "models/text/visibletext.h"
#include "ui/result/cellcommands.h"
#include "ui/result/resultheader.h"
#include "ui/result/rowacts.h"
#include "ui/result/sessionactions.h"
#include "ui/theme/plaintext.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int WidestTitle = 320; ///< pixels

/// An ampersand in a menu would be a shortcut, a tab the place of one.
QString menuText(const QString &text)
{
    return visible(text).replace(u'&', "&&"_L1);
}

void addLines(QMenu &menu, const QStringList &lines, SessionActions &actions)
{
    for (const QString &line : lines) {
        QObject::connect(
            menu.addAction(menuText(line)), &QAction::triggered, &menu, [&actions, line] { actions.compose(line); });
    }
}

/// "pid 812"
QString titleOf(const CellPlace &place, qsizetype column, const QMenu &menu)
{
    const ColumnSpec &spec = place.command.columns.at(column);
    const QString text = ResultHeader::title(spec.id) % u' ' % visible(readableText(place.row.at(column), spec.type));
    return menu.fontMetrics().elidedText(text, Qt::ElideMiddle, WidestTitle).replace(u'&', "&&"_L1);
}

} // namespace

void addHeading(QMenu &menu, const QString &text)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    QAction *heading = menu.addAction(text);
    heading->setEnabled(false);
    heading->setProperty("heading", true);
    QFont font = menu.font();
    font.setBold(true);
    heading->setFont(font);
}

void addRowCommands(QMenu &menu, const CellPlace &place, SessionActions &actions)
{
    if (!actions.mayCompose())
        return;
    const auto groups = CellCommands::forRow(place.command, place.row, place.column, place.folder);
    for (const CellCommands::Group &group : groups) {
        const QString title = titleOf(place, group.column, menu);
        if (group.column == place.column) {
            addHeading(menu, title);
            addLines(menu, group.lines, actions);
            menu.addSeparator();
        } else {
            addLines(*menu.addMenu(title), group.lines, actions);
        }
    }
    const auto acts = RowActs::of(place.command, place.row, place.folder);
    if (!acts.isEmpty())
        menu.addSeparator();
    for (const RowActs::Act &act : acts) {
        QAction *action = menu.addAction(act.text);
        action->setToolTip(plainToolTip(act.line));
        QObject::connect(action, &QAction::triggered, &menu, [&actions, line = act.line] { actions.compose(line); });
    }
}

} // namespace Sonde::Client
