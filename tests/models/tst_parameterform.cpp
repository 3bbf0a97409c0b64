// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/parameterform.h"
#include "protocol/command/tokenizer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

class ParameterFormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesNameParameters_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("example");
        QTest::addColumn<QString>("explanation");
        QTest::addColumn<bool>("isSwitch");
        QTest::newRow("example") << u"-processName Registry"_s << u"-processName"_s << u"Registry"_s << QString()
                                 << false;
        QTest::newRow("both") << u"-days 7  how far back"_s << u"-days"_s << u"7"_s << u"how far back"_s << false;
        QTest::newRow("dash") << u"-days 7 — how far back"_s << u"-days"_s << u"7"_s << u"how far back"_s << false;
        QTest::newRow("colon") << u"-days: how far back"_s << u"-days"_s << QString() << u"how far back"_s << false;
        QTest::newRow("switch") << u"--verbose"_s << u"--verbose"_s << QString() << QString() << true;
        QTest::newRow("explained switch")
            << u"-all  hidden ones too"_s << u"-all"_s << QString() << u"hidden ones too"_s << true;
        QTest::newRow("by place") << u"<path> /var/log  where to look"_s << u"<path>"_s << u"/var/log"_s
                                  << u"where to look"_s << false;
        QTest::newRow("by place, no example") << u"<path>"_s << u"<path>"_s << QString() << QString() << false;
    }
    void linesNameParameters()
    {
        QFETCH(QString, line);
        QFETCH(QString, name);
        QFETCH(QString, example);
        QFETCH(QString, explanation);
        QFETCH(bool, isSwitch);
        const ParameterForm form = readParameterText(line);
        QCOMPARE(form.parameters.size(), 1);
        QCOMPARE(form.parameters.first(), (ScriptParameter{name, example, explanation, isSwitch}));
        QCOMPARE(form.remark, QString());
    }

    void otherLinesAreRemarks()
    {
        const ParameterForm form = readParameterText(
            u"Looks for a process.\n-processName Registry -depth 3\n-depth: how deep\n- and mind the dog"_s);
        QCOMPARE(form.remark, u"Looks for a process.\n- and mind the dog"_s);
        QCOMPARE(form.parameters,
            (QList<ScriptParameter>{
                {u"-processName"_s, u"Registry"_s, {}, false}, {u"-depth"_s, u"3"_s, u"how deep"_s, false}}));
    }

    void valuesReachTheScript()
    {
        const QList<ScriptParameter> parameters{{u"-name"_s, {}, {}, false}, {u"-all"_s, {}, {}, true},
            {u"<path>"_s, {}, {}, false}, {u"-empty"_s, {}, {}, false}};
        const QString text = parametersText(parameters, {u"it's \"here\""_s, u"-all"_s, u"/a b/;&"_s, QString()});
        const QString line = runLine(u"my script.sh"_s, text);
        const auto invocation = parseLine(line);
        QVERIFY(invocation);
        QCOMPARE(invocation->value(u"name"_s), u"my script.sh"_s);
        QCOMPARE(splitArguments(invocation->value(u"parameters"_s)).value(),
            (QStringList{u"-name"_s, u"it's \"here\""_s, u"-all"_s, u"/a b/;&"_s}));
    }

    void plainLinesStayPlain()
    {
        QCOMPARE(runLine(u"a.sh"_s, {}), u"run a.sh"_s);
        QCOMPARE(
            runLine(u"a.ps1"_s, u"-processName Registry"_s), uR"(run a.ps1 -parameters "-processName Registry")"_s);
    }
};

QTEST_GUILESS_MAIN(ParameterFormTest)
#include "tst_parameterform.moc"
