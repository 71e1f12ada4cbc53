#!/usr/bin/env bash
# What the regression gate is worth, measured: real comparisons of jars whose differences are known.
#   bench/gate-evidence.sh [all | build refusals same slow fast changed hog foreign pool]…
#   build     the jars only: every other part does so too, unless BUILT=yes says that they are there
#   refusals  a removed benchmark, a jar that crashes, an empty include: 2, 4, 2           15 seconds
#   changed   another coefficient: CHANGED-ANSWER                                           1 minute
#   same      three times one jar against itself: no FAIL                                   3 × 5 to 10 minutes
#   slow      one kernel 5 % slower: FAIL for it and for no other                           5 to 10 minutes
#   fast      one kernel 3 % faster: no FAIL                                                5 to 10 minutes
#   hog       same and slow while another program runs in random stretches                  20 to 40 minutes
#   foreign   org.openjdk.jmh:jmh-samples, which is not ours, against itself: no FAIL       5 minutes
#   pool      pool-same, pool-slow and pool-fast, which record 64 pairs each, and pool-write, which makes
#             src/test/resources/larmor/bench/gate/pool.csv of them                         60 to 120 minutes
# all is everything but pool. Each comparison prints a line: name, date, seconds, exit status, the verdict on
# each benchmark, void runs, whether it is as expected; then its table. The exit status is 1 if one is not as
# expected. Wherever times are judged, each benchmark needs a verdict; a void run is run once more, and counted.
# ARGS are further arguments of larmor compare. RUN goes before each comparison and HOG before the other
# program, such as RUN='taskset -c 1' HOG='taskset -c 0'; its stretches follow from SEED. OUT keeps the pages; a
# part of the pool that is there already is not recorded again. Two cores record it at once by
#   export OUT=DIR; bench/gate-evidence.sh build; export BUILT=yes
#   RUN='taskset -c 0' bench/gate-evidence.sh pool-same & RUN='taskset -c 1' bench/gate-evidence.sh pool-slow pool-fast
#   wait; bench/gate-evidence.sh pool-write
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
planted=$root/bench/target/planted
out=${OUT:-$(mktemp -d)}
mkdir -p "$out"
planted_kernel=recurrence
failures=0
hogging=

maven() { (cd "$root" && mvn -q -B "$@") > "$out/maven.log" 2>&1 || { cat "$out/maven.log" >&2; exit 3; }; }
build() {
  "$root/larmor" --version > /dev/null
  maven test -pl bench -am -Dtest=PlantedJarsTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip
}

# The verdict on each benchmark, as in name=PASS. A name and its numbers may stand on two lines.
verdicts() {
  awk '
    /^note: / { next }
    NR == 1 { next }
    { word = $NF; if ($0 ~ / not judged$/) word = "not-judged" }
    word ~ /^(FASTER|PASS|INCONCLUSIVE|WARN|FAIL|CHANGED-ANSWER|not-judged)$/ {
      if ($0 !~ /^ /) name = $1
      sub(/.*\./, "", name)
      printf "%s%s=%s", space, name, word
      space = " "
      next
    }
    { name = $1 }' "$1"
}

# name, expected exit status, the kernel that has to have the verdict or -, the verdict or -, arguments of compare.
# Without a verdict nothing may FAIL and, as always for status 0 and 1, everything has to be judged.
compare() {
  local name=$1 expected=$2 kernel=$3 verdict=$4 status void=0 good=yes seconds=$SECONDS started found others
  shift 4
  started=$(date -u +%Y-%m-%dT%H:%MZ)
  while :; do
    status=0
    # shellcheck disable=SC2086
    ${RUN:-} "$root/larmor" compare "$@" ${ARGS:-} --out "$out/$name" > "$out/$name.txt" 2> "$out/$name.err" || status=$?
    if [ "$status" != 4 ] || [ $void -gt 0 ] || ! grep -q '^note: the run is void' "$out/$name.txt"; then break; fi
    void=1
  done
  found=$(verdicts "$out/$name.txt")
  [ "$status" = "$expected" ] || good=no
  case $expected in 0 | 1)
    if [ -z "$found" ] || [[ " $found" == *=not-judged* ]]; then good=no; fi
    others=" $found "
    if [ "$kernel" != - ]; then
      [[ $others == *" $kernel=$verdict "* ]] || good=no
      others=${others/ $kernel=$verdict / }
    fi
    if [[ $others == *=FAIL* || $others == *=CHANGED-ANSWER* ]]; then good=no; fi ;;
  esac
  [ $good = yes ] || failures=$((failures + 1))
  printf '%-12s %s %5d s  status %s (%s)  void %d  %s: %s\n' "$name" "$started" "$((SECONDS - seconds))" \
    "$status" "$expected" "$void" "${found:-no verdict}" "$([ $good = yes ] && echo as expected || echo NOT AS EXPECTED)"
  sed 's/^/    /' "$out/$name.txt"
  [ "$status" -le 1 ] || sed 's/^/    /' "$out/$name.err"
}
# name, expected exit status, kernel, verdict, candidate, arguments of compare
planted_pair() { compare "$1" "$2" "$3" "$4" --base "$planted/base.jar" --candidate "$planted/$5.jar" "${@:6}"; }

# Keeps a core busy for stretches of up to ten seconds, with pauses alike.
hog() {
  RANDOM=${SEED:-1}
  local stretch pause
  while kill -0 $$ 2> /dev/null; do
    stretch=$((RANDOM % 10 + 1)) pause=$((RANDOM % 10 + 1))
    # shellcheck disable=SC2086
    ${HOG:-} timeout --foreground $stretch sh -c 'while :; do :; done' || true
    sleep $pause
  done
}
# A group of processes of its own, so that it ends with all that it has started.
start_hog() { set -m; hog & hogging=$!; set +m; }
stop_hog() {
  [ -n "$hogging" ] || return 0
  kill -- "-$hogging" 2> /dev/null || true
  wait "$hogging" 2> /dev/null || true
  for _ in {1..50}; do
    kill -KILL -- "-$hogging" 2> /dev/null || break
    sleep 0.1
  done
  ! kill -0 -- "-$hogging" 2> /dev/null || { echo 'gate-evidence: the other program is still there' >&2; failures=$((failures + 1)); }
  hogging=
}
trap stop_hog EXIT

# jar, expected exit status, kernel, verdict, arguments: four parts of 16 pairs, each a whole comparison.
record() {
  local jar=$1 part
  for part in 1 2 3 4; do
    [ -f "$out/pool-$jar-$part/compare.json" ] ||
      planted_pair "pool-$jar-$part" "$2" "$3" "$4" "$(case $jar in same) echo base ;; *) echo "$jar" ;; esac)" \
        --pairs 16 --max-pairs 16 "${@:5}"
  done
}

parts=()
[ $# -gt 0 ] || set -- all
for what; do
  case $what in
    all) parts+=(refusals changed same slow fast hog foreign) ;;
    pool) parts+=(pool-same pool-slow pool-fast pool-write) ;;
    build | refusals | changed | same | slow | fast | hog | foreign | pool-same | pool-slow | pool-fast | pool-write) parts+=("$what") ;;
    *) echo "gate-evidence: no such part: $what" >&2; exit 2 ;;
  esac
done
[ "${BUILT:-no}" = yes ] || build

for part in "${parts[@]}"; do
  case $part in
    build) ;;
    refusals)
      planted_pair removed 2 - - removed
      planted_pair crash 4 - - crash
      planted_pair empty 2 - - base --include nothing-has-this-name ;;
    changed) planted_pair changed 1 $planted_kernel CHANGED-ANSWER changed --include $planted_kernel ;;
    same) for i in 1 2 3; do planted_pair "same-$i" 0 - - base; done ;;
    slow) planted_pair slow 1 $planted_kernel FAIL slow ;;
    fast) planted_pair fast 0 - - fast ;;
    hog)
      start_hog
      planted_pair hog-same 0 - - base
      planted_pair hog-slow 1 $planted_kernel FAIL slow
      stop_hog ;;
    foreign)
      maven dependency:copy -Dartifact=org.openjdk.jmh:jmh-samples:1.37 -DoutputDirectory="$out"
      # The jar does not hold JMH itself: its manifest has to name it.
      number=0
      for library in "$root"/cli/target/lib/{jmh-core,jopt-simple,commons-math3}-*.jar; do
        number=$((number + 1))
        cp "$library" "$out/$number.jar"
      done
      echo 'Class-Path: 1.jar 2.jar 3.jar' > "$out/manifest"
      "$(dirname "$(readlink -f "$(command -v java)")")/jar" --update --manifest "$out/manifest" \
        --file "$out/jmh-samples-1.37.jar" 2> /dev/null
      compare foreign 0 - - --base "$out/jmh-samples-1.37.jar" --candidate "$out/jmh-samples-1.37.jar" \
        --include 'JMHSample_(08_DeadCode.measureRight|09_Blackholes.measureRight_1|10_ConstantFold.measureRight|11_Loops.measureRight)' ;;
    pool-same) record same 0 - - ;;
    pool-slow) record slow 1 $planted_kernel FAIL --include $planted_kernel ;;
    pool-fast) record fast 0 - - --include $planted_kernel ;;
    pool-write)
      maven test -pl bench -am -Dtest=PoolRecordingTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip \
        "-Dlarmor.gate.recording=$out" ;;
  esac
done
[ $failures -eq 0 ]
