# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The libraries that Sonde is made of. What the agent needs has to be there, and elsewhere all of them: a cross compiler's prefix may hold
# no more than that (SONDE_LEAVE_OUT), and then the agent alone is built, as it is where SONDE_WEBSOCKETS is off.

option(SONDE_LEAVE_OUT "Where libraries of the other programs are missing, say so and build the agent alone" OFF)

find_package(Qt6 6.8 REQUIRED COMPONENTS Core Concurrent Network Test)
find_package(OpenSSL REQUIRED)
find_package(LibArchive REQUIRED)
find_package(ZLIB REQUIRED)
if(SONDE_PLATFORM STREQUAL linux)
    find_package(Qt6 6.8 REQUIRED COMPONENTS DBus) # to ask systemd
endif()

# Of the service, the workstation and sonde-cli.
set(SONDE_MODULES WebSockets HttpServer Sql Gui Widgets Svg LinguistTools)
if(NOT SONDE_WEBSOCKETS)
    set(SONDE_MODULES "")
elseif(SONDE_LEAVE_OUT)
    find_package(Qt6 6.8 QUIET OPTIONAL_COMPONENTS ${SONDE_MODULES})
    find_package(KF6SyntaxHighlighting QUIET)
    find_package(Qt6Keychain QUIET)
    find_package(yaml-cpp QUIET)
else()
    find_package(Qt6 6.8 REQUIRED COMPONENTS ${SONDE_MODULES})
    find_package(KF6SyntaxHighlighting REQUIRED)
    find_package(Qt6Keychain REQUIRED)
    find_package(yaml-cpp REQUIRED)
endif()
if(NOT WIN32)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(Yara REQUIRED IMPORTED_TARGET yara)
endif()

set(SONDE_MISSING "")
foreach(module ${SONDE_MODULES})
    if(NOT Qt6${module}_FOUND)
        list(APPEND SONDE_MISSING "Qt ${module}")
    endif()
endforeach()
foreach(package KF6SyntaxHighlighting Qt6Keychain yaml-cpp)
    if(SONDE_WEBSOCKETS AND NOT ${package}_FOUND)
        list(APPEND SONDE_MISSING ${package})
    endif()
endforeach()
if(SONDE_MISSING)
    list(JOIN SONDE_MISSING ", " SONDE_MISSING)
    message(NOTICE "Left out: sonde, sonde-cli and sonde-service, for the prefix has no ${SONDE_MISSING}.")
    set(SONDE_WEBSOCKETS OFF)
endif()
