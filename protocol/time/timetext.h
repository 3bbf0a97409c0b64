// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace Sonde {

struct DeviceFacts;

/// Whose clock times are shown by. Device: that of the device they are about; UTC where they are about none.
enum class ShownZone { Utc, Local, Device };

/// Makes texts of times. Nothing else in models/, controllers/ and ui/ does (test `times`), so that no two places of a screen show one
/// moment differently.
///
/// Which zone is shown is chosen once for the whole program, as its language is with QLocale::setDefault(): whoever shows a time makes
/// its text anew on QEvent::LanguageChange, and makes a TimeText anew for it.
class TimeText final
{
public:
    static constexpr int AllDigits = 3; ///< of the fraction of a second

    /// For times that are about no device.
    TimeText();
    /// For times from a device, or about it. The device's zone is its name in the IANA database; where this machine does not know the
    /// name, its offset; UTC where the agent told neither.
    explicit TimeText(const DeviceFacts &device);
    /// The same in one zone, whatever is chosen.
    explicit TimeText(const QTimeZone &zone);

    /// For the whole program; in the main thread. Until somebody chooses: Utc.
    static void setShownZone(ShownZone zone);
    [[nodiscard]] static ShownZone shownZone();

    /// "2026-11-26 17:12:06" in zone(); "—" for no time.
    [[nodiscard]] QString text(const QDateTime &time) const;
    /// The same of a time as a device writes it (ISO 8601); what is no time stays as it is.
    [[nodiscard]] QString text(const QString &iso) const;
    /// "2026-11-26 17:12:06 UTC", for where no column says the zone: sentences, tool tips, what is copied.
    [[nodiscard]] QString withZone(const QDateTime &time) const;
    /// "2026-11-26 17:12:06.004 UTC", or with as many digits as are known
    [[nodiscard]] QString exact(const QDateTime &time, int digits = AllDigits) const;
    /// "17:12:06.004 UTC", where the day is plain.
    [[nodiscard]] QString clock(const QDateTime &time) const;

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    /// "UTC", "Asia/Tokyo", "UTC+09:00"
    [[nodiscard]] QString zoneName() const;
    /// The other zones a reader may want: UTC, this machine's, the device's; without zone(), each once.
    [[nodiscard]] QList<TimeText> others() const;
    /// Now, by the clock of zone(): what a typed "today" or "14:05" means.
    [[nodiscard]] QDateTime now() const { return QDateTime::currentDateTimeUtc().toTimeZone(m_zone); }

    /// Of the fraction of a second, in what isIso().
    [[nodiscard]] static int digitsOf(QStringView iso);
    /// Looks like iso() of some time, as all programs of Sonde write one; what a kernel counts in hundredths has two digits of them.
    [[nodiscard]] static bool isIso(QStringView text);
    /// "2026-11-26T17:12:06.004Z", for programs: files, JSON, keys. Empty for no time.
    [[nodiscard]] static QString iso(const QDateTime &time);

    bool operator==(const TimeText &) const = default;

private:
    TimeText(const QTimeZone &zone, const QTimeZone &device)
        : m_zone(zone)
        , m_device(device)
    {
    }

    QTimeZone m_zone;
    QTimeZone m_device; ///< invalid: none
};

} // namespace Sonde
