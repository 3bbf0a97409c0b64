// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

/// The arrows of the architecture, as the sources keep them: each `#include "…"` names a file of its own layer or of one below.
class TestLayers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sourcesKeepTheArrows();
    void seesAWrongInclude_data();
    void seesAWrongInclude();

private:
    QString anyHeaderOf(const QString &layer) const { return m_layersOfHeader.key({layer}); }
    QStringList wrongIncludes(const QString &file, const QString &text) const;

    QHash<QString, QStringList> m_layersOfHeader;
    QHash<QString, QString> m_sources; ///< text by path in the source tree
};

namespace {

/// The layers right below each one.
const QHash<QString, QStringList> &arrows()
{
    static const QHash<QString, QStringList> arrows{
        {u"ui"_s, {u"ui/words"_s, u"controllers"_s}},
        {u"ui/cli"_s, {u"ui/words"_s, u"controllers"_s}},
        {u"ui/words"_s, {u"protocol"_s}},
        {u"controllers"_s, {u"models"_s, u"protocol/transport"_s}},
        {u"models"_s, {u"protocol"_s}},
        {u"service"_s, {u"protocol/signing"_s, u"protocol/transport"_s}},
        {u"agent"_s, {u"agent/formats"_s, u"protocol/transport"_s}},
        {u"agent/formats"_s, {u"protocol/signing"_s}},
        {u"protocol/signing"_s, {u"protocol"_s}},
        {u"protocol/transport"_s, {u"protocol"_s}},
        {u"protocol"_s, {}},
    };
    return arrows;
}

/// The layer a file belongs to: the longest of the names above that its path begins with.
QString layerOf(const QString &file)
{
    QString layer;
    for (const auto &name : arrows().keys()) {
        if (file.startsWith(name + u'/') && name.size() > layer.size())
            layer = name;
    }
    return layer;
}

bool mayInclude(const QString &from, const QString &to)
{
    return from == to
        || std::ranges::any_of(arrows().value(from), [&](const QString &below) { return mayInclude(below, to); });
}

} // namespace

void TestLayers::initTestCase()
{
    const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
    for (const auto &folder : {u"protocol"_s, u"service"_s, u"agent"_s, u"models"_s, u"controllers"_s, u"ui"_s}) {
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QString path = root.relativeFilePath(file.fileName());
            m_sources.insert(path, QString::fromUtf8(file.readAll()));
            if (path.endsWith(".h"_L1))
                m_layersOfHeader[path.section(u'/', -1)] += layerOf(path);
        }
    }
    QVERIFY(m_sources.size() > 20);
}

QStringList TestLayers::wrongIncludes(const QString &file, const QString &text) const
{
    static const QRegularExpression include(
        uR"re(^\s*#\s*include\s*"([^"]+)")re"_s, QRegularExpression::MultilineOption);
    QStringList wrong;
    for (const auto &match : include.globalMatch(text)) {
        const QString header = match.captured(1);
        if (header.endsWith(".moc"_L1))
            continue;
        const auto layers = m_layersOfHeader.value(header);
        const auto reachable = [&](const QString &layer) { return mayInclude(layerOf(file), layer); };
        if (header.contains(u'/'))
            wrong += u"%1: \"%2\" is not a bare file name"_s.arg(file, header);
        else if (layers.isEmpty())
            wrong += u"%1: \"%2\" is nowhere in the tree"_s.arg(file, header);
        else if (std::ranges::none_of(layers, reachable))
            wrong += u"%1: \"%2\" of %3 is against the arrows"_s.arg(file, header, layers.join(u", "_s));
    }
    return wrong;
}

void TestLayers::sourcesKeepTheArrows()
{
    QStringList wrong;
    for (const auto &[file, text] : m_sources.asKeyValueRange())
        wrong += wrongIncludes(file, text);
    wrong.sort();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::seesAWrongInclude_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wrong");
    const auto row = [](const char *name, const QString &file, const QString &text, bool wrong) {
        QTest::newRow(name) << file << text << wrong;
    };
    row("its own layer", u"protocol/grammar.cpp"_s, u"#include \"grammar.h\"\n"_s, false);
    row("a layer below", u"service/main.cpp"_s, u"#include \"channel.h\"\n#include \"grammar.h\"\n"_s, false);
    row("two layers below", u"ui/main.cpp"_s, u"#include \"grammar.h\"\n"_s, false);
    row("the standard library", u"protocol/grammar.cpp"_s, u"#include <vector>\n"_s, false);
    row("a layer above", u"protocol/grammar.cpp"_s, u"// why\n#include \"channel.h\"\n"_s, true);
    row("sockets in models", u"models/devicemodel.cpp"_s, u"#include \"channel.h\"\n"_s, true);
    row("the other program", u"agent/main.cpp"_s, u"#include \"%1\"\n"_s.arg(anyHeaderOf(u"service"_s)), true);
    row("the workstation", u"controllers/main.cpp"_s, u"#include \"%1\"\n"_s.arg(anyHeaderOf(u"ui"_s)), true);
    row("a path", u"service/main.cpp"_s, u"#include \"protocol/grammar.h\"\n"_s, true);
    row("a way up", u"service/main.cpp"_s, u"  #  include \"../protocol/grammar.h\"\n"_s, true);
    row("nobody's", u"service/main.cpp"_s, u"#include \"nonsense.h\"\n"_s, true);
}

void TestLayers::seesAWrongInclude()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(bool, wrong);
    QCOMPARE(!wrongIncludes(file, text).isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
