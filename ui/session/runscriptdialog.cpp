// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/runscriptdialog.h"

#include "models/text/visibletext.h"
#include "protocol/command/tokenizer.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/codeview.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

/// Each argument in brackets, so that blanks and empty ones are seen.
QString bracketed(const QStringList &arguments)
{
    QStringList shown;
    for (const QString &argument : arguments)
        shown += u"[%1]"_s.arg(visible(argument));
    return shown.join(u' ');
}

} // namespace

RunScriptDialog::RunScriptDialog(LibraryController &library, const LibraryFile &script, const QString &device,
    const Syntax &syntax, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_script(script)
    , m_form(readParameterText(script.parametersDescription))
    , m_free(new QLineEdit)
    , m_arguments(new PlainLabel)
    , m_shownLine(new PlainLabel)
    , m_code(new CodeView(syntax, theme))
    , m_compose(new QPushButton)
{
    setWindowTitle(tr("Run a script"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(26, 22, 26, 20);
    layout->setSpacing(10);
    layout->addWidget(makeHead(device));
    layout->addWidget(makeFields());
    layout->addWidget(m_code, 1);
    layout->addWidget(m_shownLine);
    layout->addWidget(makeButtons());
    m_shownLine->setFont(theme.consoleFont());
    m_shownLine->setWordWrap(true);
    m_shownLine->setContentsMargins(10, 7, 10, 7);
    setGround(m_shownLine, Ground::Raised);
    m_code->setContentsMargins(1, 1, 1, 1); // inside the frame
    setGround(m_code, Ground::Card);
    m_shownLine->setAccessibleName(tr("The line for the console"));
    m_arguments->setWordWrap(true);
    m_code->editor()->setAccessibleName(tr("Script text"));
    resize(760, 620);
    showScript(library);
    compose();
    (m_fields.isEmpty() ? m_free : m_fields.first())->setFocus();
}

QWidget *RunScriptDialog::makeHead(const QString &device)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(4);
    //: %1: a script, %2: a device
    auto *title = new PlainLabel(tr("Run “%1” on %2").arg(visible(m_script.name), visible(device)));
    setTone(title, Tone::Title);
    title->setWordWrap(true);
    column->addWidget(title);
    QStringList words{m_script.description, m_form.remark};
    if (m_script.signature != SignatureState::None)
        words += tr("Signature: %1").arg(Words::signatureText(m_script.signature, m_script.signer));
    words.removeAll(QString());
    for (const QString &text : std::as_const(words)) {
        auto *label = new PlainLabel(visible(text));
        label->setWordWrap(true);
        setTone(label, Tone::Dim);
        column->addWidget(label);
    }
    return head;
}

QWidget *RunScriptDialog::makeFields()
{
    auto *box = new QWidget;
    auto *fields = new QFormLayout(box);
    fields->setContentsMargins({});
    fields->setHorizontalSpacing(18);
    for (const ScriptParameter &parameter : m_form.parameters)
        addField(*fields, parameter);
    m_free->setClearButtonEnabled(true);
    m_free->setPlaceholderText(tr("words between blanks; quotes keep blanks together"));
    connect(m_free, &QLineEdit::textChanged, this, &RunScriptDialog::compose);
    auto *free = new PlainLabel(m_form.parameters.isEmpty() ? tr("Parameters") : tr("More parameters"));
    free->setBuddy(m_free);
    fields->addRow(free, m_free);
    fields->addRow(new PlainLabel(tr("The script is given")), m_arguments);
    return box;
}

void RunScriptDialog::addField(QFormLayout &fields, const ScriptParameter &parameter)
{
    if (parameter.isSwitch) {
        auto *check = new QCheckBox(visible(parameter.explanation).replace(u'&', u"&&"_s));
        check->setAccessibleName(parameter.name);
        connect(check, &QCheckBox::toggled, this, &RunScriptDialog::compose);
        m_fields += check;
    } else {
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(visible(parameter.example));
        setHint(edit, parameter.explanation);
        connect(edit, &QLineEdit::textChanged, this, &RunScriptDialog::compose);
        m_fields += edit;
    }
    auto *name = new PlainLabel(visible(parameter.name));
    name->setBuddy(m_fields.last());
    fields.addRow(name, m_fields.last());
    if (!parameter.isSwitch && !parameter.explanation.isEmpty()) {
        auto *explanation = new PlainLabel(visible(parameter.explanation));
        explanation->setWordWrap(true);
        setTone(explanation, Tone::Dim);
        fields.addRow(QString(), explanation);
    }
}

QWidget *RunScriptDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_compose->setText(tr("Write into the console"));
    setHint(m_compose, tr("Nothing runs until you send the line."));
    m_compose->setDefault(true);
    setRole(m_compose, ButtonRole::Primary);
    connect(m_compose, &QPushButton::clicked, this, &QDialog::accept);
    auto *box = new QWidget;
    auto *buttons = new QHBoxLayout(box);
    buttons->setContentsMargins({});
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_compose);
    return box;
}

void RunScriptDialog::showScript(LibraryController &library)
{
    m_code->setNote(tr("The script is being fetched."));
    library.fetchContent(m_script, this, [this](const Result<QByteArray> &content) {
        if (content)
            m_code->setContent(m_script.name, *content);
        else
            m_code->setNote(Words::errorText(content.error()));
    });
}

QString RunScriptDialog::parameters() const
{
    QStringList values;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const auto *check = qobject_cast<QCheckBox *>(m_fields.at(i));
        const auto *edit = qobject_cast<QLineEdit *>(m_fields.at(i));
        values += edit ? edit->text() : check->isChecked() ? m_form.parameters.at(i).name : QString();
    }
    QString text = parametersText(m_form.parameters, values);
    if (const QString more = m_free->text().trimmed(); !more.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + more;
    return text;
}

void RunScriptDialog::compose()
{
    const QString text = parameters();
    const auto arguments = splitArguments(text);
    m_line = runLine(m_script.name, text);
    setUsable(*m_compose, arguments ? QString() : visible(Words::errorText(arguments.error())));
    m_shownLine->setText(arguments ? visible(m_line) : QString());
    setTone(m_arguments, arguments ? Tone::Dim : Tone::Bad);
    if (!arguments)
        m_arguments->setText(Words::errorText(arguments.error()));
    else
        m_arguments->setText(arguments->isEmpty() ? tr("no arguments") : bracketed(*arguments));
}

} // namespace Sonde::Client

#include "moc_runscriptdialog.cpp"
