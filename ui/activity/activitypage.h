// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/activity/activitycontroller.h"
#include "controllers/activity/activitysaver.h"
#include "ui/activity/activitytextmodel.h"
#include "ui/theme/page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace Sonde::Client {

class ColumnFit;
class EmptyState;
class Settings;
class Theme;

/// What was done in the whole tenant, newest first, with one box that searches all that was ever typed and printed.
class ActivityPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPage)

public:
    ActivityPage(ActivityController &activity, const DeviceModel &devices, Theme &theme, Settings &settings,
        QWidget *parent = nullptr);

    void setFilter(const QString &text);
    void saveLayout();

Q_SIGNALS:
    /// The session that it was done in; `command` is invalid for what was no command.
    void commandRequested(Sonde::SessionId session, const Sonde::DeviceId &device, Sonde::CommandId command);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeFilterLine();
    void setUpTable();
    void search();
    void followModel();
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString missingText() const;
    void showEmpty();
    void showCurrent();
    void goToCommand();
    void askWhereToExport();
    void tell(const QString &path, const Result<qint64> &written);
    [[nodiscard]] QString unclearText() const;
    void refresh();
    void retranslate();
    [[nodiscard]] QString nameOf(const DeviceId &device) const;
    [[nodiscard]] DeviceId deviceNamed(const QString &name) const;
    [[nodiscard]] const ActivityRecord *current() const;

    ActivityController &m_activity;
    const DeviceModel &m_devices;
    Theme &m_theme;
    Settings &m_settings;
    ActivityTextModel m_text;
    QStringList m_unclear; ///< parts of what was typed that mean nothing
    std::unique_ptr<ActivitySaver> m_saver;
    QLineEdit *m_filter;
    QLabel *m_count;
    QPushButton *m_show;
    QPushButton *m_export;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    ColumnFit *m_columns;
    QTimer m_typing; ///< until somebody has stopped typing
};

} // namespace Sonde::Client
