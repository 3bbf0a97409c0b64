// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/fingerprintquestion.h"

#include "transport/tls/tlsclient.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/hashfield.h"
#include "ui/toolkit/languagechange.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Half of its groups in a line.
QString inTwoLines(QString grouped)
{
    if (const qsizetype middle = grouped.indexOf(u':', grouped.size() / 2 - 1); middle > 0)
        grouped.insert(middle + 1, u'\n');
    return grouped;
}

} // namespace

FingerprintQuestion::FingerprintQuestion(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_trust(new PlainLabel(this))
    , m_shownLabel(new PlainLabel(this))
    , m_shown(new HashField(theme, this))
    , m_givenLabel(new PlainLabel(this))
    , m_given(new QLineEdit(this))
    , m_verdict(new PlainLabel(this))
{
    m_trust->setWordWrap(true);
    m_verdict->setWordWrap(true);
    m_givenLabel->setBuddy(m_given);
    m_given->setFont(theme.consoleFont());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(9);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_trust, 0, 0, 1, 2);
    grid->addWidget(m_shownLabel, 1, 0, Qt::AlignTop);
    grid->addWidget(m_shown, 1, 1);
    grid->addWidget(m_givenLabel, 2, 0);
    grid->addWidget(m_given, 2, 1);
    grid->addWidget(m_verdict, 3, 0, 1, 2);
    connect(m_given, &QLineEdit::textChanged, this, &FingerprintQuestion::compare);
    onLanguageChange(this, &FingerprintQuestion::retranslate);
    retranslate();
    ask({});
}

void FingerprintQuestion::ask(const QString &fingerprint)
{
    m_asked = plainFingerprint(fingerprint);
    const QString grouped = groupedFingerprint(m_asked);
    m_shown->setHash(grouped, inTwoLines(grouped));
    setVisible(!m_asked.isEmpty());
    m_given->clear();
    compare();
    if (!m_asked.isEmpty())
        m_given->setFocus();
}

std::optional<bool> FingerprintQuestion::isSame() const
{
    const QString given = plainFingerprint(m_given->text());
    if (m_asked.isEmpty() || given.size() < m_asked.size())
        return {};
    return given == m_asked;
}

void FingerprintQuestion::compare()
{
    const auto same = isSame();
    m_verdict->setVisible(same.has_value());
    if (same) {
        m_verdict->setText(*same ? tr("They are the same: this is your tenant.")
                                 : tr("They differ. Do not go on: this is another tenant than the one you were told "
                                      "of, or somebody stands between."));
        setTone(m_verdict, *same ? Tone::Good : Tone::Bad);
    }
    Q_EMIT compared();
}

void FingerprintQuestion::retranslate()
{
    m_trust->setText(tr("This workstation does not know this tenant yet. Compare its fingerprint with the one your "
                        "administrator gave you, "
                        "and go on only when they are the same. It is remembered; another one will be refused."));
    m_shownLabel->setText(tr("Its fingerprint"));
    m_shown->setName(tr("Fingerprint of the tenant"));
    //: label of the field for the fingerprint that the administrator gave
    m_givenLabel->setText(tr("The one &given to you"));
    m_given->setAccessibleName(tr("The fingerprint given to you"));
    m_given->setPlaceholderText(tr("Paste it here to compare"));
    compare();
}

} // namespace Sonde::Client

#include "moc_fingerprintquestion.cpp"
