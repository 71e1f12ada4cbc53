#!/bin/bash
# What `larmor choose` is worth: its pick against the fastest of all settings on a dense grid, and its promise at
# voltages that it has not seen, for end states at t' = 1000.
#   bench/choose-evidence.sh [ACCURACY BATCH]...     without arguments 1e-3, 1e-6, 1e-9 with batches of 1, 64, 4096
# THREADS says how many threads may be used (1), RUN what to put before the command, such as `taskset -c 1`.
# A case takes one to three minutes.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
threads=${THREADS:-1}
[ $# -gt 0 ] || set -- 1e-3 1 1e-3 64 1e-3 4096 1e-6 1 1e-6 64 1e-6 4096 1e-9 1 1e-9 64 1e-9 4096
java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if [ -n "$home" ] && "$home/bin/java" -version 2>&1 | grep -q '"25'; then java=$home/bin/java; break; fi
done
"$java" -version 2>&1 | grep -q '"25' || { echo "choose-evidence: no JDK 25; set JAVA_HOME" >&2; exit 2; }
[ -d "$root/bench/target/test-classes" ] || { echo "choose-evidence: build first, with mvn -DskipTests package" >&2; exit 2; }
while [ $# -ge 2 ]; do
  ${RUN:-} "$java" --add-modules jdk.incubator.vector -XX:ObjectAlignmentInBytes=64 -cp "$root/bench/target/test-classes:$root/cli/target/lib/*" \
    larmor.bench.choice.ExhaustiveChoice "$1" "$2" "$threads" 2> /dev/null
  shift 2
done
