// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QJsonObject>
#include <QProcess>
#include <QTimer>

namespace Sonde::Client {

/// A program of ours run as a child: it says in one JSON line on stdout that it is ready, ends when its stdin ends (so it never outlives
/// us), and is started again when it dies.
class ChildProgram final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildProgram)

public:
    explicit ChildProgram(const QString &name, QObject *parent = nullptr);
    ~ChildProgram() override;

    /// Where the program is; beside the running one by default.
    void setFolder(const QString &folder) { m_folder = folder; }
    /// `secret` goes to its stdin as one line, not onto its command line.
    void start(const QStringList &arguments, const QString &secret = {});
    /// Other arguments from the next start on.
    void setArguments(const QStringList &arguments, const QString &secret = {});
    /// Ends its stdin and, when it does not end by itself, kills it. Blocks for a moment: for the end of the program only.
    void stop();
    /// The same without waiting: stopped() follows, in a few seconds at most.
    void end();

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] const QString &name() const { return m_name; }

Q_SIGNALS:
    void ready(const QJsonObject &line);
    /// It ended without having been asked to and is started again.
    void died(const QString &lastWords);
    /// It cannot be started, or keeps ending before it is ready: CannotStart with its last words.
    void failed(const Sonde::Error &error);
    /// As it was asked to.
    void stopped();

private:
    void launch();
    void readLine();
    void keepLastWords();
    void ended();

    static constexpr int MostFailures = 5;

    QString m_name;
    QString m_folder;
    QStringList m_arguments;
    QString m_secret;
    QProcess m_process;
    QTimer m_restart;
    QTimer m_startDeadline;
    QTimer m_stopDeadline;
    QByteArray m_line;
    QByteArray m_lastWords;
    bool m_ready = false;
    bool m_stopping = false;
    int m_failures = 0; ///< in a row, before being ready
};

} // namespace Sonde::Client
