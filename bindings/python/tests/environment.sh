#!/bin/sh
# usage: environment.sh PYTHON FOLDER   a virtual environment with what the tests of the package need, made once
set -eu
requirements=$(dirname -- "$0")/requirements.txt
python=$1
folder=$2
if cmp -s "$requirements" "$folder/requirements.txt" && "$folder/bin/python" -c ''; then
  exit 0
fi
rm -rf "$folder"
"$python" -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
cp "$requirements" "$folder/requirements.txt"
