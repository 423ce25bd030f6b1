# Tests of what a customer gets: install once into the build tree, then build projects against that.
include(GNUInstallDirs)

set(vertebra_test_prefix "${PROJECT_BINARY_DIR}/package/prefix")

add_test(NAME package.clean COMMAND "${CMAKE_COMMAND}" -E rm -rf "${vertebra_test_prefix}")
add_test(NAME package.install COMMAND "${CMAKE_COMMAND}" --install "${PROJECT_BINARY_DIR}"
                                      --prefix "${vertebra_test_prefix}")
set_tests_properties(package.clean PROPERTIES LABELS package FIXTURES_SETUP empty_prefix)
set_tests_properties(package.install PROPERTIES LABELS package FIXTURES_REQUIRED empty_prefix FIXTURES_SETUP package)

# Configures and builds the project in `source_dir` against the installed package, then runs its own tests.
function(vertebra_package_test name source_dir)
  add_test(NAME ${name}
           COMMAND "${CMAKE_CTEST_COMMAND}"
                   --build-and-test "${source_dir}" "${PROJECT_BINARY_DIR}/package/${name}"
                   --build-generator "${CMAKE_GENERATOR}"
                   --build-options "-DCMAKE_PREFIX_PATH=${vertebra_test_prefix}"
                                   "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}" "-DCMAKE_CXX_FLAGS=${CMAKE_CXX_FLAGS}"
                   --test-command "${CMAKE_CTEST_COMMAND}" --output-on-failure --no-tests=error)
  set_tests_properties(${name} PROPERTIES LABELS package FIXTURES_REQUIRED package)
endfunction()
