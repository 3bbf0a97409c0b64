# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target shares: language level, warnings, Qt switches, sanitizers and the one way to declare a layer.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${SONDE_BIN_DIR}")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

find_package(Qt6 6.8 REQUIRED COMPONENTS Core Concurrent Network WebSockets HttpServer Sql Gui Widgets Svg Test LinguistTools)
find_package(KF6SyntaxHighlighting REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(LibArchive REQUIRED)

if(WIN32)
    set(SONDE_PLATFORM windows)
elseif(APPLE)
    set(SONDE_PLATFORM macos)
else()
    set(SONDE_PLATFORM linux)
    find_package(Qt6 6.8 REQUIRED COMPONENTS DBus) # to ask systemd
endif()

add_library(sonde_flags INTERFACE)
target_compile_definitions(sonde_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER
    QT_ENABLE_STRICT_MODE_UP_TO=0x060800 SONDE_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(sonde_flags INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus)
else()
    target_compile_options(sonde_flags INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -fvisibility=hidden)
    # GCC invents dangling pointers inside Qt's containers at -O2.
    target_compile_options(sonde_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-dangling-reference>)
endif()
# Lets ccache see through precompiled headers.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
if(SONDE_WERROR)
    target_compile_options(sonde_flags INTERFACE $<IF:$<BOOL:${MSVC}>,/WX,-Werror>)
endif()
if(SONDE_SANITIZE)
    add_compile_options(-fsanitize=${SONDE_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SONDE_SANITIZE})
endif()
if(SONDE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Precompiled headers, made once per kind and shared by all targets of that kind: core, network or widgets. They hold what most files
# of the kind include, not whole modules: an umbrella header takes longer to load than it saves.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC}) # so that they fit libraries and programs alike
set(SONDE_PCH_core <QByteArray> <QCborArray> <QCborMap> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap>
    <QMetaEnum> <QObject> <QPointer> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant> <algorithm> <chrono> <expected> <functional>
    <memory> <optional> <ranges> <span> <utility> <variant> <vector>)
set(SONDE_PCH_network ${SONDE_PCH_core} <QAbstractItemModel> <QHostAddress> <QNetworkAccessManager> <QNetworkReply> <QSslConfiguration>
    <QSslSocket> <QWebSocket>)
set(SONDE_PCH_widgets ${SONDE_PCH_core} <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QEvent> <QLabel> <QLineEdit> <QMenu>
    <QPainter> <QPlainTextEdit> <QPushButton> <QStyle> <QTableView> <QToolButton> <QWidget>)
set(SONDE_PCH_LIBRARIES_core Qt6::Core)
set(SONDE_PCH_LIBRARIES_network Qt6::Core Qt6::Network Qt6::WebSockets)
set(SONDE_PCH_LIBRARIES_widgets Qt6::Core Qt6::Gui Qt6::Widgets)
foreach(kind core network widgets)
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/pch_${kind}.cpp" CONTENT "")
    add_library(sonde_pch_${kind} OBJECT "${CMAKE_BINARY_DIR}/pch_${kind}.cpp")
    set_target_properties(sonde_pch_${kind} PROPERTIES AUTOMOC OFF)
    target_link_libraries(sonde_pch_${kind} PRIVATE sonde_flags ${SONDE_PCH_LIBRARIES_${kind}})
    target_precompile_headers(sonde_pch_${kind} PRIVATE ${SONDE_PCH_${kind}})
endforeach()

function(sonde_use_pch target kind)
    target_precompile_headers(${target} REUSE_FROM sonde_pch_${kind})
endfunction()

# sonde_layer(<name> SOURCES … LINK … PCH core|network|widgets): a static library target sonde_<name> whose headers are found only by who
# links it. Headers are included by file name ("grammar.h"), so an include against the arrows of the architecture does not compile.
function(sonde_layer name)
    cmake_parse_arguments(LAYER "" "PCH" "SOURCES;LINK" ${ARGN})
    add_library(sonde_${name} STATIC ${LAYER_SOURCES})
    target_include_directories(sonde_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(sonde_${name} PUBLIC sonde_flags ${LAYER_LINK})
    if(LAYER_PCH)
        sonde_use_pch(sonde_${name} ${LAYER_PCH})
    endif()
endfunction()
