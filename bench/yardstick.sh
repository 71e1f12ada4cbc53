#!/bin/bash
# Larmor's SIMD solvers against hand-written C++ kernels for the same equation, on one core, by turns.
#   bench/yardstick.sh [DIR]
# DIR holds the C++ sources (default: ../shared/yardstick beside the repository). Needs g++, taskset and Maven.
# Prints a line for each solver: its id, the median ratio of the times per trajectory and step (ours / C++),
# and the ends of a 95 % confidence interval of that median. CORE is the core to use (0), PAIRS how many pairs
# to run (12, at least 10). A launch of the JVM is one observation.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sources=${1:-$root/../shared/yardstick}
core=${CORE:-0}
pairs=${PAIRS:-12}
fail() { echo "yardstick: $1" >&2; exit 2; }
[ -f "$sources/run.sh" ] || fail "no yardstick in $sources"
[ "$pairs" -ge 10 ] || fail "PAIRS must be at least 10, not $pairs"
for tool in g++ taskset mvn; do command -v $tool > /dev/null || fail "$tool is missing"; done

java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if [ -n "$home" ] && "$home/bin/java" -version 2>&1 | grep -q '"25'; then java=$home/bin/java; break; fi
done
"$java" -version 2>&1 | grep -q '"25' || fail "no JDK 25; set JAVA_HOME"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash "$sources/run.sh" build "$work"
(cd "$root" && mvn -q -B -DskipTests package -pl bench -am) > "$work/maven.log" 2>&1 || { cat "$work/maven.log" >&2; exit 3; }

# Nanoseconds per trajectory and step; the best iteration, as the yardstick reports its best repetition.
larmor() {
  taskset -c "$core" "$java" --sun-misc-unsafe-memory-access=allow -jar "$root/bench/target/benchmarks.jar" \
    "$1" -p "solver=$2" -p history=fresh -rf json -rff "$work/result.json" > "$work/jmh.log" 2>&1 || { cat "$work/jmh.log" >&2; exit 3; }
  tr -d ' \n[]' < "$work/result.json" | sed 's/.*"rawData"://; s/[}"].*//' | tr ',' '\n' | sort -g | head -1
}
cpp_rk4() { taskset -c "$core" "$work/rk4" quick | awk '/form A/ { print $6 }'; }

compare() { # id, benchmark, C++ kernel
  for ((i = 0; i < pairs; i++)); do
    if ((i % 2)); then ours=$(larmor "$2" "$1"); theirs=$($3); else theirs=$($3); ours=$(larmor "$2" "$1"); fi
    awk -v a="$ours" -v b="$theirs" 'BEGIN { print a / b }'
  done | sort -g | awk -v id="$1" '
    { ratio[NR] = $1 }
    END {
      # The k-th smallest and k-th largest enclose the median unless fewer than k of n fair coins fall one way.
      p = 0.5 ^ NR; sum = 0; k = 0
      while (sum + p <= 0.025) { sum += p; k++; p *= (NR - k + 1) / k }
      median = NR % 2 ? ratio[(NR + 1) / 2] : (ratio[NR / 2] + ratio[NR / 2 + 1]) / 2
      printf "%s %.3f %.3f %.3f\n", id, median, ratio[k], ratio[NR + 1 - k]
    }'
}

compare rk4-simd BatchRk4Benchmark cpp_rk4
