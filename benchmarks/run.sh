#!/usr/bin/env bash
# Measures the plugin against a Maven goal that does nothing and against a plain scan for 13 tokens.
#
#   benchmarks/run.sh [ROUNDS]
#
# Needs bash, python3, java and mvn, and the plugin in the local repository: mvn -q install -DskipTests -Dinvoker.skip
# WORK is where trees go (default: target/benchmarks), MVN how Maven is called when it is timed (default: mvn -o).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-5}
work=${WORK:-$here/../target/benchmarks}
mkdir -p "$work/logs" "$work/classes"
work=$(cd "$work" && pwd)

version=$(python3 -c 'import sys, xml.etree.ElementTree as t
print(t.parse(sys.argv[1]).findtext("{http://maven.apache.org/POM/4.0.0}version"))' "$here/../pom.xml")
goal=io.github.lambdadb:lambda-db-maven-plugin:$version:check
mvn="${MVN:-mvn -o} -B -Dlambda-db.failOn=never"

python3 "$here/trees.py" "$work"
javac -d "$work/classes" "$here/TokenScan.java"

# What a function reaches is copied in beside the libraries: one function into L, five into S.
functions() { # TREE COPY CLASS...
    local from=$work/$1 to=$work/$2 class
    shift 2
    [ -d "$to" ] || cp -R "$from" "$to"
    rm -rf "$to/functions"
    mkdir -p "$to/functions/com/acme/orders"
    for class in "$@"; do
        cp "$here/functions/com/acme/orders/$class.java" "$to/functions/com/acme/orders"
    done
}
functions L L-1-function OrderHandler OrderDao ConnectionPool
functions S S-5-functions {Order,Owner,Refund,Stock,Audit}Handler OrderDao ConnectionPool
mkdir -p "$work/empty"
functions empty 1-function OrderHandler OrderDao ConnectionPool

# name, folder, command
python3 "$here/rounds.py" "$rounds" "$work/logs" <<LIST
maven-nothing	$work/L	$mvn $goal -Dlambda-db.skip
token-scan	$work/L	java -cp '$work/classes' TokenScan .
check-L	$work/L	$mvn $goal
check-L-1-function	$work/L-1-function	$mvn $goal
check-1-function	$work/1-function	$mvn $goal
check-S-5-functions	$work/S-5-functions	$mvn $goal
check-L-1-function-256m	$work/L-1-function	MAVEN_OPTS=-Xmx256m $mvn $goal
LIST
