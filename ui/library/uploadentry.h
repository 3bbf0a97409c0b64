// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"

#include <QAction>
#include <QPointer>
#include <QTimer>

namespace Sonde::Client {

class PlainLabel;
class Theme;
class UploadDialog;

/// The ways into the upload dialog: an action, greyed with the reason (its status tip) for who may not upload, and files dropped
/// anywhere on a window.
class UploadEntry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadEntry)

public:
    UploadEntry(LibraryController &library, Theme &theme, QWidget &window);

    [[nodiscard]] QAction &action() { return m_action; }
    /// The dialog with these files added to what it shows already.
    void open(const QStringList &paths);
    /// nullptr while none is open.
    [[nodiscard]] UploadDialog *dialog() const;
    void retranslate();

Q_SIGNALS:
    /// Files were dropped by somebody who may not upload.
    void refused(const Sonde::Error &error);
    void stored(const QString &name);
    /// The dialog was closed, and nothing in the window had the focus before.
    void left();
    /// An upload failed, and no dialog is there to say so.
    void failed(const Sonde::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takeDrop(QDropEvent &event);
    void showSign();
    void followRules();
    void giveFocusBack();
    void followUpload(quint32 id);

    LibraryController &m_library;
    Theme &m_theme;
    QWidget &m_window;
    QAction m_action;
    QPointer<UploadDialog> m_dialog;
    QPointer<QWidget> m_focusBefore;
    PlainLabel *m_sign = nullptr; ///< what a drop would do, while files hang over the window
    QTimer m_gone;                ///< they left one widget, and have not come to another
};

} // namespace Sonde::Client
