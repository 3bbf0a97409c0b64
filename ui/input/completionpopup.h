// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/popuplist.h"

class QModelIndex;

namespace Sonde::Client {

class CompletionModel;
class PlainLabel;

/// What could stand where the cursor is: each candidate with what it is for; what is not offered here is dim and says why.
class CompletionPopup final : public PopupList
{
    Q_OBJECT

public:
    /// Stands above `anchor`; `editor` is where the analyst types.
    CompletionPopup(const Theme &theme, CompletionModel &model, QWidget &editor, QWidget *anchor);

    /// Opens, or closes when there is nothing to offer.
    void refresh(int x);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void announceCurrent(const QModelIndex &current);
    /// Where the candidates come from, or why there are none; empty when that needs no words.
    [[nodiscard]] QString note() const;

    QWidget &m_editor; ///< has the focus while this is open
    CompletionModel &m_model;
    PlainLabel *m_note;
    QString m_announced; ///< typing on changes the list, but often not what stands out in it
};

} // namespace Sonde::Client
