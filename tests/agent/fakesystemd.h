// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QThread>
#include <memory>

namespace Sonde::Agent {

/// One ExecStart.
struct FakeCommand {
    QStringList arguments;
};

struct FakeUnit {
    QString name;
    QString active;
    QString sub;
    QHash<QString, QVariant> properties; ///< by their names, of all interfaces
};

/// Answers on a bus as systemd does, in the few words that the agent asks for.
class FakeManager final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    FakeManager(QList<FakeUnit> units, QMap<QString, QString> fileStates);

    [[nodiscard]] QString introspect(const QString &path) const override;
    [[nodiscard]] bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

    /// "StopUnit evil.service", "Reload"…
    [[nodiscard]] QStringList orders() const { return m_orders; }

private:
    [[nodiscard]] QVariant obey(const QString &order, const QString &unit);
    [[nodiscard]] QVariant listUnits() const;
    [[nodiscard]] QVariant listUnitFiles() const;
    [[nodiscard]] QVariant property(const QString &object, const QString &name) const;

    QList<FakeUnit> m_units;
    QMap<QString, QString> m_fileStates; ///< by path
    QStringList m_orders;
};

/// A system bus of its own, with such a systemd on it, at a socket of the test's choice. The commands under test wait for their answers, so
/// it lives in a thread of its own.
class FakeSystemd final
{
    Q_DISABLE_COPY_MOVE(FakeSystemd)

public:
    FakeSystemd() = default;
    ~FakeSystemd();

    /// Empty when all went well; else why there is no bus.
    [[nodiscard]] QString start(
        const QString &socket, const QList<FakeUnit> &units, const QMap<QString, QString> &fileStates);

    /// What it was told to do, so far.
    [[nodiscard]] QStringList orders() const;

private:
    QProcess m_bus;
    QThread m_thread;
    std::unique_ptr<FakeManager> m_manager;
};

} // namespace Sonde::Agent
