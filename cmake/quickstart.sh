#!/bin/sh
# The commands of README.md, on a fresh Debian 12 that has only git (as root, or with sudo):
#   cmake/quickstart.sh run     build the program and ask it about one patient
#   cmake/quickstart.sh test    build everything and run every test
# and one for Python:
#   cmake/quickstart.sh python  install the package into the virtual environment build/venv
# Three more words only install: `ci` what .ci/run needs besides, `bench` what benchmarks/peers/compare.sh needs besides, and
# `spark` what the test of the package on Apache Spark needs.
set -eu
cd -- "$(dirname -- "$0")/.."

# Who needs it, and why. Boost is 1.81 by name: Debian's unversioned packages are 1.74 and exclude it.
packages() {
  cat <<'END'
run  g++                              # the compiler
run  cmake                            # the build
run  ninja-build                      # its generator
run  libyaml-cpp-dev                  # rule sets and answers in YAML
run  libboost1.81-dev                 # Boost.Graph (headers)
run  libboost-json1.81-dev            # Boost.JSON
run  libboost-program-options1.81-dev # the command line
run  libeigen3-dev                    # the arguments × treatments matrix (headers)
run  libhwy-dev                       # Highway: vectors of whatever width the processor has
python python3-venv                   # an environment for the package
python python3-dev                    # the headers of Python
test pybind11-dev                     # the Python module of the developer's build; pip brings its own
test libgtest-dev                     # GoogleTest
test libgmock-dev                     # its matchers
test librapidcheck-dev                # property tests
test libbenchmark-dev                 # Google Benchmark
test nlohmann-json3-dev               # what the FHIR reader is measured against
test pkgconf                          # the test that uses the installed package through pkg-config
test python3-jsonschema               # the schemas against the files that they describe
test python3-yaml                     # the same: rule files as an editor reads them
test graphviz                         # `graph --format svg` draws with it; without it that test skips
bench libclips-dev                    # a peer: rules in CLIPS
bench nodejs                          # runs the peers that are npm packages
bench npm                             # installs them, by their lock file
spark openjdk-17-jre-headless         # Apache Spark runs on it; the rest comes from PyPI
ci   clang                            # the second compiler, sanitizers
ci   libclang-rt-14-dev               # their run-time libraries, and libFuzzer
ci   clang-format                     # the layout check
ci   locales                          # German and Turkish ones: no byte may change with them
ci   ccache                           # a second run takes minutes less
END
}

install_missing() {
  command -v dpkg-query >/dev/null || return 0  # not Debian: CMake will say what it does not find
  missing=
  for package in $(packages | sed -nE "s/^($1) +([^ ]+).*/\2/p"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "quickstart: please have these packages installed, then run this again:$missing" >&2
      exit 1
    fi
    as_root=sudo
  fi
  echo "quickstart: installing$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words on purpose
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
}

build() {
  cmake --preset "$1"
  cmake --build --preset "$1"
}

case "${1-}" in
  run)
    install_missing run
    build release
    build/release/src/vertebra evaluate --rules rules/low_back_pain \
      --patient examples/data/acute_tight_muscles.yaml --as-of 2026-01-31
    ;;
  test)
    install_missing 'run|python|test'
    build dev
    ctest --preset dev -j "$(nproc)"
    ;;
  python)
    install_missing 'run|python'
    python3 -m venv build/venv
    build/venv/bin/pip install '.[study]'
    ;;
  ci)
    install_missing 'run|python|test|ci'
    ;;
  spark)
    install_missing 'run|python|test|spark'
    ;;
  bench)
    install_missing 'run|test|bench'
    ;;
  *)
    echo "usage: $0 run|test|python" >&2
    exit 2
    ;;
esac
