// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/publisherlist.h"
#include "ui/administration/base/listsection.h"
#include "ui/administration/base/recordtext.h"

namespace Sonde::Client {

class HashField;

/// Whose signatures on PowerShell scripts are trusted.
class PublishersSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishersSection)

public:
    /// What it names outlives it.
    PublishersSection(PublisherList &publishers, Theme &theme, Settings &settings, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;

protected:
    [[nodiscard]] Texts texts(int shown, int total) const override;
    void showCurrent() override;
    void retranslate() override;

private:
    void chooseFile();
    void askToRemove();

    PublisherList &m_publishers;
    RecordText<PublisherRecord> m_text;
    Fact m_expires;
    HashField *m_hash;
    QAction *m_add;
    QAction *m_remove;
};

} // namespace Sonde::Client
