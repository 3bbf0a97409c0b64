// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/devicechanges.h"
#include "ui/administration/editors/formdialog.h"

class QLineEdit;

namespace Sonde::Client {

class CheckList;

/// The tags of one device or of several. A box that is neither checked nor empty stands for a tag that some of them have, and leaves it so.
class TagsDialog final : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagsDialog)

public:
    /// `changes` outlives it.
    TagsDialog(DeviceChanges &changes, const std::vector<DeviceRecord> &devices, QWidget *parent);

protected:
    [[nodiscard]] QString whyNot() const override;
    void submit(ChangeAnswer answer) override;

private:
    [[nodiscard]] QStringList added() const;
    [[nodiscard]] QStringList removed() const;

    DeviceChanges &m_changes;
    std::vector<DeviceId> m_devices;
    QStringList m_everywhere; ///< tags that all of them have already
    CheckList *m_tags;
    QLineEdit *m_more;
};

} // namespace Sonde::Client
