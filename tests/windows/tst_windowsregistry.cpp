// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/windows/registrykey_windows.h"
#include "tests/agent/commandprobe.h"

#include <QTest>

#include <windows.h>

#include <winternl.h>

using namespace Qt::StringLiterals;
using namespace Sonde;
using namespace Sonde::Agent;

extern "C" __declspec(dllimport) NTSTATUS NTAPI NtSetValueKey(
    HANDLE key, PUNICODE_STRING name, ULONG title, ULONG type, PVOID data, ULONG size);

namespace {

constexpr auto planted = LR"(Software\SondeTest)";

/// A key of this test's own, taken away with it.
class PlantedKey final
{
    Q_DISABLE_COPY_MOVE(PlantedKey)

public:
    PlantedKey()
    {
        ::RegDeleteTreeW(HKEY_CURRENT_USER, planted);
        ::RegCreateKeyExW(HKEY_CURRENT_USER, planted, 0, nullptr, 0, KEY_ALL_ACCESS, nullptr, &m_key, nullptr);
    }
    ~PlantedKey()
    {
        ::RegCloseKey(m_key);
        ::RegDeleteTreeW(HKEY_CURRENT_USER, planted);
    }

    void set(const wchar_t *name, DWORD type, const QByteArray &data) const
    {
        ::RegSetValueExW(m_key, name, 0, type, reinterpret_cast<const BYTE *>(data.constData()), DWORD(data.size()));
    }
    /// Whatever is in the name.
    bool setCounted(const QString &name, const QByteArray &data) const
    {
        UNICODE_STRING counted{};
        counted.Length = counted.MaximumLength = USHORT(name.size() * 2);
        counted.Buffer = const_cast<wchar_t *>(reinterpret_cast<const wchar_t *>(name.utf16()));
        return ::NtSetValueKey(m_key, &counted, 0, REG_BINARY, const_cast<char *>(data.constData()), ULONG(data.size()))
            >= 0;
    }
    [[nodiscard]] HKEY key() const { return m_key; }

private:
    HKEY m_key = nullptr;
};

QByteArray utf16(const QString &text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), (text.size() + 1) * 2);
}

const QString plantedPath = uR"(HKEY_CURRENT_USER\Software\SondeTest)"_s;

QJsonObject valueNamed(const CommandProbe &probe, const QString &name)
{
    return rowWhere(probe, u"name"_s, name);
}

} // namespace

/// The verb registry, on keys that are planted.
class TestWindowsRegistry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyType();
    void oneValue();
    void keysBelow();
    void longValues();
    void namesWithNul();
    void whatIsNotThere();
    void shortNames();
    void isWhatRegSays();
    void bothViews();
};

void TestWindowsRegistry::everyType()
{
    const PlantedKey key;
    key.set(nullptr, REG_SZ, utf16(u"default"_s));
    key.set(L"text", REG_SZ, utf16(u"日本"_s));
    key.set(L"variables", REG_EXPAND_SZ, utf16(u"%TEMP%"_s));
    key.set(L"bytes", REG_BINARY, "\x01\xff"_ba);
    key.set(L"number", REG_DWORD, "\x1f\0\0\0"_ba);
    key.set(L"long", REG_QWORD, "\x01\0\0\0\0\0\0\x80"_ba);
    key.set(L"several", REG_MULTI_SZ, utf16(u"a"_s) + utf16(u"b"_s) + utf16({}));
    key.set(L"none", REG_NONE, {});
    CommandProbe probe;
    const Outcome outcome = probe.run(u"registry "_s + plantedPath);
    QVERIFY2(!outcome.failure, qPrintable(outcome.failure ? debugText(*outcome.failure) : QString()));
    QCOMPARE(probe.rows.size(), 8U);
    const auto check = [&probe](const QString &name, const QString &type, const QJsonValue &data) {
        const QJsonObject row = name.isEmpty() ? rowWhere(probe, u"data"_s, u"default"_s) : valueNamed(probe, name);
        QCOMPARE(row.value(u"type"_s).toString(), type);
        QCOMPARE(row.value(u"data"_s), data);
        QCOMPARE(row.value(u"key"_s).toString(), plantedPath);
        QVERIFY(row.value(u"last_write_time"_s).toString().startsWith(u"20"));
    };
    check({}, u"REG_SZ"_s, u"default"_s);
    check(u"text"_s, u"REG_SZ"_s, u"日本"_s);
    check(u"variables"_s, u"REG_EXPAND_SZ"_s, u"%TEMP%"_s);
    check(u"bytes"_s, u"REG_BINARY"_s, u"01ff"_s);
    check(u"number"_s, u"REG_DWORD"_s, u"0x1f"_s);
    check(u"long"_s, u"REG_QWORD"_s, u"0x8000000000000001"_s);
    check(u"several"_s, u"REG_MULTI_SZ"_s, u"a\nb"_s);
    check(u"none"_s, u"REG_NONE"_s, QJsonValue(QJsonValue::Null));
}

void TestWindowsRegistry::oneValue()
{
    const PlantedKey key;
    key.set(L"a", REG_SZ, utf16(u"1"_s));
    key.set(L"b", REG_SZ, utf16(u"2"_s));
    key.set(nullptr, REG_SZ, utf16(u"3"_s));
    CommandProbe probe;
    QVERIFY(!probe.run(u"registry "_s + plantedPath + uR"(\\B)"_s).failure);
    QCOMPARE(column(probe, u"data"_s), QSet<QString>{u"2"_s});
    CommandProbe nameless;
    QVERIFY(!nameless.run(u"registry "_s + plantedPath + uR"(\\)"_s).failure);
    QCOMPARE(column(nameless, u"data"_s), QSet<QString>{u"3"_s});
    CommandProbe missing;
    const Outcome outcome = missing.run(u"registry "_s + plantedPath + uR"(\\c)"_s);
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
}

void TestWindowsRegistry::keysBelow()
{
    const PlantedKey key;
    HKEY below = nullptr;
    for (const wchar_t *name : {L"one", L"two"}) {
        QCOMPARE(::RegCreateKeyW(key.key(), name, &below), ERROR_SUCCESS);
        ::RegCloseKey(below);
    }
    CommandProbe probe;
    QVERIFY(!probe.run(u"registry "_s + plantedPath).failure);
    QCOMPARE(column(probe, u"key"_s), (QSet<QString>{plantedPath + uR"(\one)"_s, plantedPath + uR"(\two)"_s}));
    QVERIFY(probe.rows.at(0).value(u"last_write_time"_s).toString().startsWith(u"20"));
}

void TestWindowsRegistry::longValues()
{
    const PlantedKey key;
    const QString text(40'000, u'x');
    key.set(L"long", REG_SZ, utf16(text));
    CommandProbe probe;
    QVERIFY(!probe.run(u"registry "_s + plantedPath).failure);
    QCOMPARE(valueNamed(probe, u"long"_s).value(u"data"_s).toString(), text);
}

void TestWindowsRegistry::namesWithNul()
{
    const PlantedKey key;
    const QString name = QString::fromUtf16(u"a\0b", 3);
    QVERIFY(key.setCounted(name, "x"));
    CommandProbe probe;
    QVERIFY(!probe.run(u"registry "_s + plantedPath).failure);
    QCOMPARE(column(probe, u"name"_s), QSet<QString>{name});
}

void TestWindowsRegistry::whatIsNotThere()
{
    CommandProbe probe;
    const Outcome missing = probe.run(uR"(registry HKCU\Software\SondeTest\nowhere)"_s);
    QVERIFY(missing.failure);
    QCOMPARE(missing.failure->code, ErrorCode::NotFound);
    const Outcome noRoot = probe.run(u"registry Software"_s);
    QVERIFY(noRoot.failure);
    QCOMPARE(noRoot.failure->code, ErrorCode::BadValue);
}

void TestWindowsRegistry::shortNames()
{
    const PlantedKey key;
    key.set(L"a", REG_SZ, utf16(u"1"_s));
    CommandProbe probe;
    QVERIFY(!probe.run(uR"(registry hkcu\software\sondetest)"_s).failure);
    QCOMPARE(probe.rows.at(0).value(u"key"_s).toString(), uR"(HKEY_CURRENT_USER\software\sondetest)"_s);
    for (const QString &root : {u"HKLM"_s, u"HKU"_s, u"HKCU"_s, u"HKCR"_s}) {
        CommandProbe whole;
        const Outcome outcome = whole.run(u"registry "_s + root);
        QVERIFY2(!outcome.failure, qPrintable(root));
        QVERIFY2(!whole.rows.empty(), qPrintable(root));
    }
}

/// The names of all values of a large key, as another program lists them.
void TestWindowsRegistry::isWhatRegSays()
{
    const QString path = uR"(HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion)"_s;
    CommandProbe probe;
    QVERIFY(!probe.run(u"registry \""_s + path + u'"').failure);
    QSet<QString> others;
    QSet<QString> keys;
    for (const QByteArray &line : linesOf(u"reg.exe"_s, {u"query"_s, path})) {
        const QString text = QString::fromLocal8Bit(line).trimmed();
        if (line.startsWith("    "))
            others += text.section(u"    "_s, 0, 0);
        else if (text.size() > path.size() && text.startsWith(path, Qt::CaseInsensitive))
            keys += text.section(u'\\', -1);
    }
    QSet<QString> names;
    QSet<QString> below;
    for (const QJsonObject &row : probe.rows) {
        if (row.value(u"type"_s).isString())
            names += row.value(u"name"_s).toString();
        else
            below += row.value(u"key"_s).toString().section(u'\\', -1);
    }
    QVERIFY(others.size() > 5 && keys.size() > 5);
    QCOMPARE(names, others);
    QCOMPARE(below, keys);
}

void TestWindowsRegistry::bothViews()
{
    HKEY key = nullptr;
    QCOMPARE(::RegCreateKeyExW(
                 HKEY_LOCAL_MACHINE, planted, 0, nullptr, 0, KEY_ALL_ACCESS | KEY_WOW64_32KEY, nullptr, &key, nullptr),
        ERROR_SUCCESS);
    const QByteArray data = utf16(u"of 32 bits"_s);
    ::RegSetValueExW(key, L"a", 0, REG_SZ, reinterpret_cast<const BYTE *>(data.constData()), DWORD(data.size()));
    ::RegCloseKey(key);
    const QString path = uR"(HKEY_LOCAL_MACHINE\Software\SondeTest)"_s;
    const auto native = Windows::RegistryKeyHandle::open(path, Windows::RegistryView::Native);
    const auto other = Windows::RegistryKeyHandle::open(path, Windows::RegistryView::Bits32);
    const QString text = other ? other->text(u"a"_s).value_or(QString()) : QString();
    ::RegDeleteKeyExW(HKEY_LOCAL_MACHINE, planted, KEY_WOW64_32KEY, 0);
    QVERIFY(!native);
    QCOMPARE(text, u"of 32 bits"_s);
}

QTEST_GUILESS_MAIN(TestWindowsRegistry)

#include "tst_windowsregistry.moc"
