// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/base/wildcard.h"
#include "protocol/command/row.h"
#include "protocol/settings/settingtable.h"
#include "protocol/wire/messages.h"
#include "transport/bulk/bulkstream.h"

#include <QElapsedTimer>
#include <functional>
#include <stop_token>

namespace Sonde::Agent {

class Acts;
class BlobCache;
class Isolation;
class WorkingFolder;

/// What the agent offers its commands.
struct AgentSurroundings {
    BulkEndpoint bulk;
    QString folder; ///< the agent's own, which only its account may enter
    std::shared_ptr<BlobCache> blobs = {};
    std::shared_ptr<WorkingFolder> working = {};
    std::shared_ptr<Acts> acts = {};
    std::shared_ptr<Isolation> isolation = {};
    QByteArray root = "/";                  ///< where the device's configuration is read; elsewhere in tests
    QByteArray examiner = "/proc/self/exe"; ///< the agent's program, for processes apart (workerloop.h)
    QStringList never = {};                 ///< verbs that this device refuses, whoever orders them
};

/// How far a command is.
struct Progress {
    qint64 done = 0;
    qint64 total = -1;                ///< -1: unknown
    QString unit;                     ///< of both: "bytes", "files", "folders"
    QString what = {};                ///< it is at, as a path
    std::optional<qint64> bytes = {}; ///< looked at, where something else is counted
};

/// Where the output of a running command goes, and whom it asks.
class OutputSink
{
    Q_DISABLE_COPY_MOVE(OutputSink)

public:
    OutputSink() = default;
    virtual ~OutputSink() = default;

    /// Takes a finished chunk. Waits while too much is on its way; false when the command was asked to stop meanwhile.
    [[nodiscard]] virtual bool put(ChunkFormat format, quint32 rows, const QByteArray &bytes) = 0;
    virtual void showProgress(const Progress &progress) = 0;
    /// Asks the service for a transfer, as often as the connection breaks, and waits for its answer. Cancelled.
    [[nodiscard]] virtual Result<QString> askTicket(const AnyMessage &ask) = 0;
    [[nodiscard]] virtual const AgentSurroundings &surroundings() const = 0;
    /// The stop that was asked for is only the agent's own: the service will order the command again.
    [[nodiscard]] virtual bool isShuttingDown() const = 0;
};

/// How a command ended by itself: `return fail(…)` when it could not do its work (Cancelled: it was asked to stop and did),
/// `return Outcome{}` when it could. Things that went wrong on the way are CommandContext::addError.
struct Outcome {
    Outcome() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): so that `return fail(…)` works here as everywhere
    Outcome(std::unexpected<Error> why)
        : failure(std::move(why.error()))
    {
    }

    std::optional<Error> failure;
    QString workingDirectory;         ///< of the session from now on; empty: unchanged
    std::optional<qint32> exitStatus; ///< of a script
    bool stands = false;              ///< what it did is done, also when it was asked to stop meanwhile
};

/// What a command knows of its order and how it answers. Belongs to the thread the command runs on.
class CommandContext final
{
    Q_DISABLE_COPY_MOVE(CommandContext)

public:
    CommandContext(const Message::RunCommand &order, std::stop_token stop, OutputSink &sink);

    [[nodiscard]] CommandId command() const { return m_order.command; }
    [[nodiscard]] SessionId session() const { return m_order.session; }
    /// Whose a command that acts is.
    [[nodiscard]] QString analyst() const { return m_order.analyst.value_or(QString()); }
    /// The agent was told to run it before it was restarted.
    [[nodiscard]] bool ranBefore() const { return m_order.again; }
    [[nodiscard]] const CommandSpec &spec() const { return m_spec; }
    [[nodiscard]] const Invocation &invocation() const { return m_order.invocation; }
    [[nodiscard]] QByteArray workingDirectory() const;
    /// The same as the service has it: "/" in a new session, which on some devices is no folder.
    [[nodiscard]] const QString &orderedDirectory() const { return m_order.workingDirectory; }
    /// The path given as `parameter`, absolute; the working directory when none was given. BadValue when no path can be that.
    [[nodiscard]] Result<QByteArray> path(const QString &parameter) const;
    /// The number given as `parameter`.
    [[nodiscard]] std::optional<qint64> number(const QString &parameter) const;
    /// The pattern given as `parameter`; all names when none was given.
    [[nodiscard]] Wildcard wildcard(const QString &parameter) const;
    /// The library file this command is about. ProtocolViolation when the service did not say which.
    [[nodiscard]] Result<LibraryBlob> libraryFile() const;
    /// The library's rules and hash lists that this command examines with.
    [[nodiscard]] std::vector<LibraryBlob> examinedBy() const;
    /// A number of the tenant's policy.
    [[nodiscard]] std::optional<qint64> limit(TenantSetting setting) const;
    /// A text of the tenant's policy; empty when the service said none.
    [[nodiscard]] QString policy(TenantSetting setting) const;

    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }
    /// To be asked often (every few milliseconds) during long work: false when the command has to stop. Sends rows that have waited.
    [[nodiscard]] bool mayGoOn();

    /// A cell for each column of the command's verb (row.h). False when the command has to stop.
    template<const Verb &Of, typename... Cells>
        requires WholeRow<Of, Cells...>
    [[nodiscard]] bool addRow(Cells... cells)
    {
        return addRow(rowOf<Of>(std::move(cells)...));
    }
    /// A row with the cells that another one of the same verb has had, and more.
    [[nodiscard]] bool addRow(const QCborArray &cells);
    /// A row that is sent with finish() only: what is said again after a restart of the agent is then cut in the same places.
    void holdRow(const QCborArray &cells) { m_rows.addRow(cells); }
    /// What an act does, for the journal. It goes at once, also when the command was asked to stop.
    void report(const QByteArray &report) { std::ignore = m_sink.put(ChunkFormat::Report, 0, report); }
    /// What a script printed (Text) or complained of (ErrorText). False when the command has to stop.
    [[nodiscard]] bool addText(ChunkFormat stream, const QByteArray &text);
    /// The rows that `add` adds go in one chunk, however long it waits for them; what it says is said. As long as they fit in one: what is
    /// longer goes in several.
    template<typename Add>
    [[nodiscard]] bool addTogether(const Add &add)
    {
        m_areTogether = true;
        const bool isAdded = add();
        m_areTogether = false;
        return isAdded;
    }
    /// Is told each chunk of rows before it is sent.
    using RowsGuard = std::function<void(quint32 rows, const QByteArray &bytes)>;
    void setRowsGuard(RowsGuard guard) { m_guard = std::move(guard); }
    /// Rows as they were sent before a restart of the agent, in the chunks of then; before any other. False when the command has to stop.
    [[nodiscard]] bool sendAgain(quint32 rows, const QByteArray &bytes);
    /// Sends the rows that wait if there are enough of them, or if they have waited. False when the command has to stop.
    [[nodiscard]] bool sendDueRows();
    /// Sends the rows that wait. False when the command has to stop.
    [[nodiscard]] bool sendRows() { return flushRows(); }
    /// Something that went wrong although the command goes on. Many of a kind are counted: the last one kept says "more".
    void addError(const Error &error);
    /// Shown a few times a second at most.
    void showProgress(const Progress &progress);
    /// What was shown is over, and the command goes on with something that has none.
    void endProgress();

    /// Asks for a transfer (OfferEvidence or WantBlob) and does it by `move`, on a connection of its own; until it is done or
    /// what goes wrong would go wrong again (TransferAttempts).
    [[nodiscard]] Result<void> transfer(
        const AnyMessage &ask, const std::function<Result<void>(BulkStream &stream)> &move);
    [[nodiscard]] const AgentSurroundings &surroundings() const { return m_sink.surroundings(); }
    [[nodiscard]] const QString &agentFolder() const { return surroundings().folder; }
    /// Stopped only because the agent stops: what was prepared for a transfer is needed again after its next start.
    [[nodiscard]] bool goesOnLater() const { return m_sink.isShuttingDown(); }

    /// Sends what is left. False when stopped before it could go.
    [[nodiscard]] bool finish();
    [[nodiscard]] std::vector<Error> errors() const;

private:
    enum class Cut { BetweenCharacters, Anywhere };
    [[nodiscard]] bool flush(Cut cut = Cut::BetweenCharacters);
    [[nodiscard]] bool flushRows();
    [[nodiscard]] bool flushText(ChunkFormat stream, QByteArray &text, Cut cut);

    const Message::RunCommand &m_order;
    const CommandSpec &m_spec;
    std::stop_token m_stop;
    OutputSink &m_sink;
    RowWriter m_rows;
    QByteArray m_text;
    QByteArray m_errorText;
    QElapsedTimer m_sinceFlush;
    QElapsedTimer m_sinceProgress;
    RowsGuard m_guard;
    bool m_hasFlushed = false;
    bool m_areTogether = false; ///< the rows that are being added
    std::vector<Error> m_errors;
    qint64 m_moreErrors = 0;
};

/// Cells; what is not known is null.
[[nodiscard]] QCborValue textCell(const QString &text);
[[nodiscard]] QCborValue bytesCell(const QByteArray &bytes); ///< a path or other text of the device, lossless
[[nodiscard]] QCborValue numberCell(std::optional<qint64> number);
[[nodiscard]] QCborArray listCell(const QByteArrayList &list); ///< of such text
[[nodiscard]] QCborValue timeCell(std::optional<qint64> nanosecondsSinceEpoch, int digits = 3);

} // namespace Sonde::Agent
