// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/publisherssection.h"

#include "models/text/visibletext.h"
#include "protocol/time/timetext.h"
#include "ui/administration/base/administrationlayout.h"
#include "ui/administration/base/confirmation.h"
#include "ui/toolkit/hashfield.h"
#include "ui/words/words.h"

#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

enum PublisherColumn { PublisherName, PublisherExpires, PublisherSha256 };

bool isExpired(const PublisherRecord &publisher)
{
    return publisher.expires <= QDateTime::currentDateTimeUtc();
}

QString sha256Text(const PublisherRecord &publisher)
{
    return QString::fromLatin1(publisher.sha256.toHex());
}

RecordText<PublisherRecord>::Columns publisherColumns()
{
    using Row = PublisherRecord;
    return {
        //: column of the publishers
        {.title = [] { return PublishersSection::tr("Name"); }, .text = [](const Row &row) { return row.name; }},
        //: column of the publishers: the end of their certificate
        {.title = [] { return Words::timeTitle(PublishersSection::tr("Expires"), TimeText()); },
            .text = [](const Row &row) { return TimeText().text(row.expires); },
            .sortKey = [](const Row &row) { return row.expires; },
            .details = [](const Row &row) { return Words::timeDetails(row.expires, TimeText()); },
            .look =
                [](const Row &row) {
                    return isExpired(row) ? StateLook{u"warning"_s, Color::Warning}
                                          : StateLook{u"check"_s, Color::Good};
                }},
        {.title = [] { return u"SHA-256"_s; }, .text = sha256Text},
    };
}

} // namespace

PublishersSection::PublishersSection(PublisherList &publishers, Theme &theme, Settings &settings, QWidget *parent)
    : ListSection({publishers, m_text, Settled::AdministrationPublishersHeader}, theme, settings, parent)
    , m_publishers(publishers)
    , m_text(publishers.publishers(), publisherColumns(), theme)
    , m_expires(addFact())
    , m_hash(new HashField(theme))
    , m_add(addDeed(Place::List, Qt::Key_Insert, ButtonRole::Primary, [this] { chooseFile(); }))
    , m_remove(addDeed(Place::Pane, Qt::Key_Delete, ButtonRole::Danger, [this] { askToRemove(); }))
{
    addToPane(*m_hash);
    build({{PublisherName, 30, 12, true}, ColumnFit::whole(PublisherExpires, 20), {PublisherSha256, 24, 10}});
}

QString PublishersSection::title() const
{
    return tr("Publishers");
}

QString PublishersSection::iconName() const
{
    return u"signature"_s;
}

ListSection::Texts PublishersSection::texts(int shown, int total) const
{
    return {tr("Filter the publishers by name, hash"),
        shown == total ? tr("%Ln publisher(s)", nullptr, total)
                       : tr("%1 of %Ln publisher(s)", "shown of all", total).arg(locale().toString(shown)),
        tr("Nobody’s signature is trusted"),
        tr("A PowerShell script runs only when somebody signed it whose certificate is here, unless the setting "
           "“allow-unsigned-scripts” is on.")};
}

void PublishersSection::showCurrent()
{
    const PublisherRecord *publisher = m_text.record(current());
    if (!publisher)
        return;
    setHeading(visible(publisher->name),
        isExpired(*publisher) ? tr("This certificate has expired: what it signed before that stays trusted only if it "
                                   "is timestamped.")
                              : QString());
    setFact(m_expires, TimeText().withZone(publisher->expires));
    if (m_hash->hash() != sha256Text(*publisher)) // what is selected in it stays
        m_hash->setHash(sha256Text(*publisher));
    setUsable(*m_remove, refusalText(m_publishers.whyNotChanged()));
}

void PublishersSection::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    //: files that can be chosen
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_publishers.add(path, this, told()); });
    dialog->open();
}

void PublishersSection::askToRemove()
{
    const PublisherRecord *publisher = m_text.record(current());
    if (!publisher)
        return;
    //: %1 whom a certificate is for
    askFirst(*this,
        {tr("Remove a publisher"), tr("Trust %1 no longer?").arg(visible(publisher->name)),
            tr("Scripts in the library that it signed are unsigned from then on."), tr("Remove")},
        [this, sha256 = publisher->sha256] { m_publishers.remove(sha256, this, told()); });
}

void PublishersSection::retranslate()
{
    m_expires.title->setText(tr("Expires"));
    m_hash->setName(tr("SHA-256 of the certificate"));
    m_add->setText(tr("&Add a certificate…"));
    m_add->setIconText(tr("Add…"));
    m_remove->setText(tr("&Remove…"));
}

} // namespace Sonde::Client

#include "moc_publisherssection.cpp"
