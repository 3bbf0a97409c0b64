// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/commandoutput.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

class ScriptOutputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- streams in one text

    void eachLineIsOfOneStream()
    {
        TextBuffer text;
        QVERIFY(!text.hasErrors());
        text.append("one\n");
        text.append("wrong\n", TextStream::Errors);
        text.append("two\nthree");
        text.append("wrong again", TextStream::Errors);
        text.append(" and on\n", TextStream::Errors);
        text.append("three goes on");
        QVERIFY(text.hasErrors());

        const QList<std::pair<QString, TextStream>> expected{{u"one"_s, TextStream::Output},
            {u"wrong"_s, TextStream::Errors}, {u"two"_s, TextStream::Output}, {u"three"_s, TextStream::Output},
            {u"wrong again and on"_s, TextStream::Errors}, {u"three goes on"_s, TextStream::Output}};
        QCOMPARE(text.lineCount(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            QCOMPARE(text.line(i), expected.at(i).first);
            QCOMPARE(text.streamOf(i), expected.at(i).second);
        }
    }

    void eachStreamComesBackAsItCame()
    {
        TextBuffer text;
        QByteArray output;
        QByteArray errors;
        for (int i = 0; i < 500; ++i) {
            const QByteArray piece = QByteArray::number(i) + (i % 3 ? "\n" : "") + (i % 7 ? "" : "\xFF");
            const bool isError = i % 5 == 0;
            text.append(piece, isError ? TextStream::Errors : TextStream::Output);
            (isError ? errors : output) += piece;
        }
        QCOMPARE(text.bytesOf(TextStream::Output), output);
        QCOMPARE(text.bytesOf(TextStream::Errors), errors);
    }

    void oneStreamCostsNothing()
    {
        TextBuffer text;
        text.append("only errors\n", TextStream::Errors);
        QCOMPARE(text.bytesOf(TextStream::Errors), "only errors\n");
        QCOMPARE(text.bytesOf(TextStream::Output), "");
        QCOMPARE(text.streamOf(0), TextStream::Errors);
    }

    // ---- the JSON of run

    void jsonHasTheFourMembers()
    {
        CommandOutput output(Catalogue::instance().find(u"run"), OutputType::Json);
        output.appendText("said\n");
        output.appendText("wrong\n", TextStream::Errors);
        output.setScript(u"a.sh"_s, 3);
        QCOMPARE(output.kind(), CommandOutput::Kind::Json);
        QSignalSpy ready(&output, &CommandOutput::jsonReady);
        output.prepareJson();
        QVERIFY(ready.wait());
        const QJsonObject expected{{u"script_name"_s, u"a.sh"_s}, {u"exit_code"_s, 3},
            {u"script_output"_s, u"said\n"_s}, {u"script_errors"_s, u"wrong\n"_s}};
        QCOMPARE(QJsonDocument::fromJson(output.json()).object(), expected);
        QCOMPARE(toJson(output.script().value()), expected);
    }

    void aSilentScriptHasJsonToo()
    {
        CommandOutput output(Catalogue::instance().find(u"run"), OutputType::Json);
        output.setScript(u"a.sh"_s, {});
        QCOMPARE(output.kind(), CommandOutput::Kind::Json);
        QCOMPARE(toJson(output.script().value()),
            (QJsonObject{{u"script_name"_s, u"a.sh"_s}, {u"exit_code"_s, QJsonValue()}, {u"script_output"_s, u""_s},
                {u"script_errors"_s, u""_s}}));
    }

    void bytesAreNotLost()
    {
        const QJsonObject json = toJson(ScriptOutput{u"a.sh"_s, 0, {}, "caf\xE9", "fine"});
        QCOMPARE(json.value("script_output"_L1).toString(), u"caf\uFFFD"_s);
        QCOMPARE(QByteArray::fromBase64(json.value("script_output_raw"_L1).toString().toLatin1()), "caf\xE9");
        QVERIFY(!json.contains("script_errors_raw"_L1));
    }

    void otherCommandsAreNoScripts()
    {
        CommandOutput output(Catalogue::instance().find(u"cd"), OutputType::Text);
        output.appendText("text");
        QVERIFY(!output.script());
        QCOMPARE(output.kind(), CommandOutput::Kind::Text);
    }
};

QTEST_GUILESS_MAIN(ScriptOutputTest)
#include "tst_scriptoutput.moc"
