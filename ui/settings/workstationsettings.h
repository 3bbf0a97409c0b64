// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaEnum>
#include <QObject>
#include <QSettings>
#include <QString>

namespace Sonde::Client {

/// One row of the table below: where a setting is kept, its type and what it is until somebody chooses.
template<typename T>
struct Setting {
    QLatin1StringView key;
    T fallback;
};

/// Every setting of the workstation.
namespace Settled {
Q_NAMESPACE
using namespace Qt::StringLiterals;

enum class ThemeChoice { System, Light, Dark };
Q_ENUM_NS(ThemeChoice)
enum class ZoneChoice { Utc, Local, Device };
Q_ENUM_NS(ZoneChoice)

// clang-format off

inline const Setting<QString>         Language{"interface/language"_L1, {}};           ///< "en", "ja", "fr"; empty: the system's
inline constexpr Setting<ThemeChoice> Theme{"interface/theme"_L1, ThemeChoice::System};
inline constexpr Setting<ZoneChoice>  TimeZone{"interface/time-zone"_L1, ZoneChoice::Utc}; ///< whose clock times are shown by
inline const Setting<QString>         InterfaceFont{"interface/font"_L1, {}};          ///< a family; empty: the system's
inline constexpr Setting<int>         InterfaceFontSize{"interface/font-size"_L1, 0};  ///< in points; 0: the system's
inline const Setting<QString>         ConsoleFont{"console/font"_L1, {}};              ///< a family; empty: the system's fixed one
inline constexpr Setting<int>         ConsoleFontSize{"console/font-size"_L1, 0};      ///< in points; 0: the system's
inline const Setting<QString>         DownloadFolder{"files/download-folder"_L1, {}};  ///< empty: the system's, see downloadFolder()
inline constexpr Setting<bool>        DeliverPlain{"files/deliver-plain"_L1, false}; ///< evidence as it is, not in a zip with a password
inline constexpr Setting<int>         DownloadsAtOnce{"downloads/at-once"_L1, 3};
inline constexpr Setting<int>         DownloadRate{"downloads/rate"_L1, 0};            ///< kB/s of all downloads together; 0: no limit
inline constexpr Setting<int>         DeviceDownloadRate{"downloads/device-rate"_L1, 0}; ///< kB/s from each device; 0: no limit
inline constexpr Setting<bool>        NotifyOnDesktop{"notifications/desktop"_L1, true};
inline const Setting<QByteArray>      WindowGeometry{"window/geometry"_L1, {}};
inline const Setting<QByteArray>      WindowPanels{"window/panels"_L1, {}};
inline const Setting<QByteArray>      DownloadsHeader{"downloads/header"_L1, {}};
inline const Setting<QByteArray>      DevicesHeader{"devices/header"_L1, {}};
inline const Setting<QByteArray>      DevicesSplitter{"devices/splitter"_L1, {}};
inline const Setting<QByteArray>      LibraryHeader{"library/header"_L1, {}};
inline const Setting<QByteArray>      LibrarySplitter{"library/splitter"_L1, {}};
inline const Setting<QByteArray>      RemediationsHeader{"remediations/header"_L1, {}};
inline const Setting<QByteArray>      ActivityHeader{"activity/header"_L1, {}};
inline const Setting<QByteArray>      SessionSplitter{"session/splitter"_L1, {}};      ///< console | side bar
inline const Setting<QByteArray>      CommandLogSplitter{"session/log-splitter"_L1, {}};
inline const Setting<QByteArray>      CommandLogHeader{"session/log-header"_L1, {}};
inline constexpr Setting<bool>        CommandLogShown{"session/log-shown"_L1, true};
inline const Setting<QStringList>     ResultColumns{"session/result-columns"_L1, {}};  ///< of each command another than the usual ones: "verb id id…"
inline const Setting<QStringList>     PinnedBlocks{"session/pinned"_L1, {}};          ///< of the latest sessions with pins: "device session command…"
inline const Setting<QStringList>     TrustedTenants{"tenants/trusted"_L1, {}};       ///< "host:port fingerprint", of earlier versions; see KnownTenants
inline const Setting<QString>         LastUser{"tenants/last-user"_L1, {}};
// clang-format on
} // namespace Settled

using Settled::ThemeChoice;
using Settled::ZoneChoice;

/// What the analyst chose, kept in one file. `settings.get(Settled::Theme)`, `settings.set(Settled::Theme, ThemeChoice::Dark)`.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    /// Keeps the settings in `file` (INI); it is made when something is chosen.
    explicit Settings(const QString &file, QObject *parent = nullptr);

    template<typename T>
    [[nodiscard]] T get(const Setting<T> &setting) const
    {
        const QVariant kept = m_store.value(setting.key);
        if constexpr (std::is_enum_v<T>) {
            bool known = false;
            const int value = QMetaEnum::fromType<T>().keyToValue(kept.toString().toLatin1().constData(), &known);
            return known ? T(value) : setting.fallback;
        } else {
            return kept.canConvert<T>() ? kept.value<T>() : setting.fallback;
        }
    }

    /// Keeps `value`; changed() follows when it is another than before.
    template<typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        if (get(setting) == value)
            return;
        if constexpr (std::is_enum_v<T>)
            store(setting.key, QString::fromLatin1(QMetaEnum::fromType<T>().valueToKey(int(value))));
        else
            store(setting.key, QVariant::fromValue(value));
    }

    /// True when `key`, as changed() names it, is this setting.
    template<typename T>
    [[nodiscard]] static bool is(QLatin1StringView key, const Setting<T> &setting)
    {
        return key == setting.key;
    }

    /// Writes what was set now, for who may be ended before the event loop comes to it.
    void write() { m_store.sync(); }

    /// Where results and downloads go: what was chosen, else the system's download folder.
    [[nodiscard]] QString downloadFolder() const;
    /// Where the workstation keeps what is not a setting: beside the settings.
    [[nodiscard]] QString folder() const;

Q_SIGNALS:
    void changed(QLatin1StringView key);

private:
    void store(QLatin1StringView key, const QVariant &value);

    QSettings m_store;
};

} // namespace Sonde::Client
