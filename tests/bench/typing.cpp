// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/session/sessioncontroller.h"
#include "tests/bench/benchmark.h"
#include "tests/bench/painting.h"
#include "tests/bench/typingwindow.h"
#include "tests/measuring/processmeter.h"
#include "tests/measuring/samples.h"
#include "tests/measuring/waiting.h"
#include "tests/system/testtenant.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sonde::Client::Bench {

namespace {

constexpr int Commands = 25; ///< of each length, after WarmUp others
constexpr int WarmUp = 3;
constexpr auto Rest = 300ms; ///< after a command: what is still drawn is drawn
constexpr auto Settling = 3s;
constexpr auto Watched = 20s;
constexpr std::array Lengths{50, 150};

struct Figures {
    std::map<int, Samples> painted;   ///< milliseconds from Enter, by the number of rows
    std::map<int, Samples> there;     ///< … until the rows are in this process
    std::map<int, Samples> processor; ///< milliseconds of this process, all of its threads, until it is at rest again
    Samples keys;                     ///< milliseconds
    double idle = 0;                  ///< % of a core
};

bool makeFiles(const QString &folder, int count)
{
    for (int i = 0; i < count; ++i) {
        QFile made(u"%1/document-%2.conf"_s.arg(folder).arg(i));
        if (!made.open(QIODevice::WriteOnly))
            return false;
    }
    return true;
}

void press(TypingWindow &window, int key, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&window.editor(), &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&window.editor(), &up);
}

/// Key by key, each painted before the next one, as somebody types.
void type(TypingWindow &window, const QString &line, Samples &keys)
{
    for (const QChar letter : line)
        keys.add(millisecondsToPaint(window.editorSurface(), [&] { press(window, 0, letter); }));
}

/// Notes when what it looks at is painted for the first time.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(const Stopwatch &watch)
        : m_watch(watch)
    {
    }
    void lookAt(QWidget *surface)
    {
        if (std::exchange(m_surface, surface) == surface || !surface)
            return;
        surface->installEventFilter(this);
        surface->update();
    }
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        // Asked for once more when what was to be seen is there: that paint is the one that counts.
        if (event->type() == QEvent::Paint && m_milliseconds == 0)
            QMetaObject::invokeMethod(this, [this] { m_milliseconds = m_watch.milliseconds(); }, Qt::QueuedConnection);
        return false;
    }

private:
    const Stopwatch &m_watch;
    QPointer<QWidget> m_surface;
    double m_milliseconds = 0;
};

Result<void> runOne(TypingWindow &window, const QString &line, int rows, Figures &figures)
{
    type(window, line, figures.keys);
    letPass(Rest);
    const qint64 self = QCoreApplication::applicationPid();
    const double before = cpuSeconds(self);
    double there = 0;
    const Stopwatch watch;
    const auto finished = QObject::connect(&window.session(), &SessionController::commandFinished, &window.editor(),
        [&] { there = watch.milliseconds(); });
    FirstPaint paint(watch);
    press(window, Qt::Key_Return, u"\r"_s);
    const bool painted = waitUntil([&] {
        paint.lookAt(window.rowsSurface());
        return paint.milliseconds() > 0;
    });
    QObject::disconnect(finished);
    if (!painted)
        return fail(ErrorCode::TimedOut, line);
    letPass(Rest);
    figures.painted[rows].add(paint.milliseconds());
    figures.there[rows].add(there);
    figures.processor[rows].add((cpuSeconds(self) - before) * 1000);
    return {};
}

Result<Figures> measure(TypingWindow &window, const QTemporaryDir &folder)
{
    Figures figures;
    letPass(Settling);
    for (int run = 0; run < WarmUp + Commands; ++run) {
        if (run == WarmUp)
            figures = {};
        for (const int rows : Lengths) {
            const QString line = u"dir %1/%2"_s.arg(folder.path()).arg(rows);
            if (const auto done = runOne(window, line, rows, figures); !done)
                return std::unexpected(done.error());
        }
    }
    letPass(Settling);
    const qint64 self = QCoreApplication::applicationPid();
    const double before = cpuSeconds(self);
    const Stopwatch watch;
    QEventLoop rest; // which does not look now and then, as waiting does elsewhere
    QTimer::singleShot(Watched, &rest, &QEventLoop::quit);
    rest.exec();
    figures.idle = (cpuSeconds(self) - before) / watch.seconds() * 100;
    return figures;
}

} // namespace

Result<Measurements> typing()
{
    const QTemporaryDir folder;
    for (const int rows : Lengths) {
        const QString path = folder.filePath(QString::number(rows));
        if (!QDir().mkdir(path) || !makeFiles(path, rows))
            return fail(ErrorCode::CannotWrite, path);
    }
    TestTenant tenant;
    if (!tenant.start())
        return fail(ErrorCode::CannotStart, {}, tenant.whatFailed());
    auto plain = plainWindow(tenant);
    if (!plain)
        return std::unexpected(plain.error());
    const auto reference = measure(**plain, folder);
    plain->reset();
    if (!reference)
        return std::unexpected(reference.error());
    const auto window = workstationWindow(tenant);
    if (!window)
        return std::unexpected(window.error());
    const auto ours = measure(**window, folder);
    if (!ours)
        return std::unexpected(ours.error());

    const QString words = u"a QPlainTextEdit as terminal"_s;
    const QString name = u"typing.%1"_s.arg(QGuiApplication::platformName());
    Measurements measurements{
        {name + u".key_to_painted.p95"_s, ours->keys.percentile(0.95), u"ms"_s, {.most = 8}, words,
            reference->keys.percentile(0.95)},
        {name + u".key_to_painted.p50"_s, ours->keys.median(), u"ms"_s, {}, words, reference->keys.median()},
        {name + u".idle"_s, ours->idle, u"% of a core"_s, {.most = 0.3}, words, reference->idle},
    };
    for (const int rows : Lengths) {
        const QString here = u"%1.%2_rows"_s.arg(name).arg(rows);
        const auto add = [&](const QString &what, const std::map<int, Samples> &mine,
                             const std::map<int, Samples> &theirs, const Budget &budget) {
            measurements.push_back(
                {here + what, mine.at(rows).median(), u"ms"_s, budget, words, theirs.at(rows).median()});
        };
        add(u".enter_to_painted.p50"_s, ours->painted, reference->painted, {.most = 25});
        add(u".enter_to_finished.p50"_s, ours->there, reference->there, {});
        const double beyond = ours->painted.at(rows).median() - reference->there.at(rows).median();
        measurements.push_back({here + u".beyond_the_device.p50"_s, beyond, u"ms"_s, {.most = 16}, {}, {}});
        add(u".processor.p50"_s, ours->processor, reference->processor, {});
    }
    return measurements;
}

} // namespace Sonde::Client::Bench
