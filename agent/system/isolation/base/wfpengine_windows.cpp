// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/system/isolation/base/wfpengine_windows.h"

#include "agent/system/windows/handle_windows.h"
#include "agent/system/windows/systemerror_windows.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <deque>

#include <windows.h>

#include <fwpmu.h>

using namespace Qt::StringLiterals;

namespace Sonde::Agent::Wfp {

namespace {

// Of Microsoft's fwpmu.h; not every compiler's has them.
constexpr GUID ConnectIpv4Key{0xc38d57d1, 0x05a7, 0x4c33, {0x90, 0x4f, 0x7f, 0xbc, 0xee, 0xe6, 0x0e, 0x82}};
constexpr GUID ConnectIpv6Key{0x4a72393b, 0x319f, 0x44bc, {0x84, 0xc3, 0xba, 0x54, 0xdc, 0xb3, 0xb6, 0xb4}};
constexpr GUID AcceptIpv4Key{0xe1cd9fe7, 0xf4b5, 0x4273, {0x96, 0xc0, 0x59, 0x2e, 0x48, 0x7b, 0x86, 0x50}};
constexpr GUID AcceptIpv6Key{0xa3b42c97, 0x9f04, 0x4672, {0xb8, 0x7e, 0xce, 0xe9, 0xc4, 0x83, 0x25, 0x7f}};
constexpr GUID ForwardIpv4Key{0xa82acc24, 0x4ee1, 0x4ee1, {0xb4, 0x65, 0xfd, 0x1d, 0x25, 0xcb, 0x10, 0xa4}};
constexpr GUID ForwardIpv6Key{0x7b964818, 0x19c7, 0x493a, {0xb7, 0x1f, 0x83, 0x2c, 0x36, 0x84, 0xd2, 0x8c}};
constexpr GUID FlagsKey{0x632ce23b, 0x5167, 0x435c, {0x86, 0xd7, 0xe9, 0x03, 0x68, 0x4a, 0xa8, 0x0c}};
constexpr GUID RemoteAddressKey{0xb235ae9a, 0x1d64, 0x49b8, {0xa4, 0x4c, 0x5f, 0xf3, 0xd9, 0x09, 0x50, 0x45}};
constexpr GUID ProtocolKey{0x3971ef2b, 0x623e, 0x4f9a, {0x8c, 0xb1, 0x6e, 0x79, 0xb8, 0x06, 0xb9, 0xa7}};
constexpr GUID LocalPortKey{0x0c1ba1af, 0x5765, 0x453f, {0xaf, 0x22, 0xa8, 0xf7, 0x91, 0xac, 0x77, 0x5b}};
constexpr GUID RemotePortKey{0xc35a604d, 0xd22b, 0x4e1a, {0x91, 0xb4, 0x68, 0xf6, 0x74, 0xee, 0x67, 0x4b}};

/// Ours, the same on every device: who lost its service finds them by these.
constexpr GUID ProviderKey{0x8f0e5b52, 0x2c1d, 0x4d0a, {0x9a, 0x57, 0x73, 0x6f, 0x6e, 0x64, 0x65, 0x01}};
constexpr GUID SublayerKey{0x8f0e5b52, 0x2c1d, 0x4d0a, {0x9a, 0x57, 0x73, 0x6f, 0x6e, 0x64, 0x65, 0x02}};

constexpr UINT32 Persistent = 1; ///< of a provider, a sublayer and a filter alike
constexpr UINT32 AtBoot = 2;     ///< until the engine runs; not both in one filter
constexpr UINT32 IsFinal = 8;    ///< no other sublayer permits what this refuses
constexpr UINT16 TopWeight = 0xffff;
constexpr UINT8 PermitWeight = 15;
constexpr UINT8 RefuseWeight = 0;
constexpr UINT32 WinNtAuthentication = 10; ///< RPC_C_AUTHN_WINNT
constexpr UINT32 AtOnce = 256;

struct Key {
    Layer layer;
    const GUID *guid;
};
constexpr std::array layerKeys{Key{Layer::ConnectIpv4, &ConnectIpv4Key}, Key{Layer::ConnectIpv6, &ConnectIpv6Key},
    Key{Layer::AcceptIpv4, &AcceptIpv4Key}, Key{Layer::AcceptIpv6, &AcceptIpv6Key},
    Key{Layer::ForwardIpv4, &ForwardIpv4Key}, Key{Layer::ForwardIpv6, &ForwardIpv6Key}};

const GUID &keyOf(Layer layer)
{
    return *std::ranges::find(layerKeys, layer, &Key::layer)->guid;
}

const GUID &keyOf(Field field)
{
    switch (field) {
    case Field::Loopback: return FlagsKey;
    case Field::RemoteAddress: return RemoteAddressKey;
    case Field::Protocol: return ProtocolKey;
    case Field::LocalPort:
    case Field::IcmpType: return LocalPortKey;
    case Field::RemotePort: return RemotePortKey;
    }
    return FlagsKey;
}

bool isSame(const GUID &one, const GUID &other)
{
    return ::IsEqualGUID(one, other);
}

Error refusal(DWORD code)
{
    Error error = Windows::errorOf(code, u"WFP"_s);
    if (error.code != ErrorCode::AccessDenied)
        error.code = ErrorCode::NotSupported;
    return error;
}

Result<void> done(DWORD code)
{
    return code == ERROR_SUCCESS ? Result<void>() : std::unexpected(refusal(code));
}

/// Conditions as the engine takes them, with all that they point to.
class NativeConditions final
{
    Q_DISABLE_COPY_MOVE(NativeConditions)

public:
    explicit NativeConditions(const std::vector<Condition> &conditions)
    {
        for (const Condition &one : conditions)
            add(one);
    }
    ~NativeConditions() = default;

    [[nodiscard]] std::vector<FWPM_FILTER_CONDITION0> &all() { return m_all; }

private:
    void add(const Condition &condition)
    {
        FWPM_FILTER_CONDITION0 native{};
        native.fieldKey = keyOf(condition.field);
        native.matchType = FWP_MATCH_EQUAL;
        if (condition.field == Field::Loopback) {
            native.matchType = FWP_MATCH_FLAGS_ALL_SET;
            native.conditionValue.type = FWP_UINT32;
            native.conditionValue.uint32 = FWP_CONDITION_FLAG_IS_LOOPBACK;
        } else if (condition.field == Field::RemoteAddress) {
            setAddress(native.conditionValue, condition);
        } else if (condition.field == Field::Protocol) {
            native.conditionValue.type = FWP_UINT8;
            native.conditionValue.uint8 = UINT8(condition.first);
        } else if (condition.first == condition.last) {
            native.conditionValue.type = FWP_UINT16;
            native.conditionValue.uint16 = condition.first;
        } else {
            native.matchType = FWP_MATCH_RANGE;
            native.conditionValue.type = FWP_RANGE_TYPE;
            native.conditionValue.rangeValue = &range(condition);
        }
        m_all.push_back(native);
    }
    void setAddress(FWP_CONDITION_VALUE0 &value, const Condition &condition)
    {
        if (condition.address.protocol() == QAbstractSocket::IPv6Protocol) {
            FWP_V6_ADDR_AND_MASK &network = m_networks6.emplace_back();
            const Q_IPV6ADDR bytes = condition.address.toIPv6Address();
            std::ranges::copy(bytes.c, std::begin(network.addr));
            network.prefixLength = UINT8(condition.prefix < 0 ? 128 : condition.prefix);
            value.type = FWP_V6_ADDR_MASK;
            value.v6AddrMask = &network;
            return;
        }
        const int bits = condition.prefix < 0 ? 32 : condition.prefix;
        FWP_V4_ADDR_AND_MASK &network = m_networks4.emplace_back();
        network.addr = condition.address.toIPv4Address(); // in the order of this machine, as the mask
        network.mask = bits == 0 ? 0 : ~UINT32(0) << (32 - bits);
        value.type = FWP_V4_ADDR_MASK;
        value.v4AddrMask = &network;
    }
    [[nodiscard]] FWP_RANGE0 &range(const Condition &condition)
    {
        FWP_RANGE0 &range = m_ranges.emplace_back();
        range.valueLow.type = FWP_UINT16;
        range.valueLow.uint16 = condition.first;
        range.valueHigh.type = FWP_UINT16;
        range.valueHigh.uint16 = condition.last;
        return range;
    }

    std::vector<FWPM_FILTER_CONDITION0> m_all;
    std::deque<FWP_V4_ADDR_AND_MASK> m_networks4; // which stay where they are
    std::deque<FWP_V6_ADDR_AND_MASK> m_networks6;
    std::deque<FWP_RANGE0> m_ranges;
};

/// A filter of ours that is there.
struct Listed {
    UINT64 id = 0;
    Layer layer = Layer::ConnectIpv4;
    bool permits = false;
    UINT32 flags = 0;
    UINT32 conditions = 0;
};

class Session final
{
public:
    [[nodiscard]] static Result<Session> open()
    {
        if (!Engine::isThere())
            return fail(ErrorCode::NoSubsystem, u"BFE"_s);
        Session session;
        const DWORD code = ::FwpmEngineOpen0(nullptr, WinNtAuthentication, nullptr, nullptr, session.m_engine.out());
        return done(code).transform([&] { return std::move(session); });
    }

    [[nodiscard]] Result<void> begin() { return done(::FwpmTransactionBegin0(m_engine.get(), 0)); }
    /// What is not committed is undone when the session ends.
    [[nodiscard]] Result<void> commit() { return done(::FwpmTransactionCommit0(m_engine.get())); }

    [[nodiscard]] Result<std::vector<Listed>> list()
    {
        std::vector<Listed> all;
        for (const Key &key : layerKeys) {
            if (const auto listed = list(key, all); !listed)
                return std::unexpected(listed.error());
        }
        return all;
    }
    [[nodiscard]] Result<void> clear()
    {
        const auto listed = list();
        if (!listed)
            return std::unexpected(listed.error());
        for (const Listed &one : *listed) {
            if (const auto removed = done(::FwpmFilterDeleteById0(m_engine.get(), one.id)); !removed)
                return removed;
        }
        const DWORD sublayer = ::FwpmSubLayerDeleteByKey0(m_engine.get(), &SublayerKey);
        if (sublayer != ERROR_SUCCESS && sublayer != DWORD(FWP_E_SUBLAYER_NOT_FOUND))
            return done(sublayer);
        const DWORD provider = ::FwpmProviderDeleteByKey0(m_engine.get(), &ProviderKey);
        return provider == DWORD(FWP_E_PROVIDER_NOT_FOUND) ? Result<void>() : done(provider);
    }
    [[nodiscard]] Result<void> addProvider()
    {
        std::wstring name = L"Sonde";
        std::wstring what = L"Isolation of this device";
        FWPM_PROVIDER0 provider{};
        provider.providerKey = ProviderKey;
        provider.displayData = {name.data(), what.data()};
        provider.flags = Persistent;
        FWPM_SUBLAYER0 sublayer{};
        GUID ours = ProviderKey;
        sublayer.subLayerKey = SublayerKey;
        sublayer.displayData = {name.data(), what.data()};
        sublayer.flags = Persistent;
        sublayer.providerKey = &ours;
        sublayer.weight = TopWeight;
        return done(::FwpmProviderAdd0(m_engine.get(), &provider, nullptr)).and_then([&] {
            return done(::FwpmSubLayerAdd0(m_engine.get(), &sublayer, nullptr));
        });
    }
    [[nodiscard]] Result<void> add(const Filter &filter, UINT32 when)
    {
        NativeConditions conditions(filter.conditions);
        std::wstring name = filter.permits ? L"Sonde: stays open" : L"Sonde: isolated";
        GUID ours = ProviderKey;
        FWPM_FILTER0 native{};
        native.displayData.name = name.data();
        native.flags = when | (filter.permits ? 0 : IsFinal);
        native.providerKey = &ours;
        native.layerKey = keyOf(filter.layer);
        native.subLayerKey = SublayerKey;
        native.weight.type = FWP_UINT8;
        native.weight.uint8 = filter.permits ? PermitWeight : RefuseWeight;
        native.numFilterConditions = UINT32(conditions.all().size());
        native.filterCondition = conditions.all().data();
        native.action.type = filter.permits ? FWP_ACTION_PERMIT : FWP_ACTION_BLOCK;
        return done(::FwpmFilterAdd0(m_engine.get(), &native, nullptr, nullptr));
    }

private:
    [[nodiscard]] Result<void> list(const Key &key, std::vector<Listed> &all)
    {
        GUID ours = ProviderKey;
        FWPM_FILTER_ENUM_TEMPLATE0 wanted{};
        wanted.providerKey = &ours;
        wanted.layerKey = *key.guid;
        wanted.enumType = FWP_FILTER_ENUM_OVERLAPPING;
        wanted.flags = FWP_FILTER_ENUM_FLAG_INCLUDE_BOOTTIME | FWP_FILTER_ENUM_FLAG_INCLUDE_DISABLED;
        wanted.actionMask = ~UINT32(0);
        HANDLE listing = nullptr;
        if (const auto made = done(::FwpmFilterCreateEnumHandle0(m_engine.get(), &wanted, &listing)); !made)
            return made;
        Result<void> result;
        for (UINT32 count = AtOnce; result && count == AtOnce;) {
            FWPM_FILTER0 **found = nullptr;
            count = 0;
            result = done(::FwpmFilterEnum0(m_engine.get(), listing, AtOnce, &found, &count));
            for (UINT32 i = 0; result && i < count; ++i) {
                if (found[i]->providerKey && isSame(*found[i]->providerKey, ProviderKey))
                    all.push_back({found[i]->filterId, key.layer, found[i]->action.type == FWP_ACTION_PERMIT,
                        found[i]->flags, found[i]->numFilterConditions});
            }
            if (found)
                ::FwpmFreeMemory0(reinterpret_cast<void **>(&found));
        }
        ::FwpmFilterDestroyEnumHandle0(m_engine.get(), listing);
        return result;
    }

    Windows::Owned<HANDLE, &::FwpmEngineClose0> m_engine;
};

Result<void> addAll(Session &session, const std::vector<Filter> &filters)
{
    for (const Filter &filter : filters) {
        for (const UINT32 when : {Persistent, AtBoot}) {
            if (const auto added = session.add(filter, when); !added)
                return added;
        }
    }
    return {};
}

/// By what is told of a filter: its layer, whether it permits, how many conditions it has.
bool isAsMeant(const std::vector<Listed> &listed, const std::vector<Filter> &meant)
{
    const auto has = [&listed](const Filter &filter, UINT32 when) {
        return std::ranges::count_if(listed, [&](const Listed &one) {
            return one.layer == filter.layer && one.permits == filter.permits && (one.flags & when) != 0
                && one.conditions == filter.conditions.size();
        });
    };
    return listed.size() == 2 * meant.size() && std::ranges::all_of(meant, [&](const Filter &filter) {
        const auto alike = std::ranges::count_if(meant, [&filter](const Filter &other) {
            return other.layer == filter.layer && other.permits == filter.permits
                && other.conditions.size() == filter.conditions.size();
        });
        return has(filter, Persistent) == alike && has(filter, AtBoot) == alike;
    });
}

} // namespace

bool Engine::isThere()
{
    using ServiceHandle = Windows::Owned<SC_HANDLE, &::CloseServiceHandle>;
    const ServiceHandle manager(::OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
    const ServiceHandle engine(
        manager.isOpen() ? ::OpenServiceW(manager.get(), L"BFE", SERVICE_QUERY_STATUS) : nullptr);
    SERVICE_STATUS status{};
    return engine.isOpen() && ::QueryServiceStatus(engine.get(), &status) && status.dwCurrentState == SERVICE_RUNNING;
}

Result<void> Engine::apply(const std::vector<Filter> &filters)
{
    auto session = Session::open();
    if (!session)
        return std::unexpected(session.error());
    return session->begin()
        .and_then([&] { return session->clear(); })
        .and_then([&] { return session->addProvider(); })
        .and_then([&] { return addAll(*session, filters); })
        .and_then([&] { return session->commit(); });
}

Result<void> Engine::remove()
{
    auto session = Session::open();
    if (!session)
        return session.error().code == ErrorCode::NoSubsystem ? Result<void>() : std::unexpected(session.error());
    return session->begin().and_then([&] { return session->clear(); }).and_then([&] { return session->commit(); });
}

Seen Engine::look(const std::vector<Filter> &meant)
{
    auto session = Session::open();
    const auto listed = session.and_then([](Session &open) { return open.list(); });
    if (!listed)
        return {.refusal = listed.error().reason};
    return {.known = true, .anything = !listed->empty(), .isWhole = isAsMeant(*listed, meant), .refusal = {}};
}

} // namespace Sonde::Agent::Wfp
