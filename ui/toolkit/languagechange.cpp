// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toolkit/languagechange.h"

#include <QEvent>

namespace Sonde::Client {

namespace {

/// A child of the widget it looks at.
class LanguageWatch final : public QObject
{
public:
    LanguageWatch(QWidget *widget, std::function<void()> changed)
        : QObject(widget)
        , m_changed(std::move(changed))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_changed();
        return false;
    }

private:
    std::function<void()> m_changed;
};

} // namespace

void onLanguageChange(QWidget *widget, std::function<void()> retranslate)
{
    new LanguageWatch(widget, std::move(retranslate));
}

} // namespace Sonde::Client
