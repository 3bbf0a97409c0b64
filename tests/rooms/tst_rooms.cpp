// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rooms/roompicture.h"
#include "tests/rooms/roomplan.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// As many sources as one folder may hold beside each other.
constexpr int MostSources = 20;

const QStringList &layers()
{
    static const QStringList layers{
        u"protocol"_s, u"transport"_s, u"service"_s, u"agent"_s, u"models"_s, u"controllers"_s, u"ui"_s};
    return layers;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QHash<QString, QString> sourceTree()
{
    const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
    QHash<QString, QString> texts;
    for (const auto &folder : layers() + QStringList{u"tests"_s}) {
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            texts.insert(root.relativeFilePath(path), textOf(path));
        }
    }
    return texts;
}

/// What each room is for, by folder: said in the CMakeLists.txt that makes it one.
QMap<QString, QString> purposes(const RoomPlan &plan)
{
    const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
    QMap<QString, QString> purposes;
    for (const auto &room : plan.rooms())
        purposes.insert(room.folder, RoomPicture::purposeIn(textOf(root.filePath(room.folder + u"/CMakeLists.txt"_s))));
    return purposes;
}

/// Three rooms: `models/text` uses protocol/base inside, `controllers/tenant` exposes models/text.
RoomPlan smallHouse(const QString &file, const QString &text)
{
    QHash<QString, QString> texts{
        {u"protocol/base/result.h"_s, {}},
        {u"protocol/command/grammar.h"_s, {}},
        {u"models/text/buffer.h"_s, {}},
        {u"models/text/buffer.cpp"_s, u"#include \"models/text/buffer.h\"\n#include \"protocol/base/result.h\"\n"_s},
        {u"controllers/tenant/client.h"_s, u"#include \"models/text/buffer.h\"\n"_s},
        {u"ui/shell/window.h"_s, {}},
    };
    texts.insert(file, text);
    return RoomPlan(
        {
            u"sonde_protocol_base|protocol/base|result.h||"_s,
            u"sonde_protocol_command|protocol/command|grammar.h||"_s,
            u"sonde_models_text|models/text|buffer.cpp buffer.h||protocol/base"_s,
            u"sonde_controllers_tenant|controllers/tenant|client.h|models/text|"_s,
            u"sonde_ui_shell|ui/shell|window.h||"_s,
        },
        texts);
}

} // namespace

/// The house as CMake links it and as the sources use it: every folder a room, its headers named by their path, no circle, no arrow up.
class TestRooms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasARoom();
    void includesKeepToTheirRooms();
    void noRoomIsNamedInVain();
    void noCircle();
    void noRoomIsCrowded();
    void everyRoomIsExplained();
    void thePictureIsTrue();
    void picturesASmallHouse();
    void documentsNameWhatIsThere();
    void seesWhatIsWrong_data();
    void seesWhatIsWrong();
    void seesACircle();

private:
    const RoomPlan m_plan{textOf(QStringLiteral(SONDE_ROOMS)).split(u'\n', Qt::SkipEmptyParts), sourceTree()};
};

void TestRooms::everyFileHasARoom()
{
    QVERIFY(m_plan.rooms().size() > 60);
    const auto wrong = m_plan.homeless();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::includesKeepToTheirRooms()
{
    const auto wrong = m_plan.wrongIncludes();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::noRoomIsNamedInVain()
{
    const auto wrong = m_plan.namedInVain();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::noCircle()
{
    for (const auto &layer : layers() + QStringList{QString()}) {
        const auto [rooms, floors, arrows] = m_plan.figures(layer);
        qInfo("%s: %lld rooms, %lld floors, %lld arrows", layer.isEmpty() ? "all" : qPrintable(layer), qlonglong(rooms),
            qlonglong(floors), qlonglong(arrows));
    }
    const auto wrong = m_plan.circles();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::noRoomIsCrowded()
{
    const auto wrong = m_plan.crowded(MostSources);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::everyRoomIsExplained()
{
    const auto wrong = RoomPicture(m_plan, purposes(m_plan)).unexplained();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::thePictureIsTrue()
{
    constexpr auto begin = "<!-- rooms: made from the includes by tst_rooms -->\n"_L1;
    constexpr auto end = "\n<!-- end of rooms -->"_L1;
    QFile file(QStringLiteral(SONDE_SOURCE_DIR "/ARCHITECTURE.md"));
    const QString page = textOf(file.fileName());
    const qsizetype from = page.indexOf(begin) + begin.size();
    const qsizetype to = page.indexOf(end);
    QVERIFY(from > begin.size() && to >= from);
    const QString picture = RoomPicture(m_plan, purposes(m_plan)).text(layers());
    if (qEnvironmentVariableIsSet("SONDE_WRITE_PICTURE")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QString(page.first(from) + picture + page.sliced(to)).toUtf8());
        return;
    }
    QVERIFY2(page.sliced(from, to - from) == picture,
        "ARCHITECTURE.md shows other rooms than there are: ./dev rooms draws them");
}

void TestRooms::picturesASmallHouse()
{
    const auto plan = smallHouse(
        u"ui/shell/window.h"_s, u"#include \"controllers/tenant/client.h\"\n#include \"models/text/buffer.h\"\n"_s);
    const RoomPicture picture(plan, {{u"models/text"_s, u"Text."_s}});
    const QString text = picture.text({u"models"_s});
    QVERIFY2(text.contains("models_text[text]"_L1) && text.contains("| `models/text/` | Text. |"_L1), qPrintable(text));
    const QString whole = RoomPicture(plan, {}).text({QString()});
    QVERIFY2(whole.contains("controllers_tenant --> models_text"_L1), qPrintable(whole));
    QVERIFY2(!whole.contains("ui_shell --> models_text"_L1), "a shortcut is drawn");
    QVERIFY(picture.unexplained().join(u'\n').contains("ui/shell/CMakeLists.txt"_L1));
    QCOMPARE(RoomPicture::purposeIn(u"# Licence\n\n# One\n# room.\nsonde_room(SOURCES x)"_s), u"One room."_s);
    QVERIFY(RoomPicture::purposeIn(u"# Licence\n\nsonde_room(SOURCES x)"_s).isEmpty());
}

void TestRooms::documentsNameWhatIsThere()
{
    static const QRegularExpression path(
        u"`((?:agent|controllers|models|protocol|resources|service|tests|translations|transport|ui)/[\\w./-]*)`"_s);
    const QDir root(QStringLiteral(SONDE_SOURCE_DIR));
    QStringList wrong;
    for (const auto &document : root.entryList({u"*.md"_s}, QDir::Files)) {
        for (const auto &match : path.globalMatch(textOf(root.filePath(document)))) {
            if (!root.exists(match.captured(1)))
                wrong += u"%1: %2 is not there"_s.arg(document, match.captured(1));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::seesWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char *name, const QString &file, const QString &text, const QString &wrong = {}) {
        QTest::newRow(name) << file << text << wrong;
    };
    row("its own room", u"models/text/buffer.cpp"_s, u"#include \"models/text/buffer.h\"\n"_s);
    row("a room it uses", u"models/text/buffer.cpp"_s, u"#include \"protocol/base/result.h\"\n"_s);
    row("a room it exposes", u"controllers/tenant/client.h"_s, u"#include \"models/text/buffer.h\"\n"_s);
    row("the standard library", u"models/text/buffer.cpp"_s, u"#include <vector>\n"_s);
    row("what the build writes", u"models/text/buffer.cpp"_s, u"#include \"moc_buffer.cpp\"\n"_s);
    row("a bare name", u"models/text/buffer.cpp"_s, u"#include \"buffer.h\"\n"_s, u"does not name its room"_s);
    row("nobody's", u"models/text/buffer.cpp"_s, u"#include \"models/nonsense.h\"\n"_s, u"nowhere in the tree"_s);
    row("a way up", u"models/text/buffer.cpp"_s, u"  #  include \"../text/buffer.h\"\n"_s, u"nowhere in the tree"_s);
    row("a room not named", u"models/text/buffer.cpp"_s, u"#include \"protocol/command/grammar.h\"\n"_s,
        u"does not name the room protocol/command"_s);
    row("used only inside, and in a header", u"models/text/buffer.h"_s, u"#include \"protocol/base/result.h\"\n"_s,
        u"has to expose protocol/base"_s);
    row("a layer above", u"models/text/buffer.cpp"_s, u"#include \"ui/shell/window.h\"\n"_s, u"against the arrows"_s);
    row("the tests", u"models/text/buffer.cpp"_s, u"#include \"tests/models/x.h\"\n"_s, u"nowhere in the tree"_s);
}

void TestRooms::seesWhatIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QString, wrong);
    const auto found = smallHouse(file, text).wrongIncludes().join(u'\n');
    QVERIFY2(wrong.isEmpty() ? found.isEmpty() : found.contains(wrong), qPrintable(found));
}

void TestRooms::seesACircle()
{
    const auto plan = smallHouse(u"models/text/buffer.h"_s, u"#include \"controllers/tenant/client.h\"\n"_s);
    QCOMPARE(plan.circles().size(), 1);
    QVERIFY(plan.crowded(0).join(u'\n').contains("models/text has 1 sources"_L1));
    QVERIFY(smallHouse(u"models/text/loose.cpp"_s, {}).homeless().join(u'\n').contains("loose.cpp is in no room"_L1));
    QVERIFY(smallHouse(u"models/text/buffer.cpp"_s, {}).namedInVain().join(u'\n').contains("includes nothing"_L1));
    QVERIFY(smallHouse(u"models/text/buffer.cpp"_s, {}).circles().isEmpty());
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
