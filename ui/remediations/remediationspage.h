// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/acts/actlistcontroller.h"
#include "models/session/sessionreader.h"
#include "ui/remediations/acttextmodel.h"
#include "ui/theme/page.h"

#include <QTimer>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace Sonde::Client {

class ColumnFit;
class EmptyState;
class PlainLabel;
class SessionListModel;
class Settings;
class Theme;

/// What was done to all devices of the tenant: when, by whom, why, what came of it, and the way back.
class RemediationsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemediationsPage)

public:
    RemediationsPage(ActListController &acts, const DeviceModel &devices, Theme &theme, Settings &settings,
        QWidget *parent = nullptr);

    /// The tenant's sessions; outlive the page.
    void setSessions(const SessionListModel &sessions);
    /// Who looks: only a session that they may read is gone to.
    void setReader(const SessionReader &reader);
    /// Only what holds these words: the name of a device, for example.
    void setFilter(const QString &text);
    void saveLayout();

Q_SIGNALS:
    /// An act is to be taken back; it is asked about first.
    void undoRequested(const Sonde::DeviceId &device, const QString &line);
    /// The command that did it.
    void commandRequested(Sonde::SessionId session, const Sonde::DeviceId &device, Sonde::CommandId command);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeFilterLine();
    void setUpTable();
    void followModel();
    void showEmpty();
    void showCurrent();
    void awaitExpiry();
    [[nodiscard]] QString whyNotShown(const ActSummary &act) const;
    [[nodiscard]] QString whyNotUndone(const ActSummary &act) const;
    void showMenu(const QPoint &place);
    void undoCurrent();
    void goToCommand();
    void refresh();
    void retranslate();
    [[nodiscard]] const ActSummary *current() const;

    ActListController &m_acts;
    const DeviceModel &m_devices;
    Theme &m_theme;
    Settings &m_settings;
    ActTextModel m_text;
    const SessionListModel *m_sessions = nullptr;
    SessionReader m_reader;
    QLineEdit *m_filter;
    PlainLabel *m_count;
    QPushButton *m_undo;
    QPushButton *m_show;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    ColumnFit *m_columns;
    QTimer m_expiry; ///< until the next act that cannot be undone any more
};

} // namespace Sonde::Client
