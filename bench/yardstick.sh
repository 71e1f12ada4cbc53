#!/bin/bash
# Larmor's SIMD solvers against hand-written C++ kernels for the same equation, on one core, by turns.
#   bench/yardstick.sh [DIR]
# DIR holds the C++ sources (default: ../shared/yardstick beside the repository). Needs g++, taskset and Maven.
# Prints lines of a name, a median and the ends of a 95 % confidence interval of that median:
#   rk4-simd                 ratio (ours / C++) of the times per trajectory and step
#   dopri5-simd              ratio of the times per trajectory at tolerance 1e-8, the error of a step being relative
#                            to the transverse amplitude on both sides (dp5rel)
#   dopri5-simd-absolute     the same with absolute errors (dp5)
#   dop853-simd-microseconds no ratio, since the yardstick has no kernel of this tableau: µs per trajectory at the
#                            fixed step whose largest error is just below 1e-6
#   verner9-simd-microseconds the same with the method of order 9
# CORE is the core to use (0), PAIRS how many pairs to run (12, at least 10). A launch of the JVM is one observation.
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

# The time per operation of a benchmark; the best iteration, as the yardstick reports its best repetition.
# JMH refuses to start beside another; here both sides are pinned and take turns, so that other load meets both.
larmor() { # benchmark, its parameters
  taskset -c "$core" "$java" --sun-misc-unsafe-memory-access=allow -Djmh.ignoreLock=true \
    -jar "$root/bench/target/benchmarks.jar" "$@" -rf json -rff "$work/result.json" > "$work/jmh.log" 2>&1 || { cat "$work/jmh.log" >&2; exit 3; }
  tr -d ' \n[]' < "$work/result.json" | sed 's/"secondaryMetrics".*//; s/.*"rawData"://; s/[}"].*//' | tr ',' '\n' | sort -g | head -1
}
# 512 trajectories of 512 steps.
our_rk4() { larmor LaneSteps -p solver=rk4-simd -p form=EXACT -p batch=512 | awk '{ print $1 / (512 * 512) }'; }
our_dopri5() { larmor BatchTrajectories -p 'work=dopri5 tolerance 1e-8'; }
our_dopri5_absolute() { larmor BatchTrajectories -p 'work=dopri5 absolute tolerance 1e-8'; }
our_verner9() { larmor BatchTrajectories -p 'work=verner9 1e-6'; }
our_dop853() { larmor BatchTrajectories -p 'work=dop853 1e-6'; }

cpp_rk4() { taskset -c "$core" "$work/rk4" quick | awk '/form A/ { print $6 }'; }
# The short list runs four interleaved vectors of AVX-512.
cpp_dp5() { # dp5 or dp5rel
  taskset -c "$core" "$work/$1" "$sources/ref_N64_T1000.txt" short |
    awk '/tol 1e-08/ { for (i = 2; i <= NF; i++) if ($i == "us/traj") print $(i - 1) }'
}
cpp_dopri5() { cpp_dp5 dp5rel; }
cpp_dopri5_absolute() { cpp_dp5 dp5; }
cpp_nothing() { echo 1; }

compare() { # name, our side, C++ side
  for ((i = 0; i < pairs; i++)); do
    if ((i % 2)); then ours=$($2); theirs=$($3); else theirs=$($3); ours=$($2); fi
    [ -n "$ours" ] && [ -n "$theirs" ] || { echo "yardstick: no time for $1" >&2; exit 3; }
    awk -v a="$ours" -v b="$theirs" 'BEGIN { print a / b }'
  done | sort -g | awk -v id="$1" '
    { ratio[NR] = $1 }
    END {
      if (!NR) exit 3
      # The k-th smallest and k-th largest enclose the median unless fewer than k of n fair coins fall one way.
      p = 0.5 ^ NR; sum = 0; k = 0
      while (sum + p <= 0.025) { sum += p; k++; p *= (NR - k + 1) / k }
      median = NR % 2 ? ratio[(NR + 1) / 2] : (ratio[NR / 2] + ratio[NR / 2 + 1]) / 2
      printf "%s %.3f %.3f %.3f\n", id, median, ratio[k], ratio[NR + 1 - k]
    }'
}

set -o pipefail
compare rk4-simd our_rk4 cpp_rk4
compare dopri5-simd our_dopri5 cpp_dopri5
compare dopri5-simd-absolute our_dopri5_absolute cpp_dopri5_absolute
compare dop853-simd-microseconds our_dop853 cpp_nothing
compare verner9-simd-microseconds our_verner9 cpp_nothing
