// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controllers/library/librarycontroller.h"
#include "models/session/parameterform.h"

#include <QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace Sonde::Client {

class CodeView;
class PlainLabel;
class Syntax;
class Theme;

/// Before a library script runs on a device: what it is, its parameters as a form made from its own words, its text to read, and the line
/// that all this comes to. It runs nothing: the line goes into the console for the analyst to send.
class RunScriptDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunScriptDialog)

public:
    RunScriptDialog(LibraryController &library, const LibraryFile &script, const QString &device, const Syntax &syntax,
        const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString line() const { return m_line; }

private:
    [[nodiscard]] QWidget *makeHead(const QString &device);
    [[nodiscard]] QWidget *makeFields();
    [[nodiscard]] QWidget *makeButtons();
    void addField(QFormLayout &fields, const ScriptParameter &parameter);
    void showScript(LibraryController &library);
    void compose();
    [[nodiscard]] QString parameters() const;

    const LibraryFile m_script;
    const ParameterForm m_form;
    QList<QWidget *> m_fields; ///< a line edit or a check box for each parameter
    QLineEdit *m_free;         ///< whatever else is to be given
    PlainLabel *m_arguments;
    PlainLabel *m_shownLine;
    CodeView *m_code;
    QPushButton *m_compose;
    QString m_line;
};

} // namespace Sonde::Client
