// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/editors/grouppreview.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/tones.h"
#include "ui/words/words.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client {

namespace {

constexpr auto PauseInTyping = 200ms;

} // namespace

GroupPreview::GroupPreview(GroupList &groups, const DeviceModel &devices, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_groups(groups)
    , m_devices(devices)
    , m_name(name)
    , m_title(new PlainLabel(this))
    , m_names(new PlainLabel(this))
{
    setTone(m_title, Tone::Strong);
    setTone(m_names, Tone::Dim);
    for (PlainLabel *label : {m_title, m_names})
        label->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(3);
    column->addWidget(m_title);
    column->addWidget(m_names);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &GroupPreview::ask);
}

void GroupPreview::setGroup(const DeviceGroup &group)
{
    m_group = group;
    if (group.rule == GroupRule()) {
        ++m_asked;
        m_typing.stop();
        return setText(tr("It takes no device yet"), tr("Say at least one property that devices must have."));
    }
    m_typing.start(PauseInTyping);
}

void GroupPreview::ask()
{
    DeviceGroup group = m_group;
    // What it is called, and what has to be approved there, say nothing of what it takes.
    if (group.name.isEmpty())
        group.name = u"preview"_s;
    group.approval.reset();
    m_groups.preview(m_name, group, this, [this, asked = ++m_asked](const Result<Message::GroupPreview> &preview) {
        if (asked == m_asked)
            answer(preview);
    });
}

void GroupPreview::answer(const Result<Message::GroupPreview> &preview)
{
    if (!preview)
        return setText(tr("What it takes cannot be said"), visible(Words::errorText(preview.error())));
    QStringList names;
    for (const DeviceId &id : preview->devices) {
        const DeviceRecord *device = m_devices.device(id);
        names << visible(device ? device->facts.name : id.value());
    }
    const int more = int(preview->count) - int(names.size());
    const QString listed = Words::listText(names);
    //: %1 names of devices
    setText(tr("It takes %Ln device(s)", nullptr, int(preview->count)),
        more > 0 ? tr("%1 and %Ln more", "devices", more).arg(listed) : listed);
}

void GroupPreview::setText(const QString &title, const QString &names)
{
    m_title->setText(title);
    m_names->setText(names);
    m_names->setVisible(!names.isEmpty());
    Q_EMIT changed();
}

} // namespace Sonde::Client

#include "moc_grouppreview.cpp"
