#!/usr/bin/env bash
# What the regression gate is worth, measured: real comparisons of jars whose differences are known.
#   bench/gate-evidence.sh [all | refusals same slow fast changed hog foreign pool]…
# Each line says what was expected and what came out; the exit status is 1 if one is not as expected.
#   refusals  a removed benchmark, a jar that crashes, an empty include: 2, 4, 2           15 seconds
#   changed   another coefficient: CHANGED-ANSWER                                           1 minute
#   same      three times one jar against itself: no FAIL                                   3 × 5 to 10 minutes
#   slow      one kernel 5 % slower: FAIL                                                   5 to 10 minutes
#   fast      one kernel 3 % faster: no FAIL                                                5 to 10 minutes
#   hog       same and slow while other programs start and stop at random                   20 to 40 minutes
#   foreign   org.openjdk.jmh:jmh-samples, which is not ours, against itself: no FAIL       5 minutes
#   pool      records src/test/resources/larmor/bench/gate/pool.csv, 64 pairs               30 to 60 minutes
# all is everything but pool. ARGS are further arguments of larmor compare. RUN goes before each
# comparison and HOG before the other programs, such as RUN='taskset -c 1' HOG='taskset -c 0'.
# OUT keeps the pages; a part of the pool that is there already is not recorded again.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
planted=$root/bench/target/planted
out=${OUT:-$(mktemp -d)}
mkdir -p "$out"
[ $# -gt 0 ] || set -- all
[ "$1" != all ] || set -- refusals changed same slow fast hog foreign
failures=0

maven() { (cd "$root" && mvn -q -B "$@") > "$out/maven.log" 2>&1 || { cat "$out/maven.log" >&2; exit 3; }; }
maven test -pl bench -am -Dtest=PlantedJarsTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip

# name, expected exit statuses, a word that must be or, with !, must not be among the verdicts, arguments
compare() {
  local name=$1 expected=$2 word=$3 status=0 good=no
  shift 3
  # shellcheck disable=SC2086
  ${RUN:-} "$root/larmor" compare "$@" ${ARGS:-} --out "$out/$name" > "$out/$name.txt" 2> "$out/$name.err" || status=$?
  case " $expected " in *" $status "*) good=yes ;; esac
  case $word in
    '') ;;
    '!'*) ! grep -qw -- "${word#!}" "$out/$name.txt" || good=no ;;
    *) grep -qw -- "$word" "$out/$name.txt" || good=no ;;
  esac
  [ $good = yes ] || failures=$((failures + 1))
  printf '%-10s exit status %s (expected %s), verdict %s: %s\n' \
    "$name" "$status" "${expected// / or }" "${word:-any}" "$([ $good = yes ] && echo as expected || echo NOT AS EXPECTED)"
  sed 's/^/    /' "$out/$name.txt"
  [ "$status" -le 1 ] || sed 's/^/    /' "$out/$name.err"
}
planted_pair() { local name=$1; shift; compare "$name" "$1" "$2" --base "$planted/base.jar" --candidate "$planted/$3.jar" "${@:4}"; }

# Keeps a core busy for random stretches of up to ten seconds, with pauses alike.
hog() {
  while :; do
    # shellcheck disable=SC2086
    ${HOG:-} timeout "$((RANDOM % 10 + 1))" sh -c 'while :; do :; done' || true
    sleep "$((RANDOM % 10 + 1))"
  done
}

for what; do
  case $what in
    refusals)
      planted_pair removed 2 '' removed
      planted_pair crash 4 '' crash
      planted_pair empty 2 '' base --include nothing-has-this-name ;;
    changed) planted_pair changed 1 CHANGED-ANSWER changed --include recurrence ;;
    # Also 4, where the machine differs from itself so much that a run is void.
    same) for i in 1 2 3; do planted_pair "same-$i" '0 4' '!FAIL' base; done ;;
    slow) planted_pair slow 1 FAIL slow ;;
    fast) planted_pair fast '0 4' '!FAIL' fast ;;
    hog)
      hog & hogging=$!
      trap 'kill $hogging 2> /dev/null || true' EXIT
      planted_pair hog-same '0 4' '!FAIL' base
      planted_pair hog-slow 1 FAIL slow
      kill $hogging ;;
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
      compare foreign '0 4' '!FAIL' --base "$out/jmh-samples-1.37.jar" --candidate "$out/jmh-samples-1.37.jar" \
        --include 'JMHSample_(08_DeadCode.measureRight|09_Blackholes.measureRight_1|10_ConstantFold.measureRight|11_Loops.measureRight)' ;;
    pool)
      # Four parts of 16 pairs: each is a whole comparison, and short enough for a shared machine.
      for part in 1 2 3 4; do
        for jar in same slow fast; do
          [ ! -f "$out/pool-$jar-$part/compare.json" ] || continue
          pairs='--pairs 16 --max-pairs 16'
          # shellcheck disable=SC2086
          case $jar in
            same) planted_pair "pool-same-$part" '0 4' '!FAIL' base $pairs ;;
            slow) planted_pair "pool-slow-$part" 1 FAIL slow $pairs --include recurrence ;;
            fast) planted_pair "pool-fast-$part" '0 4' '!FAIL' fast $pairs --include recurrence ;;
          esac
        done
      done
      maven test -pl bench -am -Dtest=PoolRecordingTest -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip \
        "-Dlarmor.gate.recording=$out" ;;
    *) echo "gate-evidence: no such part: $what" >&2; exit 2 ;;
  esac
done
[ $failures -eq 0 ]
