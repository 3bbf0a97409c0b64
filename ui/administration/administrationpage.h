// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/administration.h"
#include "models/inventory/devicemodel.h"
#include "ui/theme/page.h"
#include "ui/theme/shortcutline.h"

class QListWidget;
class QStackedWidget;

namespace Sonde::Client {

class Section;
class Settings;
class Theme;

/// What administrators change of the tenant, a section each. Who may not see one is told why in its place. The sections are made when
/// somebody goes there: most never do.
class AdministrationPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdministrationPage)

public:
    enum class Part { Users, Roles, Groups, Settings, Publishers, Enrolment, Tokens };

    /// What it names outlives it.
    AdministrationPage(Administration &administration, const DeviceModel &devices, Theme &theme, Settings &settings,
        QWidget *parent = nullptr);

    void showPart(Part part);
    [[nodiscard]] Section &section(Part part);
    /// Why there is nothing on it for whoever is signed in; empty when there is something.
    [[nodiscard]] QString whyNot() const;
    void saveLayout();
    /// The keys that are not in a menu, for the Shortcuts window.
    [[nodiscard]] static QList<ShortcutLine> keys();

Q_SIGNALS:
    /// whyNot() may be another.
    void accessChanged();
    void failed(const Sonde::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeSections();
    void addSection(Section *section);
    void followRow(int row);
    void followAccess();
    void restyle();
    void retranslate();

    Administration &m_administration;
    const DeviceModel &m_devices;
    Theme &m_theme;
    Settings &m_settings;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Section *> m_sections; ///< as Part has them
};

} // namespace Sonde::Client
