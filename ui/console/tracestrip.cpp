// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/tracestrip.h"

#include "models/text/visibletext.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

using Step = CommandTrace::Step;

QString stepText(Step step)
{
    switch (step) {
    //: A command's step in its timeline
    case Step::Typed: return TraceStrip::tr("typed");
    //: A command's step in its timeline
    case Step::Accepted: return TraceStrip::tr("accepted");
    //: A command's step in its timeline
    case Step::Sent: return TraceStrip::tr("sent");
    //: A command's step in its timeline
    case Step::Started: return TraceStrip::tr("started");
    //: A command's step in its timeline
    case Step::FirstByte: return TraceStrip::tr("first byte");
    //: A command's step in its timeline
    case Step::LastByte: return TraceStrip::tr("last byte");
    //: A command's step in its timeline
    case Step::Finished: return TraceStrip::tr("finished");
    //: A command's step in its timeline: shown on the screen
    case Step::Rendered: return TraceStrip::tr("rendered");
    }
    Q_UNREACHABLE_RETURN({});
}

Color colorOf(Step step)
{
    switch (step) {
    case Step::Typed:
    case Step::Accepted: return Color::Accent;
    case Step::Sent:
    case Step::Started: return Color::CodeKeyword;
    case Step::FirstByte:
    case Step::LastByte: return Color::Good;
    case Step::Finished:
    case Step::Rendered: return Color::Warning;
    }
    Q_UNREACHABLE_RETURN(Color::DimText);
}

QString milliseconds(CommandTrace::Time time, const QLocale &locale)
{
    return TraceStrip::tr("%1 ms").arg(
        locale.toString(double(time.count()) / 1000, 'f', time < std::chrono::milliseconds(100) ? 2 : 0));
}

/// Steps as they came; those of the same moment keep their usual order.
std::vector<std::pair<CommandTrace::Time, Step>> inTime(const CommandTrace &trace)
{
    std::vector<std::pair<CommandTrace::Time, Step>> steps;
    steps.reserve(trace.steps.size());
    for (const auto &[step, at] : trace.steps)
        steps.emplace_back(at, step);
    std::ranges::sort(steps);
    return steps;
}

QString stepsText(const CommandTrace &trace, const QLocale &locale)
{
    QStringList parts;
    for (const auto &[at, step] : inTime(trace))
        parts << (step == Step::Typed ? stepText(step) : QString(stepText(step) % u' ' % milliseconds(at, locale)));
    return parts.join(u"  →  "_s);
}

QString packetsText(const CommandTrace &trace, const QLocale &locale)
{
    QStringList lines;
    for (const auto &packet : trace.packets) {
        lines << u"%1 %2  %3  %4"_s.arg(packet.outgoing ? u"↑" : u"↓")
                     .arg(milliseconds(packet.at, locale), 10)
                     .arg(TraceStrip::tr("%1 bytes").arg(locale.toString(packet.bytes)), 14)
                     .arg(visible(packet.what));
    }
    if (trace.morePackets > 0)
        lines << TraceStrip::tr("… and %n more message(s)", nullptr, int(trace.morePackets));
    lines << TraceStrip::tr("%1 bytes sent, %2 bytes received")
                 .arg(locale.toString(trace.bytesOut), locale.toString(trace.bytesIn));
    return lines.join(u'\n');
}

} // namespace

/// Each step as long as it took.
class TraceStrip::Scale final : public QWidget
{
public:
    Scale(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(5);
    }

    void setTrace(const CommandTrace &trace)
    {
        m_steps = inTime(trace);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_steps.size() < 2)
            return;
        QPainter painter(this);
        const double whole = std::max<double>(1, double(m_steps.back().first.count()));
        const auto x = [&](CommandTrace::Time at) { return double(at.count()) / whole * width(); };
        for (size_t i = 1; i < m_steps.size(); ++i) {
            const double left = x(m_steps[i - 1].first);
            // A step that took no time to speak of can be seen all the same.
            const double right = std::max(left + 1, x(m_steps[i].first));
            painter.fillRect(QRectF(left, 0, right - left, height()), m_theme.color(colorOf(m_steps[i].second)));
        }
    }

private:
    const Theme &m_theme;
    std::vector<std::pair<CommandTrace::Time, Step>> m_steps;
};

TraceStrip::TraceStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_steps(new PlainLabel(this))
    , m_scale(new Scale(theme, this))
    , m_packets(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 6);
    layout->setSpacing(4);
    layout->addWidget(m_steps);
    layout->addWidget(m_scale);
    layout->addWidget(m_packets);
    m_steps->setWordWrap(true);
    m_packets->setFont(theme.consoleFont());
    m_packets->setWordWrap(true);
    setTone(m_packets, Tone::Dim);
    for (PlainLabel *label : {m_steps, m_packets})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void TraceStrip::setTrace(const CommandTrace &trace)
{
    m_steps->setText(stepsText(trace, locale()));
    m_scale->setTrace(trace);
    m_packets->setText(packetsText(trace, locale()));
}

QString TraceStrip::text() const
{
    return QString(m_steps->text() % u'\n' % m_packets->text());
}

} // namespace Sonde::Client

#include "moc_tracestrip.cpp"
