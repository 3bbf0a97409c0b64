// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"

#include <QDialog>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Sonde::Client {

class PlainLabel;
class Theme;
class UploadRow;

/// Files into the library: chosen with *Browse…* or dropped here, a row for each, uploaded one after the other on *Confirm*. Closing it
/// does not end what has begun.
class UploadDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadDialog)

public:
    UploadDialog(LibraryController &library, Theme &theme, QWidget *parent = nullptr);

    void addFiles(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void browse();
    void addFile(const QString &path);
    void removeRow(UploadRow *row);
    void confirm();
    void followRows();
    void retranslate();

    LibraryController &m_library;
    Theme &m_theme;
    QList<UploadRow *> m_rows;
    bool m_confirmed = false;
    PlainLabel *m_rule;
    PlainLabel *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    QPushButton *m_browse;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

/// The local files of what is dragged; empty when it is something else.
[[nodiscard]] QStringList localFiles(const QMimeData *data);

} // namespace Sonde::Client
