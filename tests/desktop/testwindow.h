// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace Sonde::Client {

class TestDesktop;

/// The workstation in a real window of the desktop, with settings and an embedded tenant of its own. It ends with the object.
class TestWindow final
{
    Q_DISABLE_COPY_MOVE(TestWindow)

public:
    /// `more`: further arguments, "--tenant" for example.
    TestWindow(const TestDesktop &desktop, const QString &language, const QStringList &more = {});
    ~TestWindow();

    /// Once it has ended: with the settings and the tenant it had, and no size asked for.
    void startAgain();
    /// As at the end of a desktop session (SIGTERM).
    void askToEnd() { m_sonde.terminate(); }
    /// "exit 0", "crash"; empty while it runs.
    [[nodiscard]] QString ending() const;

    /// Whether its inventory is there.
    [[nodiscard]] bool isReady() { return hasSaid("ready"); }
    [[nodiscard]] bool isPainted() { return hasSaid("painted"); }
    /// What it complained of.
    [[nodiscard]] QString complaints();

private:
    void start(const QStringList &more);
    [[nodiscard]] bool hasSaid(QByteArrayView event);

    QTemporaryDir m_data;
    QProcess m_sonde;
    QByteArray m_said;
};

} // namespace Sonde::Client
