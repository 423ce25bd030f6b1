# The flags of every target of ours. Headers of other packages are system headers and stay silent.

include(CheckCXXCompilerFlag)

set(vertebra_warnings
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wformat=2 -Wimplicit-fallthrough -Wundef
    -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wextra-semi
    -Wno-sign-conversion              # g++ leaves it out of -Wconversion, clang does not: one rule for both
    -Wno-missing-field-initializers)  # designated initializers leave fields at their defaults on purpose
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND vertebra_warnings -Wno-restrict -Wno-array-bounds)  # false alarms on "text" + std::string, GCC bug 105651
endif()
if(VERTEBRA_WERROR)
  list(APPEND vertebra_warnings -Werror)
endif()

# The same bits from every compiler and level: no fused multiply-add, no reordering of sums.
set(vertebra_arithmetic -ffp-contract=off -fno-fast-math)

# Hardening of release builds (OpenSSF compiler guide). Not every compiler and processor has every flag.
set(vertebra_hardening -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS)
foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero)
  string(MAKE_C_IDENTIFIER "VERTEBRA_HAS${flag}" known)
  check_cxx_compiler_flag(${flag} ${known})
  if(${known})
    list(APPEND vertebra_hardening ${flag})
  endif()
endforeach()
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(vertebra_link_hardening -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed)
endif()

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

function(vertebra_flags target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE ${vertebra_warnings} ${vertebra_arithmetic}
                                           "$<$<CONFIG:Release>:${vertebra_hardening}>")
  target_link_options(${target} PRIVATE "$<$<CONFIG:Release>:${vertebra_link_hardening}>")
endfunction()
