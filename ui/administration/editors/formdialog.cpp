// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/formdialog.h"

#include "models/text/visibletext.h"
#include "ui/theme/fitheight.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QPushButton>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int DialogWidth = 560;

} // namespace

FormDialog::FormDialog(QWidget *parent)
    : QDialog(parent)
    , m_grid(new QGridLayout)
    , m_title(new PlainLabel(this))
    , m_warning(new PlainLabel(this))
    , m_refusal(new PlainLabel(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTone(m_title, Tone::Title);
    setTone(m_refusal, Tone::Bad);
    setTone(m_warning, Tone::Warning);
    for (PlainLabel *text : {m_warning, m_refusal}) {
        text->setWordWrap(true);
        text->hide();
    }
    m_cancel->setAutoDefault(false);
    m_confirm->setDefault(true);
    m_confirm->setObjectName(u"confirm"_s);
    setRole(m_confirm, ButtonRole::Primary);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(9);
    m_grid->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addLayout(m_grid, 1);
    column->addWidget(m_warning);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QAbstractButton::clicked, this, &FormDialog::confirm);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
    resize(DialogWidth, 10);
}

void FormDialog::addField(const QString &name, QWidget *field)
{
    auto *label = new PlainLabel(name, this);
    label->setBuddy(field);
    field->setAccessibleName(withoutMnemonic(name));
    const bool isTall = field->sizePolicy().verticalPolicy() & QSizePolicy::ExpandFlag;
    m_grid->addWidget(label, m_rows, 0, isTall ? Qt::AlignTop : Qt::Alignment());
    m_grid->addWidget(field, m_rows++, 1);
}

void FormDialog::addWide(QWidget *part)
{
    m_grid->addWidget(part, m_rows++, 0, 1, 2);
}

void FormDialog::addNote(const QString &text)
{
    auto *note = new PlainLabel(text, this);
    note->setWordWrap(true);
    setTone(note, Tone::Dim);
    addWide(note);
}

void FormDialog::setWords(const QString &title, const QString &confirm)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_confirm->setText(confirm);
    m_confirm->setAccessibleName(confirm);
}

void FormDialog::setWarning(const QString &warning)
{
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    fitHeight(*this);
}

void FormDialog::follow()
{
    setUsable(*m_confirm, m_busy ? tr("The service is asked.") : whyNot());
    fitHeight(*this);
}

void FormDialog::confirm()
{
    m_refusal->hide();
    m_busy = true;
    follow();
    submit([this](const Result<void> &done) {
        m_busy = false;
        if (done)
            return accept();
        m_refusal->setText(visible(Words::errorText(done.error())));
        m_refusal->show();
        announce(*this, m_refusal->text(), Urgency::Assertive);
        follow();
    });
}

void FormDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->oldSize().width() != width())
        fitHeight(*this);
}

} // namespace Sonde::Client

#include "moc_formdialog.cpp"
