// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/singleclick.h"

#include <QAbstractButton>
#include <QEvent>

namespace Sonde::Client {

namespace {

/// A button takes a double click as another press.
class SecondClicks final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override { return event->type() == QEvent::MouseButtonDblClick; }
};

} // namespace

void ignoreSecondClick(QAbstractButton &button)
{
    button.installEventFilter(new SecondClicks(&button));
}

} // namespace Sonde::Client
