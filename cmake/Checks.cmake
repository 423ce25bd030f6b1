# Targets for people who change the project.
#   check          build everything, formatting, every test (the layer test among them): before asking for review
#   format         lay out the sources;  format_check  only say what is not laid out
#   tidy           clang-tidy over src; in the asan preset, whose compiler it knows

set(our_sources "git ls-files -z --cached --others --exclude-standard '*.cpp' '*.hpp' '*.h'")
foreach(kind format format_check)
  set(mode "-i")
  if(kind STREQUAL "format_check")
    set(mode "--dry-run -Werror")
  endif()
  add_custom_target(
    ${kind}
    COMMAND sh -c "${our_sources} | xargs -0 -r clang-format ${mode}"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    VERBATIM)
endforeach()

add_custom_target(
  tidy
  COMMAND run-clang-tidy -quiet -p "${PROJECT_BINARY_DIR}" "${PROJECT_SOURCE_DIR}/src/.*"
  USES_TERMINAL VERBATIM)

if(VERTEBRA_BUILD_TESTS)
  include(ProcessorCount)
  ProcessorCount(processors)
  add_custom_target(
    check
    COMMAND "${CMAKE_CTEST_COMMAND}" --output-on-failure -j ${processors}
    WORKING_DIRECTORY "${PROJECT_BINARY_DIR}"
    USES_TERMINAL VERBATIM)
  add_dependencies(check format_check)
  foreach(target vertebra fhir vertebra_cli vertebra_python vertebra_tests vertebra_agreement_tests
                 vertebra_shared_tests vertebra_benchmarks)
    if(TARGET ${target})
      add_dependencies(check ${target})
    endif()
  endforeach()
endif()
