// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>
#include <utility>

#include <windows.h>

// Names of ours: StepKind.
#undef MoveFile
#undef StartService

namespace Sonde::Agent::Windows {

/// Something of the system's that is given back by a function of its own.
template<typename T, auto GiveBack>
class Owned final
{
public:
    Owned() = default;
    explicit Owned(T value)
        : m_value(value)
    {
    }
    Owned(Owned &&other) noexcept
        : m_value(std::exchange(other.m_value, T()))
    {
    }
    Owned &operator=(Owned &&other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    ~Owned()
    {
        if (isOpen())
            GiveBack(m_value);
    }

    [[nodiscard]] bool isOpen() const { return m_value != T() && m_value != T(INVALID_HANDLE_VALUE); }
    [[nodiscard]] T get() const { return m_value; }
    /// For a function that fills it.
    [[nodiscard]] T *out() { return &m_value; }
    [[nodiscard]] T release() { return std::exchange(m_value, T()); }

private:
    T m_value = T();
};

/// Of a process, a file, an event…: what CloseHandle() closes.
using Handle = Owned<HANDLE, &::CloseHandle>;

} // namespace Sonde::Agent::Windows
