// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

namespace Sonde::Client {

/// Calls `retranslate` whenever the program's language changes, as long as `widget` lives: before the widgets below it hear of it, and
/// after QLocale() gives the new one. Call it once, in the widget's constructor; it does not call `retranslate` by itself.
void onLanguageChange(QWidget *widget, std::function<void()> retranslate);

/// The same for a member: `onLanguageChange(this, &Page::retranslate)`.
template<typename Widget>
void onLanguageChange(Widget *widget, void (Widget::*retranslate)())
{
    onLanguageChange(widget, [widget, retranslate] { (widget->*retranslate)(); });
}

} // namespace Sonde::Client
