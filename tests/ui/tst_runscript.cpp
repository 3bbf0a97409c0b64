// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/tokenizer.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/console/blockheader.h"
#include "ui/result/outputbody.h"
#include "ui/session/runscriptdialog.h"
#include "ui/theme/plaintext.h"
#include "ui/toolkit/codeview.h"
#include "ui/toolkit/syntax.h"
#include "ui/toolkit/textview.h"
#include "ui/words/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

LibraryFile script(const QString &parameters)
{
    LibraryFile file;
    file.name = u"triage.sh"_s;
    file.sha256 = QByteArray(32, 'a');
    file.size = 10;
    file.description = u"What to look at first"_s;
    file.hasParameters = !parameters.isEmpty();
    file.parametersDescription = parameters;
    return file;
}

} // namespace

/// A script of the library, from its form to its output.
class RunScriptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- the form

    void fieldsComeFromTheWords()
    {
        RunScriptDialog dialog(m_library,
            script(u"Looks around.\n-processName Registry  which one\n-all  hidden ones too\n<path>"_s), u"device"_s,
            m_syntax, m_look.theme);
        const auto edits = dialog.findChildren<QLineEdit *>();
        const auto checks = dialog.findChildren<QCheckBox *>();
        QCOMPARE(edits.size(), 3); // name, path, and more
        QCOMPARE(checks.size(), 1);
        QCOMPARE(edits.at(0)->placeholderText(), u"Registry"_s);
        QCOMPARE(dialog.line(), u"run triage.sh"_s);

        edits.at(0)->setText(u"my process"_s);
        checks.at(0)->setChecked(true);
        edits.at(1)->setText(u"/var/log;rm"_s);
        edits.at(2)->setText(uR"(& "a b")"_s);
        const auto invocation = parseLine(dialog.line());
        QVERIFY(invocation);
        QCOMPARE(splitArguments(invocation->value(u"parameters"_s)).value(),
            (QStringList{u"-processName"_s, u"my process"_s, u"-all"_s, u"/var/log;rm"_s, u"&"_s, u"a b"_s}));
    }

    void anOpenQuoteCannotBeSent()
    {
        RunScriptDialog dialog(m_library, script({}), u"device"_s, m_syntax, m_look.theme);
        const auto buttons = dialog.findChildren<QPushButton *>();
        QPushButton *compose = buttons.last();
        QVERIFY(compose->isEnabled());
        auto *edit = dialog.findChild<QLineEdit *>();
        edit->setText(u"it's"_s);
        QVERIFY(!compose->isEnabled());
        QVERIFY(WidgetAudit::nameless(dialog).isEmpty());
        edit->setText(u"\"it's\""_s);
        QVERIFY(compose->isEnabled());
    }

    void everyPartHasAName()
    {
        RunScriptDialog dialog(
            m_library, script(u"-a: one\n-b  a <b>switch</b> & more"_s), u"<b>device</b>"_s, m_syntax, m_look.theme);
        dialog.show();
        QCOMPARE(WidgetAudit::nameless(dialog), QStringList());
        QCOMPARE(WidgetAudit::guessing(dialog), QStringList());
        QVERIFY(!dialog.findChild<CodeView *>()->findChild<QLabel *>()->text().isEmpty());
    }

    // ---- the output

    void errorsAreMarkedByName()
    {
        CommandOutput output(Catalogue::instance().find(u"run"), OutputType::Text);
        OutputBody body(m_look.theme, m_syntax, m_look.actions);
        output.appendText("said\n");
        body.setOutput(&output);
        auto *view = body.findChild<TextView *>();
        QVERIFY(view);
        QVERIFY(!view->hasLabels());
        output.appendText("wrong\n", TextStream::Errors);
        QVERIFY(view->hasLabels());
        QCOMPARE(view->buffer()->streamOf(1), TextStream::Errors);
    }

    void theExitStatusStandsInTheHeader()
    {
        CommandRecord record = ConsoleFixture::record(7, u"run triage.sh"_s, CommandState::Failed);
        record.exitStatus = 3;
        ConsoleModel::Block block;
        block.record = std::make_shared<const CommandRecord>(record);
        BlockHeader header(m_look.theme);
        header.setBlock(block);
        const auto labels = header.findChildren<PlainLabel *>();
        const bool told = std::ranges::any_of(
            labels, [&](const PlainLabel *label) { return label->text() == Words::commandStateText(record); });
        QVERIFY(told);
        QVERIFY(Words::commandStateText(record).contains(u"exit status 3"));
        record.exitStatus.reset();
        QVERIFY(!Words::commandStateText(record).contains(u"exit status"));
    }

private:
    ConsoleFixture::Look m_look;
    Syntax m_syntax;
    TenantClient m_client;
    LibraryModel m_files;
    LibraryController m_library{m_client, m_files};
};

QTEST_MAIN(RunScriptTest)
#include "tst_runscript.moc"
