# What `cmake --install` offers: find_package(vertebra), pkg-config, the program, and the rules we ship.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/vertebra")
set(rules_dir "${CMAKE_INSTALL_DATADIR}/vertebra/rules")

install(TARGETS vertebra EXPORT vertebraTargets FILE_SET HEADERS)
if(TARGET fhir)
  install(TARGETS fhir EXPORT vertebraTargets)
endif()
if(TARGET vertebra_cli)
  install(TARGETS vertebra_cli)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rules/" DESTINATION "${rules_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

install(EXPORT vertebraTargets NAMESPACE vertebra:: DESTINATION "${package_dir}")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/vertebraConfig.cmake.in" "${PROJECT_BINARY_DIR}/vertebraConfig.cmake"
  INSTALL_DESTINATION "${package_dir}" PATH_VARS rules_dir)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/vertebraConfigVersion.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/vertebraConfig.cmake" "${PROJECT_BINARY_DIR}/vertebraConfigVersion.cmake"
        DESTINATION "${package_dir}")

file(RELATIVE_PATH prefix_from_pc "/p/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/p")
string(REGEX REPLACE "/$" "" prefix_from_pc "${prefix_from_pc}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/vertebra.pc.in" "${PROJECT_BINARY_DIR}/vertebra.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/vertebra.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
