// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toolkit/popuplist.h"

namespace Sonde::Client {

class CompletionModel;
class PlainLabel;

/// What could stand where the cursor is: each candidate with what it is for; what is not offered here is dim and says why.
class CompletionPopup final : public PopupList
{
    Q_OBJECT

public:
    CompletionPopup(const Theme &theme, CompletionModel &model, QWidget *anchor);

    /// Opens, or closes when there is nothing to offer.
    void refresh(int x);

private:
    /// Where the candidates come from, or why there are none; empty when that needs no words.
    [[nodiscard]] QString note() const;

    CompletionModel &m_model;
    PlainLabel *m_note;
};

} // namespace Sonde::Client
