# Every package the project uses, once. Which layer may use which one is decided in tests/layers/layers.txt.

find_package(yaml-cpp REQUIRED)                            # rule sets and answers in YAML
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS json)   # Boost.JSON is compiled; Boost.Graph is headers
find_package(Eigen3 3.4 REQUIRED NO_MODULE)                # the arguments × treatments matrix; headers
find_package(hwy 1.0.3 REQUIRED)                           # Highway: one source for every vector width of the executors

if(VERTEBRA_BUILD_CLI)
  find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS program_options)
endif()

if(VERTEBRA_BUILD_TESTS)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)  # runs the test of the JSON Schemas
endif()

if(VERTEBRA_BUILD_BENCHMARKS)
  find_package(benchmark REQUIRED)
  find_path(CLIPS_INCLUDE_DIR clips/clips.h)  # one of the peers; without it the others are compared
  find_library(CLIPS_LIBRARY clips)
  mark_as_advanced(CLIPS_INCLUDE_DIR CLIPS_LIBRARY)
  find_package(nlohmann_json REQUIRED)  # the baseline of the FHIR reader
endif()
