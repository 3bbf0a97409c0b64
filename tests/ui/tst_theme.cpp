// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/columnfit.h"
#include "ui/theme/icons.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>
#include <QTreeView>

using namespace Sonde;
using namespace Sonde::Client;
using namespace Qt::StringLiterals;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The style asks its theme, which is gone by then.
    void cleanup()
    {
        qApp->setStyleSheet({});
        QApplication::setStyle(u"fusion"_s);
    }

    void textStandsOut_data();
    void textStandsOut();
    void controlsStandOut();
    void whatIsDisabledIsSeen();
    void palettesStandOut_data();
    void palettesStandOut();
    void nothingStaysLightInTheDark();
    void denseScriptsAreNotHeavyWhereSmall();
    void sheetHasNoPlaceholderLeft();
    void settingForcesTheScheme();
    void fontsFollowTheSettings();
    void theStyleOutlivesItsTheme();
    void placeholdersStandOut();
    void iconsAreDrawnInTheirTint();
    void toolTipsAreTakenLiterally();
    void linesBreakWhereAReaderExpects();
    void aHashBreaksWhereThereIsLittleRoom();
    void messagesAreSeenWhole();
    void columnsShareTheWidth();
    void whatColumnsDoNotNeedGoesToCutCells();
    void timesAreNeverCut();
    void nothingIsCutBesideEmptyRoom();
    void onlyWhatIsInViewIsMeasured();
    void sizedColumnsStay();
    void hiddenColumnsStayAway();
    void aVeryLongTitlePushesNobodyOut();
    void aLongTitleIsReadWhereThereIsRoom();
    void clocksAskForALayoutOnlyWhenTheyNeedOne();
    void consoleFontReachesWidgets();

private:
    struct Table;
};

/// As large as its text, also after a longer one, and with every font.
void TestTheme::clocksAskForALayoutOnlyWhenTheyNeedOne()
{
    QWidget page;
    auto *layout = new QHBoxLayout(&page);
    auto *clock = new SteadyLabel(&page);
    auto *rest = new QWidget(&page);
    layout->addWidget(clock);
    layout->addWidget(rest, 1);
    page.resize(600, 40);
    page.show();
    clock->setText(u"00:00:12"_s);
    QTRY_VERIFY(clock->width() > 20);
    const int width = clock->width();
    clock->setText(u"not while a command runs"_s);
    QTRY_VERIFY(clock->width() > 2 * width);
    clock->setText(u"00:00:12"_s);
    QTRY_COMPARE(clock->width(), width);
    QFont large = clock->font();
    large.setPointSize(2 * large.pointSize());
    page.setFont(large);
    QTRY_VERIFY(clock->width() > width);
    QCOMPARE(clock->text(), u"00:00:12"_s);
}

/// A label that is given the console's font shows it, and not the interface's in its size.
void TestTheme::consoleFontReachesWidgets()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const Theme theme(settings);
    QLabel label;
    label.setFont(theme.consoleFont());
    QCOMPARE(label.font().families(), theme.consoleFont().families());
    QVERIFY(!theme.consoleFont().families().isEmpty());
}

void TestTheme::textStandsOut_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Color>("text");
    QTest::addColumn<Color>("ground");
    const QList<std::pair<Color, QList<Color>>> pairs{
        {Color::Text, {Color::Surface, Color::Raised, Color::Sunken, Color::Hover, Color::Match}},
        {Color::DimText, {Color::Surface, Color::Raised, Color::Sunken, Color::Hover, Color::Selection}},
        {Color::SelectionText, {Color::Selection}},
        {Color::AccentText, {Color::Accent}},
        {Color::Accent, {Color::Surface, Color::Raised}},
        {Color::Good, {Color::Surface, Color::Raised, Color::Selection, Color::Hover}},
        {Color::Warning, {Color::Surface, Color::Raised, Color::Selection, Color::Hover}},
        {Color::Bad, {Color::Surface, Color::Raised, Color::Selection, Color::Hover}},
        {Color::CodeKey, {Color::Surface, Color::Raised}},
        {Color::CodeString, {Color::Surface, Color::Raised}},
        {Color::CodeNumber, {Color::Surface, Color::Raised}},
        {Color::CodeKeyword, {Color::Surface, Color::Raised}},
        {Color::CodeComment, {Color::Surface, Color::Raised}},
    };
    for (const bool dark : {false, true}) {
        for (const auto &[text, grounds] : pairs) {
            for (const Color ground : grounds)
                QTest::addRow("%s %d on %d", dark ? "dark" : "light", int(text), int(ground)) << dark << text << ground;
        }
    }
}

void TestTheme::textStandsOut()
{
    QFETCH(bool, dark);
    QFETCH(Color, text);
    QFETCH(Color, ground);
    const Colors &colors = dark ? darkColors() : lightColors();
    QCOMPARE_GE(contrast(pick(colors, text), pick(colors, ground)), 4.5);
}

void TestTheme::whatIsDisabledIsSeen()
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"settings.ini"_s));
        settings.set(Settled::Theme, choice);
        const Theme theme(settings);
        const QImage drawn = theme.icon(u"close"_s, Color::DimText).pixmap(QSize(32, 32), 1, QIcon::Disabled).toImage();
        double most = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                if (drawn.pixelColor(x, y).alpha() == 255)
                    most = std::max(most, contrast(drawn.pixelColor(x, y), theme.color(Color::Surface)));
            }
        }
        QCOMPARE_GE(most, 2.9);
    }
}

void TestTheme::controlsStandOut()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    for (const Colors &colors : {lightColors(), darkColors()}) {
        QCOMPARE_GE(contrast(pick(colors, Color::ControlBorder), pick(colors, Color::Surface)), 3.0);
        QCOMPARE_GE(contrast(pick(colors, Color::Accent), pick(colors, Color::Surface)), 3.0);
    }
}

void TestTheme::palettesStandOut_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QPalette::ColorRole>("text");
    QTest::addColumn<QPalette::ColorRole>("ground");
    using enum QPalette::ColorRole;
    const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{{WindowText, Window}, {Text, Base},
        {Text, AlternateBase}, {ButtonText, Button}, {ToolTipText, ToolTipBase}, {HighlightedText, Highlight},
        {PlaceholderText, Base}, {Link, Base}, {LinkVisited, Base}, {Link, Window}};
    for (const bool dark : {false, true}) {
        for (const auto &[text, ground] : pairs)
            QTest::addRow("%s %d on %d", dark ? "dark" : "light", text, ground) << dark << text << ground;
    }
}

/// What Qt paints by itself, in every state of a window and of its parts.
void TestTheme::palettesStandOut()
{
    QFETCH(bool, dark);
    QFETCH(QPalette::ColorRole, text);
    QFETCH(QPalette::ColorRole, ground);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    settings.set(Settled::Theme, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    Theme theme(settings);
    theme.applyToApplication();
    const QPalette palette = QApplication::palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        QCOMPARE_GE(contrast(palette.color(group, text), palette.color(group, ground)), 4.5);
        const bool isDark = palette.color(group, ground).lightnessF() < 0.5;
        QCOMPARE(isDark, dark);
    }
    qApp->setStyleSheet({});
}

void TestTheme::nothingStaysLightInTheDark()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    settings.set(Settled::Theme, ThemeChoice::Dark);
    Theme theme(settings);
    theme.applyToApplication();
    QStandardItemModel model(3, 2);
    std::vector<std::unique_ptr<QWidget>> parts;
    const auto add = [&parts](auto part) -> auto & {
        auto &added = *part;
        parts.push_back(std::move(part));
        return added;
    };
    add(std::make_unique<QTableView>()).setModel(&model);
    add(std::make_unique<QTreeView>()).setModel(&model);
    add(std::make_unique<QListView>()).setModel(&model);
    add(std::make_unique<QHeaderView>(Qt::Horizontal)).setModel(&model);
    add(std::make_unique<QMenu>()).addAction(u"Action"_s);
    add(std::make_unique<QTabWidget>()).addTab(new QWidget, u"Tab"_s);
    add(std::make_unique<QScrollArea>()).setWidget(new QLabel(u"Text"_s));
    add(std::make_unique<QMessageBox>(QMessageBox::Question, u"Title"_s, u"Text"_s, QMessageBox::Ok));
    add(std::make_unique<QFileDialog>()).setOption(QFileDialog::DontUseNativeDialog);
    add(std::make_unique<QGroupBox>(u"Group"_s));
    add(std::make_unique<QTextEdit>());
    add(std::make_unique<QPlainTextEdit>());
    add(std::make_unique<QSpinBox>());
    add(std::make_unique<QComboBox>()).addItem(u"Choice"_s);
    add(std::make_unique<QProgressBar>());
    add(std::make_unique<QDockWidget>(u"Dock"_s)).setWidget(new QLabel(u"Text"_s));
    add(std::make_unique<QStatusBar>()).showMessage(u"Message"_s);
    for (const auto &part : parts) {
        part->resize(320, 200);
        const QImage seen = part->grab().toImage();
        qint64 light = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x)
                light += seen.pixelColor(x, y).lightnessF() > 0.55;
        }
        // Words are light, and take little of it.
        const double share = double(light) / double(seen.width() * seen.height());
        QVERIFY2(
            share < 0.12, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(part->metaObject()->className())).arg(share)));
    }
    qApp->setStyleSheet({});
}

void TestTheme::denseScriptsAreNotHeavyWhereSmall()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    Theme theme(settings);
    theme.applyToApplication();
    const auto rule = [] {
        const QString sheet = qApp->styleSheet();
        const qsizetype at = sheet.indexOf("QHeaderView::section {"_L1);
        return sheet.sliced(at, sheet.indexOf(u'}', at) - at);
    };
    QVERIFY2(rule().contains("font-weight: 600"_L1), qPrintable(rule()));
    theme.setLanguage(u"ja"_s);
    QVERIFY2(rule().contains("font-weight: normal"_L1), qPrintable(rule()));
    qApp->setStyleSheet({});
}

void TestTheme::sheetHasNoPlaceholderLeft()
{
    QFile file(u":/theme/sonde.qss"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString sheet = QString::fromUtf8(file.readAll());
    sheet.remove(QRegularExpression(u"/\\*.*?\\*/"_s)); // comments name the placeholders
    const QString made = styleSheet(sheet, lightColors(), QFont(QString(), 10));
    QVERIFY(!made.contains(u'@'));
    QVERIFY(made.contains(lightColors().at(size_t(Color::Accent)).name()));
    QVERIFY(made.contains("14.0pt"_L1));
}

void TestTheme::settingForcesTheScheme()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    Theme theme(settings);
    QSignalSpy changed(&theme, &Theme::changed);
    settings.set(Settled::Theme, ThemeChoice::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(theme.color(Color::Surface), pick(darkColors(), Color::Surface));
    settings.set(Settled::Theme, ThemeChoice::Light);
    QVERIFY(!theme.isDark());
    settings.set(Settled::DownloadFolder, folder.path());
    QCOMPARE(changed.size(), 2);
}

void TestTheme::theStyleOutlivesItsTheme()
{
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        Theme(settings).applyToApplication();
    }
    qApp->setStyleSheet({});
    QCOMPARE_GT(QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize), 0);
}

void TestTheme::fontsFollowTheSettings()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    Theme theme(settings);
    settings.set(Settled::ConsoleFontSize, 17);
    QCOMPARE(theme.consoleFont().pointSize(), 17);
    QVERIFY(theme.consoleFont().fixedPitch());
    settings.set(Settled::InterfaceFontSize, 15);
    QCOMPARE(theme.interfaceFont().pointSize(), 15);
}

/// Also where a style sheet colours the text.
void TestTheme::placeholdersStandOut()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    Theme theme(settings);
    theme.applyToApplication();
    QLineEdit field;
    field.setPlaceholderText(u"Filter"_s);
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QCOMPARE(field.palette().color(QPalette::PlaceholderText), theme.color(Color::DimText));
    qApp->setStyleSheet({});
}

void TestTheme::iconsAreDrawnInTheirTint()
{
    const QStringList names = QDir(u":/icons"_s).entryList();
    QCOMPARE_GT(names.size(), 20);
    for (const QString &name : names) {
        const QIcon icon = tintedIcon(name.chopped(4), Qt::red, Qt::gray);
        const QImage image = icon.pixmap(QSize(32, 32), 2.0).toImage();
        QCOMPARE(image.width(), 64);
        bool drawn = false;
        for (int y = 0; y < image.height() && !drawn; ++y) {
            for (int x = 0; x < image.width() && !drawn; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                drawn = name == "sonde.svg"_L1 ? pixel.alpha() > 0
                                               : pixel.alpha() > 200 && pixel.red() > 200 && pixel.green() < 60;
            }
        }
        QVERIFY2(drawn, qUtf8Printable(name));
    }
}

void TestTheme::toolTipsAreTakenLiterally()
{
    const QString hostile = u"<img src=x> & \"quoted\"\nsecond line"_s;
    QTextDocument document;
    document.setHtml(plainToolTip(hostile));
    QCOMPARE(document.toPlainText(), hostile);
    QCOMPARE(plainToolTip({}), QString());
    QCOMPARE(PlainLabel(hostile).textFormat(), Qt::PlainText);
}

/// Three columns, the middle one growing and the last the least important.
struct TestTheme::Table {
    Table()
    {
        for (const int column : {0, 1, 2})
            model.setItem(0, column, new QStandardItem);
        view.setModel(&model);
        fit = new ColumnFit(view, {{0, 20, 10}, {1, 20, 10, true}, {2, 20, 10}});
    }

    void show(int letters)
    {
        view.resize(letters * view.fontMetrics().horizontalAdvance(u'n'), 200);
        view.show();
        QCoreApplication::sendPostedEvents();
    }
    [[nodiscard]] int width() const { return view.columnWidth(0) + view.columnWidth(1) + view.columnWidth(2); }

    QStandardItemModel model{1, 3};
    QTableView view;
    ColumnFit *fit = nullptr;
};

/// What keeps a line from breaking is seen and nothing else: neither read out, nor copied.
void TestTheme::linesBreakWhereAReaderExpects()
{
    const QString joiner(QChar(0x2060));
    QCOMPARE(unbroken(u"after 96 ms, or 12 %"_s), u"after 96\u00A0ms, or 12\u00A0%"_s);
    QCOMPARE(unbroken(u"[-all]"_s), u"[-%1all]"_s.arg(joiner));
    QCOMPARE(unbroken(u"add -no-wait."_s), u"add -%1no-%1wait."_s.arg(joiner));
    QCOMPARE(unbroken(u"“--all” x-ray – 5 - 3 · 5 said"_s), u"“-%1-%1all” x-ray – 5 - 3 · 5 said"_s.arg(joiner));

    const QString said = u"It took 96 ms; add -auto."_s;
    PlainLabel label(said);
    const QLabel &shown = label;
    QCOMPARE(shown.text(), said); // on one line nothing breaks
    label.setWordWrap(true);
    QCOMPARE(label.text(), said);
    QCOMPARE(shown.text(), unbroken(said));
    QCOMPARE(label.accessibleName(), said);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.show();
    label.setFocus();
    label.setSelection(0, int(shown.text().size()));
    QTest::keySequence(&label, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), said);
    label.setText(u"Nothing to join"_s);
    QCOMPARE(label.accessibleName(), QString());
    label.setAccessibleName(u"Its own"_s);
    label.setText(said);
    QCOMPARE(label.accessibleName(), u"Its own"_s);
}

/// What lets it break is for the eye alone, too.
void TestTheme::aHashBreaksWhereThereIsLittleRoom()
{
    const QString hash(64, u'a');
    const QString said = u"sam has denied “undo -approve %1”."_s.arg(hash);
    PlainLabel label;
    label.setWordWrap(true);
    label.setText(said);
    QCOMPARE_LT(label.minimumSizeHint().width(), label.fontMetrics().horizontalAdvance(hash) / 2);
    QCOMPARE(label.text(), said);
    QCOMPARE(label.accessibleName(), said);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.show();
    label.setFocus();
    label.setSelection(0, int(static_cast<const QLabel &>(label).text().size()));
    QTest::keySequence(&label, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), said);
    label.setText(u"Words of a language stay whole."_s);
    QCOMPARE(static_cast<const QLabel &>(label).text(), u"Words of a language stay whole."_s);
}

/// As long as it may be, a message is not cut.
void TestTheme::messagesAreSeenWhole()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    Theme theme(settings);
    theme.applyToApplication();
    for (int words = 1; words < 40; ++words) {
        const QString said = QStringList(words, u"written"_s).join(u' ');
        QMessageBox box(QMessageBox::Information, u"Exported"_s, said);
        showPlain(box);
        box.show();
        const auto *label = box.findChild<QLabel *>(u"qt_msgbox_label"_s);
        QVERIFY(label);
        const int least = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->wordWrap() || label->width() >= label->fontMetrics().horizontalAdvance(said), qPrintable(said));
        QCOMPARE_GE(label->height(), least);
        QCOMPARE_GE(label->width(), 360);
    }
}

void TestTheme::columnsShareTheWidth()
{
    Table table;
    for (const int letters : {160, 60, 48}) { // more than they wish, less, and hardly enough
        table.show(letters);
        QVERIFY(!table.view.isColumnHidden(2));
        QCOMPARE_LE(table.width(), table.view.viewport()->width());
        QCOMPARE_GE(table.width(), table.view.viewport()->width() - 3); // what rounding leaves
    }
    table.show(160);
    QCOMPARE(table.view.columnWidth(0), table.view.columnWidth(2));
    QCOMPARE_GT(table.view.columnWidth(1), table.view.columnWidth(0));
    table.show(32);
    QVERIFY(table.view.isColumnHidden(2));
    QVERIFY(!table.view.isColumnHidden(1));
    table.show(160);
    QVERIFY(!table.view.isColumnHidden(2));
}

void TestTheme::nothingIsCutBesideEmptyRoom()
{
    Table table;
    const QString longText = u"Full – remediate threats automatically"_s;
    table.show(160);
    auto *row = new QStandardItem(longText);
    table.model.appendRow({new QStandardItem, new QStandardItem, row});
    const int wanted = table.view.fontMetrics().horizontalAdvance(longText);
    QTRY_COMPARE_GT(table.view.columnWidth(2), wanted);
    QCOMPARE_LE(table.width(), table.view.viewport()->width());
}

void TestTheme::whatColumnsDoNotNeedGoesToCutCells()
{
    Table table;
    table.show(60); // less than all wish
    const auto wanted = [&table](const QString &text) { return table.view.fontMetrics().horizontalAdvance(text); };
    const QString longText = u"How long a session lasts without a command"_s;
    table.model.item(0, 2)->setText(longText);
    QTRY_COMPARE_GT(table.view.columnWidth(2), wanted(longText));
    QCOMPARE_LE(table.width(), table.view.viewport()->width());
    QVERIFY(!table.view.isColumnHidden(0));
    // Who lacks little gets all of it.
    const QString shortText = u"inactivity-minutes-all"_s;
    table.model.item(0, 0)->setText(shortText);
    QTRY_COMPARE_GT(table.view.columnWidth(0), wanted(shortText));
    QCOMPARE_LE(table.width(), table.view.viewport()->width());
}

void TestTheme::timesAreNeverCut()
{
    QStandardItemModel model(1, 2);
    const QString time = u"2026-11-28 04:26:41.000 UTC"_s;
    model.setItem(0, 0, new QStandardItem(time));
    model.setItem(0, 1, new QStandardItem(time + time));
    QTableView view;
    view.setModel(&model);
    const ColumnFit fit(view, {{1, 20, 10, true}, ColumnFit::whole(0, 10)});
    view.resize(45 * view.fontMetrics().horizontalAdvance(u'n'), 200);
    view.show();
    QTRY_COMPARE_GT(view.columnWidth(0), view.fontMetrics().horizontalAdvance(time));
}

void TestTheme::onlyWhatIsInViewIsMeasured()
{
    class Counting final : public QStyledItemDelegate
    {
    public:
        QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
        {
            ++measured;
            return QStyledItemDelegate::sizeHint(option, index);
        }
        mutable int measured = 0;
    } counting;
    Table table;
    table.view.setItemDelegate(&counting);
    table.model.setRowCount(20'000);
    table.show(160);
    QTRY_COMPARE_GT(counting.measured, 0);
    const int before = counting.measured;
    table.model.appendRow(new QStandardItem(u"one more"_s));
    QTRY_COMPARE_GT(counting.measured, before);
    QCOMPARE_LE(counting.measured - before, 300);
    table.view.setItemDelegate(nullptr);
}

void TestTheme::sizedColumnsStay()
{
    Table table;
    table.show(120);
    table.view.horizontalHeader()->resizeSection(0, 77);
    QCOMPARE(table.view.columnWidth(0), 77);
    table.show(150);
    QCOMPARE(table.view.columnWidth(0), 77);

    Table later;
    later.fit->restore(table.fit->state());
    later.show(150);
    QCOMPARE(later.view.columnWidth(0), 77);
    later.fit->restore("something else");
    QCOMPARE(later.view.columnWidth(0), 77);
}

void TestTheme::hiddenColumnsStayAway()
{
    Table table;
    table.fit->setShown(1, false);
    table.show(160);
    QVERIFY(table.view.isColumnHidden(1));
    QVERIFY(!table.view.isColumnHidden(2));

    Table later;
    later.fit->restore(table.fit->state());
    later.show(160);
    QVERIFY(later.view.isColumnHidden(1));
    QVERIFY(!later.fit->isShown(1));
    later.fit->setShown(1, true);
    QVERIFY(!later.view.isColumnHidden(1));
    later.show(32);
    QVERIFY(later.view.isColumnHidden(2)); // no room
    QVERIFY(later.fit->isShown(2));        // and still wanted
}

void TestTheme::aVeryLongTitlePushesNobodyOut()
{
    Table table;
    table.model.setHorizontalHeaderItem(1, new QStandardItem(QString(60, u'm')));
    table.show(60);
    QVERIFY(!table.view.isColumnHidden(2));
    QCOMPARE_LE(table.width(), table.view.viewport()->width());
}

void TestTheme::aLongTitleIsReadWhereThereIsRoom()
{
    Table table;
    table.model.setHorizontalHeaderItem(2, new QStandardItem(u"Niveau de correction automatique"_s));
    table.show(160);
    QCOMPARE_GE(table.view.columnWidth(2), table.view.horizontalHeader()->sectionSizeHint(2));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
