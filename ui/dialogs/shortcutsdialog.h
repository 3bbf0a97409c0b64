// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/shortcutline.h"

#include <QDialog>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace Sonde::Client {

/// The lines of those actions that have a key.
[[nodiscard]] QList<ShortcutLine> shortcutLines(const QString &group, const QList<QAction *> &actions);

/// Every key of the workstation, to look up by what it does or by the key itself.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    explicit ShortcutsDialog(const QList<ShortcutLine> &lines, QWidget *parent = nullptr);

private:
    void fill(const QList<ShortcutLine> &lines);
    void fitWidth();
    void search(const QString &text);

    QLineEdit *m_search;
    QTreeWidget *m_list;
};

} // namespace Sonde::Client
