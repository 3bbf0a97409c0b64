# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target shares: language level, warnings, Qt switches, sanitizers and the one way to declare a room.

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

if(WIN32)
    set(SONDE_PLATFORM windows)
elseif(APPLE)
    set(SONDE_PLATFORM macos)
else()
    set(SONDE_PLATFORM linux)
endif()
include(SondeLibraries)

add_library(sonde_flags INTERFACE)
target_compile_definitions(sonde_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER
    QT_ENABLE_STRICT_MODE_UP_TO=0x060800 SONDE_VERSION="${PROJECT_VERSION}")
if(WIN32) # 10 1709 and later, without the macros of windows.h that have common names
    target_compile_definitions(sonde_flags INTERFACE
        UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00 NTDDI_VERSION=0x0A000004)
endif()
if(MSVC)
    target_compile_options(sonde_flags INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus)
    target_compile_definitions(sonde_flags INTERFACE _CRT_SECURE_NO_WARNINGS)
else()
    target_compile_options(sonde_flags INTERFACE -Wall -Wextra -Wpedantic -Wcast-qual -Wnon-virtual-dtor -Wold-style-cast
        -Woverloaded-virtual
        $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -fvisibility=hidden)
    # A unity build compiles sources that GCC takes for headers, whose classes must not hold what is private to one source.
    target_compile_options(sonde_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    # GCC invents dangling pointers inside Qt's containers at -O2.
    target_compile_options(sonde_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-dangling-reference>)
endif()
# Lets ccache see through precompiled headers.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
# GCC collects its garbage whenever its memory has grown by a third, which after a precompiled header is all the time: a seventh of what it
# does. So it begins later (KiB), and takes a tenth more memory.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=700000>)
if(SONDE_WERROR)
    target_compile_options(sonde_flags INTERFACE $<IF:$<BOOL:${MSVC}>,/WX,-Werror>)
endif()
# Where ./dev builds with a Debian 13 runtime, programs start outside of it, too, and see the machine as it is: they name the runtime's
# loader, and where they find libraries. DT_RPATH and not DT_RUNPATH: it counts for the libraries of libraries and for plugins.
set(SONDE_RUNTIME "" CACHE PATH "The Debian 13 runtime that ./dev builds with; empty where this machine has what is needed")
if(SONDE_RUNTIME)
    set(RUNTIME_LIBRARIES "${SONDE_RUNTIME}/usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}")
    file(GLOB loader "${RUNTIME_LIBRARIES}/ld-linux-*.so.*")
    add_link_options("LINKER:--dynamic-linker=${loader}" "LINKER:--disable-new-dtags"
        "LINKER:-rpath,${RUNTIME_LIBRARIES}:${RUNTIME_LIBRARIES}/libproxy")
endif()
if(SONDE_SANITIZE)
    # What is found ends the program: a fuzzer, too, would go on past what is undefined.
    add_compile_options(-fsanitize=${SONDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${SONDE_SANITIZE})
endif()
if(SONDE_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Precompiled headers, made once per kind and shared by all targets of that kind: core, network or widgets. They hold what most files
# of the kind include, not whole modules: an umbrella header takes longer to load than it saves. ccache does not see with which definitions
# a header is precompiled (pch_defines, in dev): when those of sonde_flags change, this list has to change with them.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC}) # so that they fit libraries and programs alike
set(SONDE_PCH_core <QByteArray> <QCborArray> <QCborMap> <QDateTime> <QDir> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap>
    <QMetaEnum> <QObject> <QPointer> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant> <algorithm> <array> <chrono> <expected>
    <functional> <memory> <optional> <ranges> <span> <stop_token> <utility> <variant> <vector>)
set(SONDE_PCH_network ${SONDE_PCH_core} <QAbstractItemModel> <QHostAddress> <QNetworkAccessManager> <QNetworkReply> <QSslConfiguration>
    <QSslSocket>)
set(SONDE_PCH_widgets ${SONDE_PCH_core} <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QEvent> <QLabel> <QLineEdit> <QMenu>
    <QPainter> <QPlainTextEdit> <QPushButton> <QStyle> <QTableView> <QToolButton> <QWidget>)
set(SONDE_PCH_LIBRARIES_core Qt6::Core)
set(SONDE_PCH_LIBRARIES_network Qt6::Core Qt6::Network)
set(SONDE_PCH_LIBRARIES_widgets Qt6::Core Qt6::Gui Qt6::Widgets)
if(SONDE_WEBSOCKETS)
    list(APPEND SONDE_PCH_network <QWebSocket>)
    list(APPEND SONDE_PCH_LIBRARIES_network Qt6::WebSockets)
endif()
set(SONDE_PCH_KINDS core network)
if(SONDE_WEBSOCKETS)
    list(APPEND SONDE_PCH_KINDS widgets)
endif()
foreach(kind ${SONDE_PCH_KINDS})
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/pch_${kind}.cpp" CONTENT "")
    add_library(sonde_pch_${kind} OBJECT "${CMAKE_BINARY_DIR}/pch_${kind}.cpp")
    set_target_properties(sonde_pch_${kind} PROPERTIES AUTOMOC OFF)
    target_link_libraries(sonde_pch_${kind} PRIVATE sonde_flags ${SONDE_PCH_LIBRARIES_${kind}})
    target_precompile_headers(sonde_pch_${kind} PRIVATE ${SONDE_PCH_${kind}})
endforeach()

# ---------------------------------------------------------------------------------------------------------------------
# Rooms. A folder with sources is a room: one static library, named after its folder (agent/formats/elf is sonde_agent_formats_elf). Its
# headers are included by their path ("agent/formats/elf/elfformat.h") and are found only by who names the room: each room's headers
# stand behind a door of their own, a folder of links under rooms/ in the build folder.

define_property(GLOBAL PROPERTY SONDE_ROOMS BRIEF_DOCS "A line for each room, program and test: its files and the rooms it names")
define_property(GLOBAL PROPERTY SONDE_SEAM_GAPS BRIEF_DOCS "Files that this platform needs and does not have")

# The targets of rooms.
function(sonde_targets result)
    set(targets ${ARGN})
    list(TRANSFORM targets PREPEND sonde_)
    list(TRANSFORM targets REPLACE "/" "_")
    set(${result} ${targets} PARENT_SCOPE)
endfunction()

# For the test of the rooms: what this target of this folder consists of.
function(sonde_take_down target sources exposes uses)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
    list(JOIN sources " " sources)
    list(JOIN exposes " " exposes)
    list(JOIN uses " " uses)
    set_property(GLOBAL APPEND PROPERTY SONDE_ROOMS "${target}|${folder}|${sources}|${exposes}|${uses}")
endfunction()

# Puts the headers among a target's sources behind its door, and takes down what the target consists of.
function(sonde_furnish target visibility sources exposes uses)
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
    set(door "${CMAKE_BINARY_DIR}/rooms/${target}")
    file(REMOVE_RECURSE "${door}")
    set(headers ${sources})
    list(FILTER headers INCLUDE REGEX "\\.h$")
    if(headers)
        file(MAKE_DIRECTORY "${door}/${folder}")
        foreach(header ${headers})
            file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}/${header}" "${door}/${folder}/${header}" COPY_ON_ERROR SYMBOLIC)
        endforeach()
        target_include_directories(${target} ${visibility} "${door}")
    endif()
    sonde_take_down(${target} "${sources}" "${exposes}" "${uses}")
endfunction()

# What moc has to know of the platform, as it reads no headers of the system: of a class it needs no more than its text, and to go through
# those of Qt takes it thirty times as long.
set(SONDE_MOC_DEFINITIONS_linux -DQ_OS_UNIX -DQ_OS_LINUX)
set(SONDE_MOC_DEFINITIONS_macos -DQ_OS_UNIX -DQ_OS_MACOS)
set(SONDE_MOC_DEFINITIONS_windows -DQ_OS_WIN)
if(CMAKE_HOST_UNIX)
    get_target_property(_configuration Qt6::moc IMPORTED_CONFIGURATIONS)
    list(GET _configuration 0 _configuration)
    get_target_property(SONDE_MOC_PROGRAM Qt6::moc IMPORTED_LOCATION_${_configuration})
    list(JOIN SONDE_MOC_DEFINITIONS_${SONDE_PLATFORM} " " SONDE_MOC_DEFINITIONS)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/moc.in" "${CMAKE_BINARY_DIR}/moc" @ONLY
        FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
endif()

# moc runs where there is something for it: a source ends with `#include "moc_<name>.cpp"`, and a header without one is compiled for itself.
function(sonde_find_moc target sources)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    foreach(source ${sources})
        file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/${source}" found REGEX "Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
        if(found)
            set_target_properties(${target} PROPERTIES AUTOMOC ON)
            if(CMAKE_HOST_UNIX)
                set_target_properties(${target} PROPERTIES AUTOMOC_EXECUTABLE "${CMAKE_BINARY_DIR}/moc")
            endif()
            break()
        endif()
    endforeach()
endfunction()

# sonde_room(SOURCES … SEAM … LINUX … WINDOWS … MACOS … EXPOSES … USES … LINK … PCH core|network|widgets): this folder is a room.
#   SEAM     names whose header one file for each platform fills: <name>_linux.cpp, or <name>_unix.cpp for Linux and macOS
#   LINUX …  sources of that platform alone
#   EXPOSES  rooms whose headers its own headers include; who names this room finds them, too
#   USES     rooms that only its sources include
#   LINK     libraries that are not rooms
#   LINUX_USES, LINUX_LINK, WINDOWS_…   the same of the sources of that platform alone
function(sonde_room)
    cmake_parse_arguments(ROOM "" "PCH"
        "SOURCES;SEAM;LINUX;WINDOWS;MACOS;EXPOSES;USES;LINK;LINUX_USES;LINUX_LINK;WINDOWS_USES;WINDOWS_LINK" ${ARGN})
    string(TOUPPER ${SONDE_PLATFORM} platform)
    list(APPEND ROOM_USES ${ROOM_${platform}_USES})
    list(APPEND ROOM_LINK ${ROOM_${platform}_LINK})
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${PROJECT_SOURCE_DIR}" OUTPUT_VARIABLE folder)
    sonde_targets(target ${folder})
    sonde_targets(exposed ${ROOM_EXPOSES})
    sonde_targets(used ${ROOM_USES})
    if(NOT SONDE_WEBSOCKETS)
        list(REMOVE_ITEM ROOM_LINK Qt6::WebSockets)
    endif()
    set(sources ${ROOM_SOURCES} ${ROOM_${platform}})
    foreach(name ${ROOM_SEAM})
        set(filling ${name}_${SONDE_PLATFORM}.cpp)
        if(NOT WIN32 AND EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${name}_unix.cpp")
            set(filling ${name}_unix.cpp)
        endif()
        list(APPEND sources ${name}.h ${filling})
        if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${filling}")
            list(REMOVE_ITEM sources ${filling})
            set_property(GLOBAL APPEND PROPERTY SONDE_SEAM_GAPS "${folder}/${filling}")
        endif()
    endforeach()

    set(compiled ${sources})
    list(FILTER compiled INCLUDE REGEX "\\.cpp$")
    if(compiled)
        add_library(${target} STATIC ${sources})
        target_link_libraries(${target} PUBLIC sonde_flags ${exposed} ${ROOM_LINK} PRIVATE ${used})
        target_precompile_headers(${target} REUSE_FROM sonde_pch_${ROOM_PCH})
        sonde_find_moc(${target} "${sources}")
        sonde_furnish(${target} PUBLIC "${sources}" "${ROOM_EXPOSES}" "${ROOM_USES}")
    else()
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE sonde_flags ${exposed} ${ROOM_LINK})
        sonde_furnish(${target} INTERFACE "${sources}" "${ROOM_EXPOSES}" "${ROOM_USES}")
    endif()
endfunction()

# What Windows calls each program.
set(SONDE_FACTS_sonde "Sonde")
set(SONDE_FACTS_sonde-agent "Sonde device agent")
set(SONDE_FACTS_sonde-cli "Sonde command line")
set(SONDE_FACTS_sonde-service "Sonde tenant service")

# Version and publisher in a program of Windows. Not among its sources: windres cannot be given what compilers are.
function(sonde_version_facts target)
    if(NOT MINGW OR NOT DEFINED SONDE_FACTS_${target})
        return()
    endif()
    set(facts_name ${target})
    set(facts_description "${SONDE_FACTS_${target}}")
    set(script "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
    set(object "${CMAKE_CURRENT_BINARY_DIR}/${target}-version.o")
    configure_file("${PROJECT_SOURCE_DIR}/resources/windows/version.rc.in" "${script}" @ONLY)
    add_custom_command(OUTPUT "${object}"
        COMMAND "${CMAKE_RC_COMPILER}" "--preprocessor=${CMAKE_CXX_COMPILER}" --preprocessor-arg=-E --preprocessor-arg=-xc
            --preprocessor-arg=-DRC_INVOKED -O coff "${script}" "${object}"
        DEPENDS "${script}" COMMENT "Version facts of ${target}" VERBATIM)
    set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
    target_sources(${target} PRIVATE "${object}")
endfunction()

# sonde_program(<name> SOURCES … USES … LINK … PCH …): a program in this folder. Its headers are its own.
function(sonde_program target)
    cmake_parse_arguments(PROGRAM "" "PCH" "SOURCES;USES;LINK" ${ARGN})
    sonde_targets(used ${PROGRAM_USES})
    if(NOT SONDE_WEBSOCKETS)
        list(REMOVE_ITEM PROGRAM_LINK Qt6::WebSockets)
    endif()
    add_executable(${target} ${PROGRAM_SOURCES})
    target_link_libraries(${target} PRIVATE sonde_flags ${used} ${PROGRAM_LINK})
    if(PROGRAM_PCH)
        target_precompile_headers(${target} REUSE_FROM sonde_pch_${PROGRAM_PCH})
    endif()
    sonde_version_facts(${target})
    sonde_find_moc(${target} "${PROGRAM_SOURCES}")
    sonde_furnish(${target} PRIVATE "${PROGRAM_SOURCES}" "" "${PROGRAM_USES}")
endfunction()

# After all rooms: what tst_layers draws its picture from, and what keeps this platform from being built.
function(sonde_close_rooms)
    get_property(rooms GLOBAL PROPERTY SONDE_ROOMS)
    list(JOIN rooms "\n" rooms)
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/rooms.txt" CONTENT "${rooms}\n")
    get_property(gaps GLOBAL PROPERTY SONDE_SEAM_GAPS)
    if(gaps)
        list(JOIN gaps "\n  " gaps)
        message(FATAL_ERROR "Sonde is not written for ${SONDE_PLATFORM} yet. To be written against the headers beside them:\n  ${gaps}")
    endif()
endfunction()
