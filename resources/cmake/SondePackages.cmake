# SPDX-FileCopyrightText: 2026 Sonde contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What is installed, part by part, and the Debian packages of the parts (./dev package). A part is a component of install().

include(GNUInstallDirs)
set(DEBIAN_FILES "${PROJECT_SOURCE_DIR}/resources/debian")
set(SYSTEMD_FILES "${PROJECT_SOURCE_DIR}/resources/systemd")

install(TARGETS sonde COMPONENT workstation)
install(TARGETS sonde-cli COMPONENT cli)
install(TARGETS sonde-service COMPONENT service)
install(TARGETS sonde-agent COMPONENT agent)
if(NOT SONDE_PLATFORM STREQUAL linux)
    return()
endif()

install(FILES "${PROJECT_SOURCE_DIR}/resources/sonde.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT workstation)
install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/sonde.svg" DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
    COMPONENT workstation)
foreach(part service agent)
    install(FILES "${SYSTEMD_FILES}/sonde-${part}.service" DESTINATION lib/systemd/system COMPONENT ${part})
    install(FILES "${DEBIAN_FILES}/sonde-${part}.md" DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/sonde-${part} RENAME README.md
        COMPONENT ${part})
endforeach()
install(FILES "${SYSTEMD_FILES}/sonde-service.sysusers" DESTINATION lib/sysusers.d RENAME sonde-service.conf COMPONENT service)
install(FILES "${SYSTEMD_FILES}/service.json" DESTINATION /etc/sonde COMPONENT service)
foreach(part workstation cli service agent)
    string(REPLACE sonde-workstation sonde package sonde-${part})
    install(FILES "${DEBIAN_FILES}/copyright" DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${part})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL workstation cli service agent)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Sonde contributors <sonde@localhost>")
set(CPACK_PACKAGE_VENDOR "Sonde contributors")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)

set(CPACK_DEBIAN_WORKSTATION_PACKAGE_NAME sonde)
set(CPACK_DEBIAN_WORKSTATION_DESCRIPTION "live response for security operations: the analyst's workstation
Opens a console on a device of the tenant: evidence, scripts, remediation and
undo, with a journal that proves what was done. Started alone it brings up a
tenant of its own, with this computer as its device.")
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_DEPENDS
    "sonde-service (= ${PROJECT_VERSION}), sonde-agent (= ${PROJECT_VERSION}), qt6-svg-plugins, libqt6sql6-sqlite")
set(CPACK_DEBIAN_WORKSTATION_PACKAGE_RECOMMENDS "qt6-wayland, fonts-inter, fonts-jetbrains-mono, fonts-noto-cjk")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME sonde-cli)
set(CPACK_DEBIAN_CLI_DESCRIPTION "live response for security operations: the command line
Does from scripts what the workstation does, and sets a tenant up.")
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "sonde-service, sonde-agent")

set(CPACK_DEBIAN_SERVICE_PACKAGE_NAME sonde-service)
set(CPACK_DEBIAN_SERVICE_DESCRIPTION "live response for security operations: the tenant
Keeps the inventory, the library, the evidence and the journal. Starts when it
is enabled.")
set(CPACK_DEBIAN_SERVICE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVICE_PACKAGE_DEPENDS "libqt6sql6-sqlite, systemd")
set(CPACK_DEBIAN_SERVICE_PACKAGE_RECOMMENDS "forensic-artifacts")

set(CPACK_DEBIAN_AGENT_PACKAGE_NAME sonde-agent)
set(CPACK_DEBIAN_AGENT_DESCRIPTION "live response for security operations: the device
Makes this computer a device of a tenant. Starts when it is enrolled and
enabled.")
set(CPACK_DEBIAN_AGENT_PACKAGE_SECTION net)
set(CPACK_DEBIAN_AGENT_PACKAGE_RECOMMENDS "nftables")
set(CPACK_DEBIAN_AGENT_PACKAGE_SUGGESTS "clamav-daemon")

# Debian's names of the scripts that a package runs.
foreach(part service agent)
    string(TOUPPER ${part} PART)
    set(SCRIPTS "")
    foreach(script postinst prerm postrm)
        configure_file("${DEBIAN_FILES}/${part}.${script}" "${CMAKE_BINARY_DIR}/debian/${part}/${script}"
            FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE COPYONLY)
        list(APPEND SCRIPTS "${CMAKE_BINARY_DIR}/debian/${part}/${script}")
    endforeach()
    set(CPACK_DEBIAN_${PART}_PACKAGE_CONTROL_STRICT_PERMISSION ON)
    set(CPACK_DEBIAN_${PART}_PACKAGE_CONTROL_EXTRA "${SCRIPTS}")
endforeach()
file(WRITE "${CMAKE_BINARY_DIR}/debian/service/conffiles" "/etc/sonde/service.json\n")
list(APPEND CPACK_DEBIAN_SERVICE_PACKAGE_CONTROL_EXTRA "${CMAKE_BINARY_DIR}/debian/service/conffiles")
include(CPack)
