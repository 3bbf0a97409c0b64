// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    QString context;
    QString source;
    QString comment;
    QString state; ///< "unfinished", "vanished"…; empty: done
    bool plural = false;
    QStringList forms;

    [[nodiscard]] QString key() const { return context + u'|' + source + u'|' + comment; }
};

QList<Entry> readEntries(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&in);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            entries.append({context, {}, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, {}});
        else if (xml.name() == "source"_L1)
            entries.last().source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            entries.last().comment = xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            entries.last().state = xml.attributes().value("type"_L1).toString();
            if (!entries.last().plural)
                entries.last().forms << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1)
            entries.last().forms << xml.readElementText();
    }
    return entries;
}

QString tsFile(const QString &language)
{
    return QStringLiteral(SONDE_SOURCE_DIR "/translations/sonde_%1.ts").arg(language);
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?(?:\\d+|n)"_s);
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

/// English, Japanese, French: whoever has the first in a text has the second or third in its translation (GLOSSARY.md).
struct Term {
    const char16_t *english;
    const char16_t *japanese;
    const char16_t *french;
};

// clang-format off
constexpr Term Glossary[] = {
    {u"live response", u"ライブ応答", u"réponse en direct"},
    {u"device inventory", u"デバイス インベントリ", u"inventaire des appareils"},
    {u"device", u"デバイス", u"appareil"},
    {u"devices", u"デバイス|台", u"appareil"},
    {u"session", u"セッション", u"session"},
    {u"sessions", u"セッション", u"session"},
    {u"start live response session", u"ライブ応答セッションの開始", u"lancer une session de réponse en direct"},
    {u"command console", u"コマンド コンソール", u"console de commande"},
    {u"command log", u"コマンド ログ", u"journal de commandes"},
    {u"command line", u"コマンド ライン", u"ligne de commande"},
    {u"command id", u"コマンド ID", u"ID de commande"},
    {u"created by", u"作成者", u"créée par"},
    {u"duration", u"継続時間", u"durée"},
    {u"job", u"ジョブ", u"tâche"},
    {u"jobs", u"ジョブ|jobs", u"tâche|jobs"},
    {u"background", u"バックグラウンド", u"arrière-plan"},
    {u"foreground", u"フォアグラウンド", u"premier plan"},
    {u"download", u"ダウンロード", u"télécharg"},
    {u"browse", u"参照", u"parcourir"},
    {u"process", u"プロセス", u"processus"},
    {u"connection", u"接続", u"connexion"},
    {u"connections", u"接続", u"connexion"},
    {u"role", u"ロール", u"rôle"},
    {u"device group", u"デバイス グループ", u"groupe d’appareils"},
    {u"automation level", u"自動修復レベル", u"niveau de correction automatique"},
    {u"inactivity timeout", u"非アクティブ タイムアウト", u"délai d’inactivité"},
    {u"settings", u"設定", u"paramètres"},
    {u"online", u"オンライン|online", u"en ligne|online"},
    {u"offline", u"オフライン", u"hors ligne"},
    {u"cancelled", u"キャンセル", u"annul"},
    {u"cancel", u"キャンセル", u"annul"},
    {u"completed", u"完了", u"terminée"},
    {u"failed", u"失敗", u"échou"},
    {u"expired", u"期限", u"expir"},
    {u"export", u"エクスポート", u"exporter"},
};
// clang-format on

bool hasTerm(const QString &text, const QString &term)
{
    const QRegularExpression whole(u"(?<![\\p{L}-])%1(?![\\p{L}-])"_s.arg(QRegularExpression::escape(term)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(whole);
}

bool hasAny(const QString &text, const QString &alternatives)
{
    for (const QString &alternative : alternatives.split(u'|')) {
        if (text.contains(alternative, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression japanese(u"\\(&[A-Z]\\)"_s);
    return text.remove(japanese).remove(u'&');
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesAndFilesAgree_data() { languages(true); }
    void sourcesAndFilesAgree();
    void everythingIsTranslated_data() { languages(true); }
    void everythingIsTranslated();
    void placeholdersAreKept_data() { languages(true); }
    void placeholdersAreKept();
    void glossaryIsRespected_data() { languages(false); }
    void glossaryIsRespected();
    void glossaryIsWrittenDown();
    void frenchTypography();
    void japaneseTypography();
    void translationsAreBuiltIn_data() { languages(true); }
    void translationsAreBuiltIn();

private:
    static void languages(bool english)
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("forms");
        if (english)
            QTest::newRow("en") << u"en"_s << 2;
        QTest::newRow("fr") << u"fr"_s << 2;
        QTest::newRow("ja") << u"ja"_s << 1;
    }
};

void TestTranslations::sourcesAndFilesAgree()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath("sonde_"_L1 + language + ".ts"_L1);
    QVERIFY(QFile::copy(tsFile(language), fresh));
    QStringList arguments{u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-I"_s, QStringLiteral(SONDE_SOURCE_DIR),
        QStringLiteral(SONDE_SOURCE_DIR "/ui"), u"-ts"_s, fresh};
    if (language == "en"_L1)
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.start(QStringLiteral(SONDE_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(90'000));
    QCOMPARE(lupdate.exitCode(), 0);

    QSet<QString> kept;
    QSet<QString> wanted;
    for (const Entry &entry : readEntries(tsFile(language)))
        kept << entry.key();
    for (const Entry &entry : readEntries(fresh))
        wanted << entry.key();
    QCOMPARE_GT(wanted.size(), 3);
    QCOMPARE((wanted - kept).values(), QStringList());
    QCOMPARE((kept - wanted).values(), QStringList());
}

void TestTranslations::everythingIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(int, forms);
    QStringList missing;
    for (const Entry &entry : readEntries(tsFile(language))) {
        const bool filled = entry.forms.size() == (entry.plural ? forms : 1) && !entry.forms.contains(QString());
        if (!entry.state.isEmpty() || !filled)
            missing << entry.key();
    }
    QCOMPARE(missing, QStringList());
}

void TestTranslations::placeholdersAreKept()
{
    QFETCH(QString, language);
    QStringList wrong;
    for (const Entry &entry : readEntries(tsFile(language))) {
        for (const QString &form : entry.forms) {
            if (placeholders(form) != placeholders(entry.source))
                wrong << entry.key();
        }
    }
    QCOMPARE(wrong, QStringList());
}

void TestTranslations::glossaryIsRespected()
{
    QFETCH(QString, language);
    QStringList wrong;
    for (const Entry &entry : readEntries(tsFile(language))) {
        const QString source = withoutMnemonic(entry.source);
        for (const Term &term : Glossary) {
            const QString wanted = QString::fromUtf16(language == "ja"_L1 ? term.japanese : term.french);
            if (hasTerm(source, QString::fromUtf16(term.english))
                && !hasAny(withoutMnemonic(entry.forms.join(u'\n')), wanted))
                wrong << u"%1 → %2, not: %3"_s.arg(QString::fromUtf16(term.english), wanted, entry.forms.join(u'/'));
        }
    }
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
}

void TestTranslations::glossaryIsWrittenDown()
{
    QFile file(QStringLiteral(SONDE_SOURCE_DIR "/GLOSSARY.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const QStringList cells = line.split(u'|'); cells.size() > 4)
            rows << cells;
    }
    for (const Term &term : Glossary) {
        const QString english = QString::fromUtf16(term.english);
        const QString singular = english.endsWith(u's') ? english.chopped(1) : english;
        const bool written = std::ranges::any_of(rows, [&](const QStringList &cells) {
            return hasAny(cells.at(1), singular) && hasAny(cells.at(2), QString::fromUtf16(term.japanese))
                && hasAny(cells.at(3), QString::fromUtf16(term.french));
        });
        QVERIFY2(written, qPrintable(english));
    }
}

void TestTranslations::frenchTypography()
{
    const QRegularExpression mistakes(u"\\p{L}'\\p{L}| [:;!?»]|« |\\x{a0}|\\p{L}[;!?](?!\\p{L})|\\p{L}: "_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList wrong;
    for (const Entry &entry : readEntries(tsFile(u"fr"_s))) {
        for (const QString &form : entry.forms) {
            // Where * and ? stand for characters of a name they are no punctuation.
            if (QString(form).replace(u"* et ?"_s, QString()).replace(u", ? "_s, QString()).contains(mistakes))
                wrong << form;
        }
    }
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
}

void TestTranslations::japaneseTypography()
{
    const QString kana = u"[ぁ-ゖァ-ヺー一-龯]"_s;
    const QRegularExpression mistakes(u"%1[,:;!?]|%1\\.(?!\\.)|%1[A-Za-z0-9%<]|[A-Za-z0-9%>]%1|[“”]"_s.arg(kana),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList wrong;
    for (const Entry &entry : readEntries(tsFile(u"ja"_s))) {
        for (const QString &form : entry.forms) {
            if (form.contains(mistakes))
                wrong << form;
        }
    }
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
}

void TestTranslations::translationsAreBuiltIn()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(":/i18n/sonde_"_L1 + language + ".qm"_L1));
    const QString one = translator.translate("Sonde::Client::DevicesPage", "%Ln device(s)", nullptr, 1);
    const QString many = translator.translate("Sonde::Client::DevicesPage", "%Ln device(s)", nullptr, 2);
    QVERIFY(!one.isEmpty());
    QCOMPARE(one != many, language != "ja"_L1);
    // Qt's own, which nobody has to have installed.
    QTranslator qt;
    if (language != "en"_L1) {
        QVERIFY(qt.load(":/i18n/qtbase_"_L1 + language + ".qm"_L1));
        QVERIFY(!qt.translate("QFileDialog", "Directory:").isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
