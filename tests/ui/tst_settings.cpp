// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controllers/tenant/knowntenants.h"
#include "tests/ui/widgetaudit.h"
#include "transport/tls/tlsclient.h"
#include "ui/dialogs/closesessiondialog.h"
#include "ui/dialogs/fingerprintquestion.h"
#include "ui/dialogs/leavedialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/signindialog.h"
#include "ui/theme/theme.h"
#include "ui/toolkit/hashfield.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultsStandOnce();
    void valuesSurviveARestart();
    void unknownValuesFallBack();
    void listsShowAllTheirChoices();
    void dialogChangesAtOnce();
    void shortcutsAreSearched();
    void signInNamesTheReason();
    void signInKnowsWhatTheCommandLineTrusts();
    void signInTakesOverWhatItTrustedEarlier();
    void fingerprintIsComparedByItself();
    void theQuestionOfTrustIsSeenWhole();
    void hashesAreCopiedWhole();
    void closingOffersThreeWays();
    void leavingNamesWhatIsUnfinished();
    void dialogsAreNamedAndPlain();

private:
    [[nodiscard]] QString file() const
    {
        return m_folder.filePath(u"%1.ini"_s.arg(QLatin1StringView(QTest::currentTestFunction())));
    }

    QTemporaryDir m_folder;
};

template<typename T>
T *named(QWidget &root, const QString &name)
{
    for (T *widget : root.findChildren<T *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

void TestSettings::defaultsStandOnce()
{
    const Settings settings(file());
    QCOMPARE(settings.get(Settled::Theme), ThemeChoice::System);
    QCOMPARE(settings.get(Settled::Language), QString());
    QCOMPARE(settings.get(Settled::TimeZone), ZoneChoice::Utc);
    QCOMPARE(settings.get(Settled::NotifyOnDesktop), true);
    QVERIFY(!settings.downloadFolder().isEmpty());
    QVERIFY2(!QFile::exists(file()), "nothing is written until something is chosen");
}

void TestSettings::valuesSurviveARestart()
{
    {
        Settings settings(file());
        QSignalSpy changed(&settings, &Settings::changed);
        settings.set(Settled::Theme, ThemeChoice::Dark);
        settings.set(Settled::Theme, ThemeChoice::Dark);
        settings.set(Settled::ConsoleFontSize, 13);
        settings.set(Settled::TrustedTenants, {u"host:1 aa"_s, u"host:2 bb"_s});
        QCOMPARE(changed.size(), 3);
    }
    const Settings settings(file());
    QCOMPARE(settings.get(Settled::Theme), ThemeChoice::Dark);
    QCOMPARE(settings.get(Settled::ConsoleFontSize), 13);
    QCOMPARE(settings.get(Settled::TrustedTenants).size(), 2);
}

void TestSettings::unknownValuesFallBack()
{
    {
        QSettings other(file(), QSettings::IniFormat);
        other.setValue(Settled::Theme.key, u"Purple"_s);
        other.setValue(Settled::ConsoleFontSize.key, QStringList{u"x"_s, u"y"_s});
    }
    const Settings settings(file());
    QCOMPARE(settings.get(Settled::Theme), ThemeChoice::System);
    QCOMPARE(settings.get(Settled::ConsoleFontSize), 0);
}

/// With the look that the program has: no choice is hidden below an edge.
void TestSettings::listsShowAllTheirChoices()
{
    Settings settings(file());
    Theme theme(settings);
    theme.applyToApplication();
    const auto back = qScopeGuard([] {
        qApp->setStyleSheet({});
        QApplication::setStyle(u"Fusion"_s); // that of the theme goes with it
    });
    SettingsDialog dialog(settings, {{u"fr"_s, u"Français"_s}, {u"ja"_s, u"日本語"_s}});
    dialog.show();
    for (const QString &name : {u"Language"_s, u"Theme"_s, u"Times are shown"_s, u"Evidence is kept"_s}) {
        auto *box = named<QComboBox>(dialog, name);
        box->showPopup();
        QTRY_VERIFY(box->view()->isVisible());
        const QModelIndex last = box->model()->index(box->count() - 1, 0);
        QVERIFY2(box->view()->visualRect(last).bottom() < box->view()->viewport()->height(), qPrintable(name));
        box->hidePopup();
    }
}

void TestSettings::dialogChangesAtOnce()
{
    Settings settings(file());
    SettingsDialog dialog(settings, {{u"fr"_s, u"Français"_s}, {u"ja"_s, u"日本語"_s}});
    dialog.show();
    auto *theme = named<QComboBox>(dialog, u"Theme"_s);
    QVERIFY(theme);
    QTest::keyClick(theme, Qt::Key_Down);
    QCOMPARE(settings.get(Settled::Theme), ThemeChoice::Light);
    auto *language = named<QComboBox>(dialog, u"Language"_s);
    QTest::keyClick(language, Qt::Key_End);
    QCOMPARE(settings.get(Settled::Language), u"ja"_s);
    auto *zone = named<QComboBox>(dialog, u"Times are shown"_s);
    QVERIFY(zone);
    QTest::keyClick(zone, Qt::Key_End);
    QCOMPARE(settings.get(Settled::TimeZone), ZoneChoice::Device);
    auto *size = named<QSpinBox>(dialog, u"Console font size"_s);
    size->setValue(14);
    QCOMPARE(settings.get(Settled::ConsoleFontSize), 14);
    size->setValue(size->minimum());
    QCOMPARE(settings.get(Settled::ConsoleFontSize), 0);
    auto *folder = named<QLineEdit>(dialog, u"Download folder"_s);
    folder->selectAll();
    QTest::keyClicks(folder, m_folder.path());
    QTest::keyClick(folder, Qt::Key_Return);
    QCOMPARE(settings.downloadFolder(), m_folder.path());
}

void TestSettings::shortcutsAreSearched()
{
    QAction cancel(u"&Cancel command"_s);
    cancel.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_C));
    QAction japanese(u"設定(&S)…"_s);
    japanese.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    QAction without(u"No key"_s);
    const auto lines = shortcutLines(u"Session"_s, {&cancel, &japanese, &without});
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).text, u"Cancel command"_s);
    QCOMPARE(lines.at(1).text, u"設定"_s);

    ShortcutsDialog dialog(lines);
    auto *list = dialog.findChild<QTreeWidget *>();
    const auto shown = [list] {
        int count = 0;
        for (int i = 0; i < list->topLevelItem(0)->childCount(); ++i)
            count += !list->topLevelItem(0)->child(i)->isHidden();
        return count;
    };
    QCOMPARE(shown(), 2);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), u"cancel"_s);
    QCOMPARE(shown(), 1);
    dialog.findChild<QLineEdit *>()->setText(u"ctrl+,"_s);
    QCOMPARE(shown(), 1);
}

void TestSettings::signInNamesTheReason()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const auto port = closed.serverPort();
    closed.close();

    Settings settings(file());
    const Theme theme(settings);
    SignInDialog dialog(QUrl(u"https://127.0.0.1:%1"_s.arg(port)), UserName(u"aya"_s),
        KnownTenants(m_folder.filePath(u"none.json"_s)), settings, theme);
    QSignalSpy confirmed(&dialog, &SignInDialog::confirmed);
    dialog.show();
    auto *signIn = named<QPushButton>(dialog, u"Sign in"_s);
    QVERIFY(signIn && !signIn->isEnabled());
    QTest::keyClicks(named<QLineEdit>(dialog, u"Password"_s), u"secret"_s);
    QVERIFY(signIn->isEnabled());
    QTest::mouseClick(signIn, Qt::LeftButton);
    QTRY_VERIFY(signIn->isEnabled());
    bool said = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        said |= label->isVisible() && label->text().contains("127.0.0.1"_L1) && label->wordWrap();
    QVERIFY(said);
    QVERIFY(confirmed.isEmpty());
    QVERIFY(!dialog.asksForTrust());
}

namespace {

/// The fingerprint that a sign-in goes out with at once; empty when the dialog has to ask for one.
QString trusted(SignInDialog &dialog)
{
    QString fingerprint;
    QObject::connect(&dialog, &SignInDialog::confirmed, &dialog,
        [&](const Credentials &credentials) { fingerprint = credentials.fingerprint; });
    named<QLineEdit>(dialog, u"Password"_s)->setText(u"secret"_s);
    named<QPushButton>(dialog, u"Sign in"_s)->click();
    return fingerprint;
}

} // namespace

/// What one of the two programs was told to trust, the other trusts too.
void TestSettings::signInKnowsWhatTheCommandLineTrusts()
{
    const KnownTenants known(m_folder.filePath(u"known/tenants.json"_s));
    known.remember(QUrl(u"https://soc.example:8443"_s), u"aa:bb:cc"_s);
    Settings settings(file());
    const Theme theme(settings);
    SignInDialog dialog(QUrl(u"https://SOC.example:8443"_s), UserName(u"aya"_s), known, settings, theme);
    QCOMPARE(trusted(dialog), u"aabbcc"_s);
    SignInDialog other(QUrl(u"https://127.0.0.1:1"_s), UserName(u"aya"_s), known, settings, theme);
    QCOMPARE(trusted(other), QString());
}

/// A list of the dialog's own, as earlier versions kept it.
void TestSettings::signInTakesOverWhatItTrustedEarlier()
{
    const KnownTenants known(m_folder.filePath(u"earlier.json"_s));
    known.remember(QUrl(u"https://both.example"_s), u"11"_s);
    Settings settings(file());
    settings.set(Settled::TrustedTenants, {u"old.example:7443 aabb"_s, u"both.example:443 22"_s, u"nonsense"_s});
    const Theme theme(settings);
    SignInDialog dialog(QUrl(u"https://old.example:7443"_s), UserName(u"aya"_s), known, settings, theme);
    QCOMPARE(known.fingerprint(QUrl(u"https://old.example:7443"_s)), u"aabb"_s);
    QCOMPARE(known.fingerprint(QUrl(u"https://both.example"_s)), u"11"_s); // what the common store says stands
    QCOMPARE(settings.get(Settled::TrustedTenants), QStringList()); // once: what is withdrawn there does not come back
    QCOMPARE(trusted(dialog), u"aabb"_s);
}

void TestSettings::fingerprintIsComparedByItself()
{
    Settings settings(file());
    const Theme theme(settings);
    FingerprintQuestion question(theme);
    QSignalSpy compared(&question, &FingerprintQuestion::compared);
    QVERIFY(question.isHidden());
    const QString asked = QString::fromLatin1(QCryptographicHash::hash("ca", QCryptographicHash::Sha256).toHex());
    question.ask(asked);
    question.show();
    QVERIFY(QTest::qWaitForWindowExposed(&question));
    // All of it, grouped as the service prints it, in two lines of the same length.
    auto *shown = question.findChild<QPlainTextEdit *>();
    const QStringList lines = shown->toPlainText().split(u'\n');
    QCOMPARE(lines.join(QString()), groupedFingerprint(asked));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).count(u':'), 8);
    QVERIFY(shown->viewport()->width() >= QFontMetrics(shown->font()).horizontalAdvance(lines.at(0)));
    QVERIFY(shown->viewport()->height() >= 2 * QFontMetrics(shown->font()).lineSpacing());

    auto *given = named<QLineEdit>(question, u"The fingerprint given to you"_s);
    QVERIFY(!question.isSame());
    const QString pasted = u"  "_s + lines.join(u' ') + u'\n';
    for (const QString &form : {asked, asked.toUpper(), groupedFingerprint(asked), pasted}) {
        given->setText(form);
        QCOMPARE(question.isSame(), std::optional(true));
    }
    given->setText(asked.first(60));
    QVERIFY(!question.isSame()); // not whole yet
    given->setText(asked.first(60) + u"0000"_s);
    QCOMPARE(question.isSame(), std::optional(false));
    QVERIFY(compared.size() >= 6);
    question.ask({});
    QVERIFY(question.isHidden() && question.fingerprint().isEmpty() && given->text().isEmpty());
}

/// The dialog grows with its question; the way on stands out when somebody has compared, and what was answered is not asked again.
void TestSettings::theQuestionOfTrustIsSeenWhole()
{
    Settings settings(file());
    const Theme theme(settings);
    SignInDialog dialog(
        QUrl(u"https://h:1"_s), UserName(u"mia"_s), KnownTenants(m_folder.filePath(u"trust.json"_s)), settings, theme);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    named<QLineEdit>(dialog, u"Password"_s)->setText(u"secret"_s);
    const auto *way = named<QPushButton>(dialog, u"Sign in"_s);
    QVERIFY(way && way->isDefault());
    const int before = dialog.height();
    auto *question = dialog.findChild<FingerprintQuestion *>();
    const QString asked = QString::fromLatin1(QCryptographicHash::hash("ca", QCryptographicHash::Sha256).toHex());
    question->ask(asked);
    QVERIFY(dialog.asksForTrust());
    QTRY_COMPARE_GT(dialog.height(), before);
    QTRY_VERIFY(dialog.rect().contains(question->geometry()));
    for (const QWidget *part : question->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        const int needed =
            part->hasHeightForWidth() ? part->heightForWidth(part->width()) : part->minimumSizeHint().height();
        QVERIFY2(!part->isVisible() || part->height() >= needed, part->metaObject()->className());
    }
    QCOMPARE(way->text(), u"Trust this tenant and sign in"_s);
    QVERIFY(!way->isDefault() && !way->autoDefault());
    auto *given = named<QLineEdit>(dialog, u"The fingerprint given to you"_s);
    given->setText(asked);
    QVERIFY(way->isDefault());
    given->setText(QString(64, u'0'));
    QVERIFY(!way->isDefault() && !way->isEnabled());
    given->setText(asked);
    QSignalSpy confirmed(&dialog, &SignInDialog::confirmed);
    QTest::mouseClick(named<QPushButton>(dialog, way->text()), Qt::LeftButton);
    QCOMPARE(confirmed.size(), 1);
    dialog.showRefusal({ErrorCode::SignInFailed, {}, {}, {}});
    QVERIFY(!dialog.asksForTrust() && question->isHidden());
    QCOMPARE(way->text(), u"Sign in"_s);
}

void TestSettings::hashesAreCopiedWhole()
{
    Settings settings(file());
    const Theme theme(settings);
    HashField field(theme);
    field.setName(u"SHA-256"_s);
    const QString hash(64, u'a');
    field.setHash(hash);
    field.resize(200, 80); // too narrow for a line
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    auto *text = field.findChild<QPlainTextEdit *>();
    QVERIFY(text->height() > 2 * QFontMetrics(text->font()).lineSpacing());
    text->selectAll();
    text->copy();
    QCOMPARE(QApplication::clipboard()->text(), hash);
    QApplication::clipboard()->clear();
    field.setHash(u"aaaa:bbbb"_s, u"aaaa:\nbbbb"_s);
    text->selectAll();
    text->copy();
    QCOMPARE(QApplication::clipboard()->text(), u"aaaa:bbbb"_s);
    QApplication::clipboard()->clear();
    auto *button = field.findChild<QToolButton *>();
    QCOMPARE(button->accessibleName(), u"Copy SHA-256"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"aaaa:bbbb"_s);
}

void TestSettings::closingOffersThreeWays()
{
    CloseSessionDialog dialog(u"srv-db-3"_s, 2);
    QSignalSpy left(&dialog, &CloseSessionDialog::leaveChosen);
    QSignalSpy ended(&dialog, &CloseSessionDialog::disconnectChosen);
    dialog.show();
    QVERIFY(named<QPushButton>(dialog, u"Leave it running"_s)->isDefault());
    QVERIFY(named<QPushButton>(dialog, u"Cancel"_s));
    QTest::mouseClick(named<QPushButton>(dialog, u"Disconnect session"_s), Qt::LeftButton);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(left.size(), 0);
}

/// What moves and what is held is listed; of a tenant elsewhere, things may run on.
void TestSettings::leavingNamesWhatIsUnfinished()
{
    const Unfinished unfinished{{}, {u"big.bin · 40 %"_s}, {u"srv-db-3 · 2026-11-26 17:31:34 UTC"_s}};
    QVERIFY(!unfinished.isEmpty());
    LeaveDialog elsewhere(unfinished, false);
    elsewhere.show();
    QString said;
    for (const QLabel *label : elsewhere.findChildren<QLabel *>())
        said += label->text() + u'\n';
    QVERIFY2(said.contains(unfinished.moving.first()) && said.contains(unfinished.held.first()), qPrintable(said));
    QSignalSpy left(&elsewhere, &LeaveDialog::leaveChosen);
    QSignalSpy ended(&elsewhere, &LeaveDialog::disconnectChosen);
    QTest::mouseClick(named<QPushButton>(elsewhere, u"Leave running"_s), Qt::LeftButton);
    QCOMPARE(left.size(), 1);
    QCOMPARE(ended.size(), 0);
    LeaveDialog embedded(unfinished, true);
    embedded.show();
    QVERIFY(!named<QPushButton>(embedded, u"Leave running"_s)); // nothing does, when the tenant ends with the window
}

void TestSettings::dialogsAreNamedAndPlain()
{
    Settings settings(file());
    SettingsDialog first(settings, {{u"fr"_s, u"Français"_s}});
    ShortcutsDialog second({{u"a"_s, u"b"_s, u"c"_s}});
    const Theme theme(settings);
    SignInDialog third(
        QUrl(u"https://h"_s), UserName(), KnownTenants(m_folder.filePath(u"none.json"_s)), settings, theme);
    CloseSessionDialog fourth(u"<b>x</b>"_s, 1);
    for (QDialog *dialog : std::initializer_list<QDialog *>{&first, &second, &third, &fourth}) {
        dialog->show();
        QCOMPARE(WidgetAudit::nameless(*dialog).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::guessing(*dialog).join(u'\n'), QString());
        QCOMPARE(WidgetAudit::unexplained(*dialog).join(u'\n'), QString());
    }
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
