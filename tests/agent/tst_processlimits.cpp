// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/base/processlimits.h"

#include <QTest>
#include <cerrno>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Sonde;

class ProcessLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is open stays so; nothing else is opened, also not by the user whose file it is.
    void aWorkerOpensNothingMore()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("a sanitizer opens files itself");
#endif
        const int open = ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
        QVERIFY(open >= 0);
        const pid_t worker = ::fork();
        QVERIFY(worker >= 0);
        if (worker == 0) {
            becomeWorker({.memory = 1LL << 40, .written = 0, .time = {}, .descriptors = open + 1});
            char byte = 1;
            const bool isRead = ::read(open, &byte, 1) == 1 && byte == 0;
            while (::dup(open) >= 0) // what lies below may have gaps
                continue;
            const bool isRefused = ::open("/dev/null", O_RDONLY | O_CLOEXEC) < 0 && errno == EMFILE;
            ::_exit(isRead && isRefused ? 0 : 1);
        }
        int status = 1;
        QCOMPARE(::waitpid(worker, &status, 0), worker);
        ::close(open);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_APPLESS_MAIN(ProcessLimitsTest)
#include "tst_processlimits.moc"
