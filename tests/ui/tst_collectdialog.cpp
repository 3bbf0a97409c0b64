// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/command/grammar.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/widgetaudit.h"
#include "ui/session/collectdialog.h"
#include "ui/theme/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Client;

namespace {

constexpr qint64 GiB = 1024LL * 1024 * 1024;

CollectDialog::Facts facts()
{
    return {.device = u"<b>device</b>"_s, .downloadFolder = u"/home/ada/Downloads"_s, .mostBytes = 3 * GiB};
}

} // namespace

class CollectDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUsualNeedsNoWords()
    {
        CollectDialog dialog(facts(), m_look.theme);
        QCOMPARE(dialog.line(), u"collect"_s);
        dialog.findChildren<QRadioButton *>().at(1)->setChecked(true);
        QCOMPARE(dialog.line(), u"collect -profile full"_s);
        QCOMPARE(dialog.findChildren<QSpinBox *>().at(0)->value(), 3 * 1024);
    }

    void whatIsChosenIsInTheLine()
    {
        CollectDialog dialog(facts(), m_look.theme);
        dialog.findChild<QComboBox *>()->setCurrentIndex(2);
        dialog.findChildren<QSpinBox *>().at(0)->setValue(100);
        dialog.findChildren<QSpinBox *>().at(1)->setValue(5);
        QLineEdit *folder = nullptr;
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            if (!edit->placeholderText().isEmpty())
                folder = edit;
        }
        QVERIFY(folder);
        folder->setText(u"case 7"_s);
        const auto invocation = parseLine(dialog.line());
        QVERIFY2(invocation, qPrintable(dialog.line()));
        QCOMPARE(invocation->value(u"output_folder"_s), u"case 7"_s);
        QCOMPARE(invocation->value(u"since"_s), u"7d"_s);
        QCOMPARE(invocation->value(u"size"_s), u"100M"_s);
        QCOMPARE(invocation->value(u"time"_s), u"5m"_s);
    }

    void anImageOfTheMemoryHasRoom()
    {
        CollectDialog dialog(facts(), m_look.theme);
        auto *memory = dialog.findChild<QCheckBox *>();
        memory->setChecked(true);
        const auto invocation = parseLine(dialog.line());
        QVERIFY2(invocation, qPrintable(dialog.line()));
        QVERIFY(invocation->flags.contains(u"memory"_s));
        QCOMPARE(invocation->value(u"size"_s), u"3072M"_s);
        memory->setChecked(false);
        QCOMPARE(dialog.line(), u"collect"_s);
    }

    void aSmallLimitIsKept()
    {
        auto small = facts();
        small.mostBytes = 64 * 1024 * 1024;
        CollectDialog dialog(small, m_look.theme);
        QCOMPARE(dialog.findChildren<QSpinBox *>().at(0)->value(), 64);
        QCOMPARE(dialog.line(), u"collect"_s);
    }

    void everyPartHasAName()
    {
        auto known = facts();
        known.lastTriage = 23 * 1024 * 1024;
        CollectDialog dialog(known, m_look.theme);
        dialog.show();
        const QStringList nameless = WidgetAudit::nameless(dialog);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QCOMPARE(WidgetAudit::guessing(dialog), QStringList());
        if (const QString path = qEnvironmentVariable("SONDE_GRAB"); !path.isEmpty())
            QVERIFY(dialog.grab().save(path));
    }

private:
    ConsoleFixture::Look m_look;
};

QTEST_MAIN(CollectDialogTest)
#include "tst_collectdialog.moc"
