// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

/// Every text in French brackets: nothing that was translated once stays as it was.
class Brackets final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        return n >= 0 ? QString() : u'«' + QString::fromUtf8(source) + u'»';
    }
};
