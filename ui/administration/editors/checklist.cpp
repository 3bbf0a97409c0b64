// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/checklist.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"

namespace Sonde::Client {

namespace {

constexpr int AroundLines = 10; ///< pixels
constexpr int MostLines = 10;   ///< shown before it scrolls
constexpr int LeastLines = 2;
constexpr int Apart = 2; ///< pixels around each line: boxes do not touch

} // namespace

CheckList::CheckList(QWidget *parent)
    : QListWidget(parent)
{
    setProperty("role", QStringLiteral("input")); // as the style sheet calls what is typed into
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setSpacing(Apart);
    connect(this, &QListWidget::itemChanged, this, &CheckList::checked);
}

void CheckList::add(const Choice &choice)
{
    auto *item = new QListWidgetItem(visible(choice.text));
    item->setData(Qt::UserRole, choice.key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(choice.state);
    if (!choice.details.isEmpty())
        item->setToolTip(plainToolTip(visible(choice.details)));
    addItem(item);
    if (count() == 1)
        setCurrentRow(0);
    updateGeometry();
}

bool CheckList::contains(const QString &key) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(Qt::UserRole).toString() == key)
            return true;
    }
    return false;
}

QStringList CheckList::keys(Qt::CheckState state) const
{
    QStringList found;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == state)
            found << item(row)->data(Qt::UserRole).toString();
    }
    return found;
}

QSize CheckList::sizeHint() const
{
    const int line = (count() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 6) + 2 * Apart;
    return {QListWidget::sizeHint().width(),
        std::clamp(count(), LeastLines, MostLines) * line + 2 * frameWidth() + AroundLines};
}

} // namespace Sonde::Client

#include "moc_checklist.cpp"
