#!/bin/sh
# Builds and runs main.cpp with nothing but a compiler and pkg-config.
# usage: pkg_config.sh COMPILER FLAGS PKG_CONFIG_DIR WORK_DIR
set -eu
here=$(cd -- "$(dirname -- "$0")" && pwd)
compiler=$1 flags=$2 work=$4
export PKG_CONFIG_PATH="$3"
LD_LIBRARY_PATH=$(dirname -- "$3")  # for a build with BUILD_SHARED_LIBS
export LD_LIBRARY_PATH
mkdir -p -- "$work"
# pkg-config escapes spaces in paths for a shell: eval reads them back.
eval "set -- $flags $(pkg-config --cflags --libs --static vertebra)"
"$compiler" -std=c++20 "$here/main.cpp" "$@" -o "$work/consumer"
eval "rules=$(pkg-config --variable=rulesdir vertebra)"
"$work/consumer" "$rules/low_back_pain"
