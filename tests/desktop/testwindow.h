// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Sonde {

class TestDesktop;

/// The workstation in a real window of the desktop, with settings and an embedded tenant of its own. It ends with the object.
class TestWindow final
{
    Q_DISABLE_COPY_MOVE(TestWindow)

public:
    /// `more`: further arguments, "--tenant" for example.
    TestWindow(const TestDesktop &desktop, const QString &language, const QStringList &more = {});
    ~TestWindow();

    /// Whether its inventory is there.
    [[nodiscard]] bool isReady() { return hasSaid("ready"); }
    [[nodiscard]] bool isPainted() { return hasSaid("painted"); }
    /// What it complained of.
    [[nodiscard]] QString complaints();

private:
    [[nodiscard]] bool hasSaid(QByteArrayView event);

    QTemporaryDir m_data;
    QProcess m_sonde;
    QByteArray m_said;
};

} // namespace Sonde
