// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/overwritedialog.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sonde::Client {

OverwriteDialog::OverwriteDialog(const QString &path, QWidget *parent)
    : QDialog(parent)
{
    const QFileInfo file(path);
    setWindowTitle(tr("File exists"));
    auto *title = new PlainLabel(tr("Overwrite “%1”?").arg(visible(file.fileName())));
    title->setWordWrap(true);
    setTone(title, Tone::Title);
    auto *folder = new ElidedLabel;
    //: %1 is a folder on this computer
    folder->setText(tr("In %1").arg(visible(QDir::toNativeSeparators(file.absolutePath()))));
    //: a file that is there: its size, and when it was changed
    auto *facts = new PlainLabel(
        tr("%1, changed %2").arg(Words::sizeText(file.size()), TimeText().withZone(file.lastModified(QTimeZone::UTC))));
    facts->setWordWrap(true);
    setTone(facts, Tone::Dim);

    auto *cancel = new QPushButton(tr("Cancel"));
    //: Replaces a file of the same name
    auto *overwrite = new QPushButton(tr("Overwrite"));
    for (QPushButton *button : {cancel, overwrite})
        button->setAccessibleName(button->text());
    setRole(overwrite, ButtonRole::Danger);
    overwrite->setAutoDefault(false);
    cancel->setDefault(true);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(overwrite, &QAbstractButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(overwrite);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(26, 22, 26, 20);
    column->setSpacing(8);
    for (QWidget *line : std::initializer_list<QWidget *>{title, folder, facts})
        column->addWidget(line);
    column->addSpacing(10);
    column->addLayout(buttons);
    setMinimumWidth(460);
    cancel->setFocus();
}

} // namespace Sonde::Client

#include "moc_overwritedialog.cpp"
