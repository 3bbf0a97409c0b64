// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/serverexceptions.h"

#include "ui/administration/editors/checklist.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/languagechange.h"

#include <QVBoxLayout>

namespace Sonde::Client {

ServerExceptions::ServerExceptions(DeviceChanges &changes, QWidget *parent)
    : QWidget(parent)
    , m_changes(changes)
    , m_title(new PlainLabel(this))
    , m_list(new CheckList(this))
    , m_note(new PlainLabel(this))
{
    setTone(m_title, Tone::Heading);
    setTone(m_note, Tone::Dim);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(5);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_note);
    connect(m_list, &CheckList::checked, this, &ServerExceptions::removeUnchecked);
    connect(&changes, &DeviceChanges::exceptionsChanged, this, &ServerExceptions::fill);
    onLanguageChange(this, &ServerExceptions::retranslate);
    retranslate();
    fill();
}

void ServerExceptions::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto &[id, name] : m_changes.exceptedServers().asKeyValueRange())
        m_list->add({id.value(), name, Qt::Checked});
    m_list->setHidden(m_list->count() == 0);
}

void ServerExceptions::removeUnchecked()
{
    for (const QString &id : m_list->keys(Qt::Unchecked)) {
        m_changes.setException(DeviceId(id), false, this, [this](const Result<void> &done) {
            if (done)
                return;
            fill(); // it is one still
            Q_EMIT failed(done.error());
        });
    }
}

void ServerExceptions::retranslate()
{
    m_title->setText(tr("Servers excepted"));
    m_list->setAccessibleName(m_title->text());
    m_note->setText(tr("On these live response is on also while it is off for servers. To except another one, choose "
                       "it on the page of devices and “Except from the server setting” in its menu."));
}

} // namespace Sonde::Client

#include "moc_serverexceptions.cpp"
