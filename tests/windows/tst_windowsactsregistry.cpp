// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/acts/windows/registryimage_windows.h"
#include "agent/system/windows/registrywriting_windows.h"
#include "tests/agent/actdevice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

namespace {

using Windows::KeyTree;
using Windows::RegistryKeyHandle;
using Windows::RegistryView;
using Windows::StoredValue;

const QString above = uR"(HKEY_CURRENT_USER\Software)"_s;
const QString planted = uR"(HKEY_CURRENT_USER\Software\SondeActs)"_s;

QByteArray utf16(const QString &text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), (text.size() + 1) * 2);
}

/// One of each type, and what others stumble over.
std::vector<StoredValue> everyValue()
{
    return {{{}, REG_SZ, utf16(u"default"_s)}, {u"text"_s, REG_SZ, utf16(u"日本"_s)},
        {u"variables"_s, REG_EXPAND_SZ, utf16(u"%TEMP%"_s)}, {u"bytes"_s, REG_BINARY, "\x01\xff"_ba},
        {u"number"_s, REG_DWORD, "\x1f\0\0\0"_ba}, {u"long"_s, REG_QWORD, "\x01\0\0\0\0\0\0\x80"_ba},
        {u"several"_s, REG_MULTI_SZ, utf16(u"a"_s) + utf16(u"b"_s) + utf16({})}, {u"none"_s, REG_NONE, {}},
        {u"odd"_s, REG_SZ, "x"_ba}, {u"own"_s, 0x2000A, "1234"_ba}, {u"large"_s, REG_SZ, utf16(QString(40'000, u'x'))}};
}

QByteArray imageAt(const QString &key)
{
    const auto tree = Windows::readTree(key, RegistryView::Native, 1 << 24);
    return tree ? RegistryImage::ofTree(*tree) : QByteArray();
}

} // namespace

/// Values and keys of the registry are taken away, and come back exactly.
class TestWindowsActsRegistry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void values_data();
    void values();
    void aNameWithNul();
    void aWholeKey();
    void bothViews();
    void hasToBeLookedAt();
    void isAnotherByNow();
    void somethingIsInTheWay();
    void outlivesARestart();
    void leavesWhatIsNeeded_data();
    void leavesWhatIsNeeded();

private:
    [[nodiscard]] ErrorCode codeOf(const QString &line)
    {
        return m_device->run(line).failure.value_or(Error{ErrorCode::Internal, {}, {}, {}}).code;
    }

    std::unique_ptr<ActDevice> m_device;
};

void TestWindowsActsRegistry::init()
{
    m_device = std::make_unique<ActDevice>();
    std::ignore = Windows::deleteTree(planted, RegistryView::Native);
    const KeyTree tree{.name = u"SondeActs"_s,
        .values = everyValue(),
        .keys = {{.name = u"one"_s, .values = {{u"a"_s, REG_DWORD, "\1\0\0\0"_ba}}, .keys = {{.name = u"deep"_s}}},
            {.name = u"empty"_s}}};
    const auto made = Windows::makeTree(planted, RegistryView::Native, tree);
    QVERIFY2(made, qPrintable(made ? QString() : debugText(made.error())));
}

void TestWindowsActsRegistry::cleanup()
{
    std::ignore = Windows::deleteTree(planted, RegistryView::Native);
}

void TestWindowsActsRegistry::values_data()
{
    QTest::addColumn<QString>("name");
    for (const StoredValue &value : everyValue())
        QTest::newRow(value.name.isEmpty() ? "default" : qPrintable(value.name)) << value.name;
}

void TestWindowsActsRegistry::values()
{
    QFETCH(const QString, name);
    const QString id = quoted(planted + uR"(\\)"_s + name);
    QCOMPARE(m_device->failure(u"registry "_s + quoted(planted)), QString());
    QCOMPARE(m_device->failure(u"remediate registry "_s + id), QString());
    const auto key = RegistryKeyHandle::open(planted, RegistryView::Native);
    QVERIFY(key && !key->has(name));
    QCOMPARE(key->facts().value_or(Windows::KeyFacts()).values, everyValue().size() - 1);
    QCOMPARE(m_device->failure(u"undo registry "_s + id), QString());
    const auto value = key->value(name);
    QVERIFY(value);
    for (const StoredValue &one : everyValue()) {
        const auto now = key->value(one.name);
        QVERIFY(now);
        QCOMPARE(now->type, one.type);
        QCOMPARE(now->data, one.data);
    }
}

void TestWindowsActsRegistry::aNameWithNul()
{
    const QString name = QString::fromUtf16(u"a\0b", 3);
    QVERIFY(Windows::setValue(planted, RegistryView::Native, {name, REG_SZ, utf16(u"hidden"_s)}));
    // Asked for as somebody would paste it.
    const QByteArray before = imageAt(planted);
    QCOMPARE(m_device->failure(u"remediate registry "_s + quoted(planted) + u" -auto"_s), QString());
    QVERIFY(imageAt(planted).isEmpty());
    QCOMPARE(m_device->failure(u"undo registry "_s + quoted(planted)), QString());
    QCOMPARE(imageAt(planted), before);
}

void TestWindowsActsRegistry::aWholeKey()
{
    const QByteArray before = imageAt(planted);
    QCOMPARE(m_device->failure(u"registry "_s + quoted(planted)), QString());
    QCOMPARE(m_device->failure(u"remediate registry "_s + quoted(planted)), QString());
    QVERIFY(!RegistryKeyHandle::open(planted, RegistryView::Native));
    QVERIFY(RegistryKeyHandle::open(above, RegistryView::Native));
    QCOMPARE(m_device->failure(u"undo registry "_s + quoted(planted)), QString());
    QCOMPARE(imageAt(planted), before);
}

void TestWindowsActsRegistry::bothViews()
{
    const QString key = uR"(HKEY_LOCAL_MACHINE\Software\SondeActs)"_s;
    const auto textIn = [&key](RegistryView view) {
        return RegistryKeyHandle::open(key, view)
            .transform([](const auto &open) { return open.text(u"a"_s).value_or(QString()); })
            .value_or(u"no key"_s);
    };
    for (const RegistryView view : {RegistryView::Native, RegistryView::Bits32}) {
        const QString text = view == RegistryView::Native ? u"64"_s : u"32"_s;
        std::ignore = Windows::deleteTree(key, view);
        QVERIFY(Windows::makeTree(key, view, {.values = {{u"a"_s, REG_SZ, utf16(text)}}}));
    }
    QCOMPARE(textIn(RegistryView::Native), u"64"_s);
    const QString failure = m_device->failure(u"remediate registry "_s + quoted(key) + u" -auto"_s);
    const bool areGone = textIn(RegistryView::Native) == u"no key" && textIn(RegistryView::Bits32) == u"no key";
    const QString undone = m_device->failure(u"undo registry "_s + quoted(key));
    const QStringList texts{textIn(RegistryView::Native), textIn(RegistryView::Bits32)};
    for (const RegistryView view : {RegistryView::Native, RegistryView::Bits32})
        std::ignore = Windows::deleteTree(key, view);
    QCOMPARE(failure, QString());
    QVERIFY(areGone);
    QCOMPARE(undone, QString());
    QCOMPARE(texts, (QStringList{u"64"_s, u"32"_s}));
}

void TestWindowsActsRegistry::hasToBeLookedAt()
{
    QCOMPARE(codeOf(u"remediate registry "_s + quoted(planted)), ErrorCode::NotLookedAt);
    QVERIFY(RegistryKeyHandle::open(planted, RegistryView::Native));
}

void TestWindowsActsRegistry::isAnotherByNow()
{
    const QString id = quoted(planted + uR"(\\number)"_s);
    QCOMPARE(m_device->failure(u"registry "_s + id), QString());
    QVERIFY(Windows::setValue(planted, RegistryView::Native, {u"number"_s, REG_DWORD, "\2\0\0\0"_ba}));
    QCOMPARE(codeOf(u"remediate registry "_s + id), ErrorCode::FactsChanged);
    QVERIFY(RegistryKeyHandle::open(planted, RegistryView::Native)->has(u"number"_s));
}

void TestWindowsActsRegistry::somethingIsInTheWay()
{
    const QString id = quoted(planted + uR"(\\text)"_s);
    QCOMPARE(m_device->failure(u"remediate registry "_s + id + u" -auto"_s), QString());
    QVERIFY(Windows::setValue(planted, RegistryView::Native, {u"text"_s, REG_SZ, utf16(u"new"_s)}));
    QCOMPARE(codeOf(u"undo registry "_s + id), ErrorCode::UndoConflict);
    QCOMPARE(m_device->failure(u"undo registry "_s + id + u" -replace"_s), QString());
    QCOMPARE(RegistryKeyHandle::open(planted, RegistryView::Native)->text(u"text"_s).value_or(QString()), u"日本"_s);
}

void TestWindowsActsRegistry::outlivesARestart()
{
    const QByteArray before = imageAt(planted);
    QCOMPARE(m_device->failure(u"remediate registry "_s + quoted(planted) + u" -auto"_s), QString());
    m_device->restart();
    QCOMPARE(m_device->failure(u"undo registry "_s + quoted(planted)), QString());
    QCOMPARE(imageAt(planted), before);
}

void TestWindowsActsRegistry::leavesWhatIsNeeded_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"HKLM", R"(HKLM\Software)", R"(HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon)",
             R"(HKLM\SYSTEM\CurrentControlSet\Services)", R"(HKLM\SYSTEM\ControlSet001\Services)",
             R"(HKLM\SYSTEM\CurrentControlSet\Services\sonde-agent)", R"(HKEY_USERS\S-1-5-18)",
             R"(HKLM\Software\Microsoft\Windows NT\CurrentVersion\Winlogon\\Userinit)"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestWindowsActsRegistry::leavesWhatIsNeeded()
{
    QFETCH(const QString, id);
    QCOMPARE(codeOf(u"remediate registry "_s + quoted(id) + u" -auto"_s), ErrorCode::Protected);
}

QTEST_GUILESS_MAIN(TestWindowsActsRegistry)

#include "tst_windowsactsregistry.moc"
