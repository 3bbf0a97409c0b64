// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/baseline/baseline.h"
#include "protocol/digest/digest.h"
#include "tests/service/tenantfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Service;

/// From a run of a session to a file of the library, and from there to a device.
class BaselinesTest final : public QObject, private TenantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp({Role::Responder, Role::SecurityAdministrator});
        QVERIFY(m_bench->tenant().libraryBlobs.prepare());
        QVERIFY(openSession().isValid());
    }
    void cleanup() { tearDown(); }

    void aRunIsSavedAndGoesToTheDevice()
    {
        QVERIFY(ran(u"processes"_s, {u"systemd"_s, u"cron"_s}).isValid());
        const CommandId later = ran(u"processes"_s, {u"systemd"_s, u"cron"_s, u"sshd"_s});
        QVERIFY(ran(u"services"_s, {u"ssh"_s}).isValid());
        const CommandId saved = ended(u"baseline save golden"_s);
        QCOMPARE(record(saved).state, CommandState::Completed);
        QCOMPARE(record(saved).rows, 2U);

        const LibraryFile *file = m_bench->tenant().library.find(u"golden.processes.baseline"_s);
        QVERIFY(file);
        QFile content(m_bench->tenant().libraryBlobs.path(file->sha256));
        QVERIFY(content.open(QFile::ReadOnly));
        const auto baseline = readBaseline(content, file->name);
        QVERIFY(baseline);
        QCOMPARE(baseline->head.command, later); // the latest
        QCOMPARE(baseline->head.device, u"desk-1"_s);
        QCOMPARE(baseline->head.savedBy, u"ada"_s);
        QCOMPARE(baseline->rows.size(), 3U);
        QCOMPARE(inJournal<Event::LibraryFileStored>(), 2); // who saved what is told

        const CommandId compared = sent(u"processes -baseline GOLDEN"_s);
        QVERIFY(compared.isValid());
        const auto blob = m_agent->last<Message::RunCommand>().blob;
        QVERIFY(blob);
        QCOMPARE(blob->sha256, file->sha256);
    }

    /// Content that the service makes itself, and what is done meanwhile with the same bytes.
    void whatIsMadeIsNobodyElses()
    {
        const BlobStore &blobs = m_bench->tenant().library.blobs();
        const QByteArray bytes("the same bytes");
        const QByteArray sha256 = Digest::of(bytes, *EVP_sha256());
        const QString upload = blobs.partialPath(u"upload-"_s + QString::fromLatin1(sha256.toHex()));
        QFile partial(upload);
        QVERIFY(partial.open(QFile::WriteOnly) && partial.write(bytes.first(3)) == 3 && partial.flush());
        const auto content = LibraryService::keepContent(blobs, bytes);
        QVERIFY(content);
        QCOMPARE(QFileInfo(upload).size(), 3); // who sends it goes on where it was

        // Deleted before it has a name: no file without content is listed.
        blobs.remove(sha256);
        const auto stored = m_bench->tenant().library.store(
            {UserName(u"ada"_s), {Role::SecurityAdministrator}}, u"golden.services.baseline"_s, *content, {});
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Interrupted);
        QVERIFY(m_bench->tenant().library.list().empty());
    }

    /// Under the same name it is another version; the earlier one stays.
    void savedAgainItIsAnotherVersion()
    {
        QVERIFY(ran(u"services"_s, {u"ssh"_s}).isValid());
        QCOMPARE(record(ended(u"baseline save golden"_s)).state, CommandState::Completed);
        QVERIFY(ran(u"services"_s, {u"ssh"_s, u"evil"_s}).isValid());
        QCOMPARE(record(ended(u"baseline save golden"_s)).state, CommandState::Completed);
        QCOMPARE(m_bench->tenant().library.versions(u"golden.services.baseline"_s)->size(), 2U);
    }

    /// What is not all that the device has would make everything else look new.
    void onlyWholeAnswersAreSaved()
    {
        QVERIFY(ran(u"processes -name ssh*"_s, {u"sshd"_s}).isValid());
        QVERIFY(ran(u"services"_s, {u"ssh"_s}, {Error{ErrorCode::AccessDenied, u"/x"_s, {}, {}}}).isValid());
        QVERIFY(ran(u"dir"_s, {}).isValid());
        const CommandId saved = ended(u"baseline save golden"_s);
        QCOMPARE(record(saved).state, CommandState::Failed);
        QCOMPARE(record(saved).errors.front().code, ErrorCode::NothingToSave);
        QVERIFY(m_bench->tenant().library.list().empty());
    }

    void unknownBaselinesAreRefused()
    {
        const CommandId without = submit(u"processes -baseline golden"_s);
        QCOMPARE(record(without).state, CommandState::Rejected);
        QCOMPARE(record(without).errors.front().code, ErrorCode::BaselineUnknown);
        QVERIFY(!record(without).errors.front().facts.contains(Fact::Choices));
        QVERIFY(ran(u"processes"_s, {u"systemd"_s}).isValid());
        QCOMPARE(record(ended(u"baseline save golden"_s)).state, CommandState::Completed);
        const CommandId misspelt = submit(u"processes -baseline golten"_s);
        QCOMPARE(record(misspelt).errors.front().facts.list(Fact::Choices), QStringList{u"golden"_s});
        // There is one of that name, without rows of this verb: it says what it holds.
        const Error other = record(submit(u"services -baseline golden"_s)).errors.front();
        QCOMPARE(other.code, ErrorCode::BaselineUnknown);
        QCOMPARE(other.facts.text(Fact::Verb), u"services"_s);
        QCOMPARE(other.facts.list(Fact::Accepted), QStringList{u"processes"_s});
        QVERIFY(!other.facts.contains(Fact::Choices));
        const CommandId listed = ended(u"baseline list nowhere"_s);
        QCOMPARE(record(listed).state, CommandState::Failed);
    }

    void namesThatCannotBeFilesAreRefused()
    {
        QVERIFY(ran(u"processes"_s, {u"systemd"_s}).isValid());
        const CommandId saved = ended(u"baseline save ../golden"_s);
        QCOMPARE(record(saved).state, CommandState::Failed);
        QCOMPARE(record(saved).errors.front().code, ErrorCode::BadName);
        const CommandId nameless = ended(u"baseline save"_s);
        QCOMPARE(record(nameless).errors.front().code, ErrorCode::MissingParameter);
    }

    /// Another session, also on another device, sees it; who may not delete files of the library may not delete it.
    void itBelongsToTheTenant()
    {
        QVERIFY(ran(u"drivers"_s, {u"ext4"_s}).isValid());
        QCOMPARE(record(ended(u"baseline save golden"_s)).state, CommandState::Completed);
        const CommandId listed = ended(u"baseline"_s);
        QCOMPARE(record(listed).rows, 1U);
        m_bench->crash();
        QVERIFY(m_bench->tenant().library.find(u"golden.drivers.baseline"_s));
    }

    /// It changes the library, like an upload: what a team compares with is nobody's who only looks at devices.
    void onlyWhoManagesTheLibrarySavesAndDeletes()
    {
        QVERIFY(ran(u"drivers"_s, {u"ext4"_s}).isValid());
        QCOMPARE(record(ended(u"baseline save golden"_s)).state, CommandState::Completed);
        tearDown();
        setUp({Role::Responder});
        QVERIFY(m_bench->tenant().libraryBlobs.prepare());
        QVERIFY(openSession().isValid());
        QVERIFY(ran(u"drivers"_s, {u"ext4"_s}).isValid());
        for (const QString &line : {u"baseline save golden"_s, u"baseline delete golden"_s, u"library delete x"_s}) {
            const CommandId refused = ended(line);
            QCOMPARE(record(refused).state, CommandState::Rejected);
            QCOMPARE(record(refused).errors.front().code, ErrorCode::NotPermitted);
            QCOMPARE(record(refused).errors.front().facts.value(Fact::Role).toString(), Role::SecurityAdministrator);
        }
        QCOMPARE(record(ended(u"baseline"_s)).state, CommandState::Completed); // looking is not changing
        QVERIFY(m_bench->tenant().library.list().empty());
    }

    /// The service ended while it was at it: the device is not asked to do it, and nobody waits for it for ever.
    void whatTheServiceWasDoingIsInterrupted()
    {
        Invocation invocation;
        invocation.verb = Verbs::Baseline.name;
        invocation.values = {{u"action"_s, u"save"_s}, {u"name"_s, u"golden"_s}};
        const CommandId id = m_bench->tenant().sessions.nextCommand();
        m_bench->tenant().journal.append(
            u"ada"_s, {m_device, m_session, id}, Event::CommandAccepted{u"baseline save golden"_s, invocation});
        m_bench->tenant().turn.finish();
        m_bench->crash();
        QCOMPARE(record(id).state, CommandState::Interrupted);
        m_agent = m_bench->connectAgent(m_device);
        QTRY_VERIFY(m_bench->tenant().router.isOnline(m_device));
        QCOMPARE(m_agent->count<Message::RunCommand>(), 0);
    }

private:
    /// What was typed, when it is over.
    CommandId ended(const QString &line)
    {
        const CommandId command = submit(line);
        return QTest::qWaitFor([&] { return isFinal(record(command).state); }) ? command : CommandId();
    }
    /// A command whose answer has a row for each of these names.
    CommandId ran(const QString &line, const QStringList &names, const std::vector<Error> &errors = {})
    {
        const CommandId command = started(line);
        if (!command.isValid())
            return {};
        const CommandSpec &spec = *Catalogue::instance().find(record(command).invocation.verb);
        RowWriter rows;
        for (const QString &name : names) {
            QCborArray row;
            for (const ColumnSpec &column : spec.columns) {
                const bool isName = !spec.lasting.isEmpty() && column.id == spec.lasting.first();
                if (!column.ofBaseline)
                    row.append(isName ? QCborValue(name) : QCborValue(nullptr));
            }
            rows.addRow(row);
        }
        m_agent->send(Message::CommandOutput{command, 0, ChunkFormat::Rows, quint32(names.size()), rows.take()});
        m_agent->send(
            Message::CommandEnded{command, CommandState::Completed, errors, 1, std::chrono::milliseconds(3), {}, {}});
        return QTest::qWaitFor([&] { return isFinal(record(command).state); }) ? command : CommandId();
    }
};

QTEST_GUILESS_MAIN(BaselinesTest)
#include "tst_baselines.moc"
