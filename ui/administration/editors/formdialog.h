// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/administration/tenantchange.h"

#include <QDialog>

class QGridLayout;
class QPushButton;

namespace Sonde::Client {

class PlainLabel;

/// A dialog in which something is typed that the service may refuse: it stays open then, with what was typed, and says why. It goes by
/// itself when it is done.
class FormDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormDialog)

protected:
    explicit FormDialog(QWidget *parent);

    /// One below the other; the label gets its text by `name`, and the field the same as its accessible name.
    void addField(const QString &name, QWidget *field);
    /// Over the whole width.
    void addWide(QWidget *part);
    void addNote(const QString &text);
    /// A short word for the button that does it.
    void setWords(const QString &title, const QString &confirm);
    /// What is edited is another than when it was opened: it can be done all the same, and replaces that. Empty: it is the same.
    void setWarning(const QString &warning);
    /// For what is typed to call.
    void follow();

    /// Why it cannot be done with what is typed; empty when it can.
    [[nodiscard]] virtual QString whyNot() const = 0;
    /// Does it; `answer` is called once.
    virtual void submit(ChangeAnswer answer) = 0;

    void resizeEvent(QResizeEvent *event) override;

private:
    void confirm();

    QGridLayout *m_grid;
    PlainLabel *m_title;
    PlainLabel *m_warning;
    PlainLabel *m_refusal;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
    int m_rows = 0;
    bool m_busy = false;
};

} // namespace Sonde::Client
