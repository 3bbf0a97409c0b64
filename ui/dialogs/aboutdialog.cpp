// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace Sonde::Client {

using namespace Qt::StringLiterals;

namespace {

constexpr int IconSize = 64;
constexpr int LongestLine = 40; ///< characters; more are wrapped

PlainLabel *line(const QString &text, Tone tone)
{
    auto *label = new PlainLabel(text);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(text.size() > LongestLine);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTone(label, tone);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Sonde"));
    auto *icon = new PlainLabel;
    icon->setPixmap(QApplication::windowIcon().pixmap(QSize(IconSize, IconSize), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignHCenter);
    auto *close = new QPushButton(tr("Close"));
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(36, 26, 36, 20);
    column->setSpacing(8);
    column->addWidget(icon);
    column->addWidget(line(u"Sonde"_s, Tone::Title));
    column->addWidget(line(tr("Version %1").arg(QCoreApplication::applicationVersion()), Tone::Dim));
    column->addSpacing(6);
    column->addWidget(
        line(tr("Live response for security operations: a console on any device, and proof of what was done."),
            Tone::Plain));
    column->addWidget(line(tr("Free software under the GNU General Public License, version 3 or later."), Tone::Dim));
    column->addWidget(line(tr("With Qt %1").arg(QString::fromLatin1(qVersion())), Tone::Dim));
    column->addSpacing(10);
    column->addWidget(close, 0, Qt::AlignHCenter);
    setMinimumWidth(400);
}

} // namespace Sonde::Client

#include "moc_aboutdialog.cpp"
