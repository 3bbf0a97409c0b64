// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"

#include <QFrame>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

namespace Sonde::Client {

class ElidedLabel;
class PlainLabel;
class Theme;

/// One file of the upload dialog: looked at and hashed as soon as it is there, so that what stands against it is said before anything
/// moves; then its words, and how its upload goes.
class UploadRow final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadRow)

public:
    UploadRow(const QString &path, LibraryController &library, const Theme &theme, QWidget *parent = nullptr);
    ~UploadRow() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Nothing stands against uploading it.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isUnderWay() const;
    [[nodiscard]] bool isStored() const;
    void upload();
    /// Ends its upload, if there is one.
    void cancel();
    void focusDescription();
    /// Under which it goes into the library; the file's own to begin with.
    [[nodiscard]] const QString &name() const { return m_name; }

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    void build(const Theme &theme);
    void look();
    void setName(const QString &name);
    void applyRules();
    void takeContent(const Result<LocalContent> &content);
    void takeKnown();
    void follow();
    void showState();
    [[nodiscard]] const LibraryUpload *current() const;
    [[nodiscard]] std::optional<Error> obstacle() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] bool willNotRun() const;
    void retranslate();

    LibraryController &m_library;
    QString m_path;
    QString m_name;
    std::optional<LocalContent> m_content;
    std::optional<Error> m_problem; ///< with the file itself
    std::stop_source m_looking;
    quint32 m_upload = 0;
    bool m_knownTaken = false;

    ElidedLabel *m_title;
    PlainLabel *m_size;
    QToolButton *m_remove;
    PlainLabel *m_nameLabel;
    QLineEdit *m_nameEdit;
    PlainLabel *m_descriptionLabel;
    QLineEdit *m_description;
    QCheckBox *m_overwrite;
    QCheckBox *m_hasParameters;
    QPlainTextEdit *m_parameters;
    PlainLabel *m_note;
    QProgressBar *m_progress;
};

} // namespace Sonde::Client
