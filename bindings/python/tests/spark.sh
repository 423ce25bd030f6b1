#!/bin/sh
# usage: spark.sh PYTHON TESTS FOLDER
# Runs what needs Apache Spark in a virtual environment that has it, made once; java is that of the machine.
set -eu
python=$1
tests=$2
folder=$3
command -v java >/dev/null || { echo "spark.sh: install openjdk-17-jre-headless" >&2; exit 1; }
if [ ! -x "$folder/bin/pytest" ]; then
  "$python" -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check hypothesis numpy pandas pyarrow pyspark pytest
fi
PYSPARK_PYTHON="$folder/bin/python" exec "$folder/bin/python" -m pytest -q -p no:cacheprovider "$tests/spark_cohort.py"
