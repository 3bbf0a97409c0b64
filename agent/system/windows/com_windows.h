// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <windows.h>

#include <oleauto.h>

namespace Sonde::Agent::Windows {

/// A COM interface that gives itself back.
template<typename T>
class Interface final
{
    Q_DISABLE_COPY_MOVE(Interface)

public:
    Interface() = default;
    ~Interface()
    {
        if (m_pointer)
            m_pointer->Release();
    }

    [[nodiscard]] T **out() { return &m_pointer; }
    [[nodiscard]] T *operator->() const { return m_pointer; }
    [[nodiscard]] T *get() const { return m_pointer; }

private:
    T *m_pointer = nullptr;
};

/// COM for this thread, for as long as it is asked.
class ComThread final
{
    Q_DISABLE_COPY_MOVE(ComThread)

public:
    ComThread()
        : m_result(::CoInitializeEx(nullptr, COINIT_MULTITHREADED))
    {
    }
    ~ComThread()
    {
        if (SUCCEEDED(m_result))
            ::CoUninitialize();
    }

private:
    HRESULT m_result;
};

/// Gives it back.
[[nodiscard]] inline QString takenText(BSTR text)
{
    const QString result = text ? QString::fromWCharArray(text, int(::SysStringLen(text))) : QString();
    ::SysFreeString(text);
    return result;
}

/// A text for a call.
class ComText final
{
    Q_DISABLE_COPY_MOVE(ComText)

public:
    explicit ComText(const QString &text)
        : m_text(::SysAllocStringLen(reinterpret_cast<const wchar_t *>(text.utf16()), UINT(text.size())))
    {
    }
    ~ComText() { ::SysFreeString(m_text); }

    [[nodiscard]] BSTR get() const { return m_text; }

private:
    BSTR m_text;
};

} // namespace Sonde::Agent::Windows
