// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/tagsdialog.h"

#include "models/administration/taguse.h"
#include "models/administration/typedlist.h"
#include "models/text/visibletext.h"
#include "ui/administration/editors/checklist.h"

#include <QLineEdit>

namespace Sonde::Client {

TagsDialog::TagsDialog(DeviceChanges &changes, const std::vector<DeviceRecord> &devices, QWidget *parent)
    : FormDialog(parent)
    , m_changes(changes)
    , m_tags(new CheckList(this))
    , m_more(new QLineEdit(this))
{
    for (const DeviceRecord &device : devices)
        m_devices.push_back(device.id);
    //: %1 a device
    setWords(devices.size() == 1 ? tr("Tags of %1").arg(visible(devices.front().facts.name))
                                 : tr("Tags of %Ln device(s)", nullptr, int(devices.size())),
        tr("Change tags"));
    for (const TagUse &use : tagUses(devices)) {
        const bool all = use.devices == qsizetype(devices.size());
        if (all)
            m_everywhere << use.tag;
        //: %1 a tag
        m_tags->add({use.tag, all ? use.tag : tr("%1 (%Ln of them)", "tag", int(use.devices)).arg(use.tag),
            all ? Qt::Checked : Qt::PartiallyChecked});
    }
    if (m_tags->count() > 0)
        addField(tr("&Tags"), m_tags);
    else
        m_tags->hide();
    addField(tr("&New tags"), m_more);
    m_more->setPlaceholderText(tr("separated by commas"));
    addNote(tr("Tags can decide which group a device is in, and so who may do what on it."));
    connect(m_tags, &CheckList::checked, this, &TagsDialog::follow);
    connect(m_more, &QLineEdit::textChanged, this, &TagsDialog::follow);
    follow();
    m_more->setFocus();
}

QStringList TagsDialog::added() const
{
    QStringList tags = m_tags->keys(Qt::Checked) + typedValues(m_more->text());
    tags.removeIf([this](const QString &tag) { return m_everywhere.contains(tag); });
    tags.removeDuplicates();
    return tags;
}

QStringList TagsDialog::removed() const
{
    return m_tags->keys(Qt::Unchecked);
}

QString TagsDialog::whyNot() const
{
    return added().isEmpty() && removed().isEmpty() ? tr("Nothing is changed yet.") : QString();
}

void TagsDialog::submit(ChangeAnswer answer)
{
    m_changes.changeTags(m_devices, added(), removed(), this, std::move(answer));
}

} // namespace Sonde::Client

#include "moc_tagsdialog.cpp"
