#!/bin/bash
# Ends a sweep of 20 000 points by kill -9 at random moments, resumes it each time, and compares the
# bytes with those of an unbroken run; then the same for seven shards and their merge, and for a
# disk that is full. Takes a minute or two.
#
#     cli/interrupted.sh [SEED]
#
# The full disk is a small tmpfs, which only root may mount; without it that part is left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
RANDOM=${1:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

sweep() {
    "$root/larmor" sweep --voltage 0.9:2.8999:0.0001 --time 1500 --window 100 "$@" 2> err
}

rows() {
    grep -vc '^#' "$1" 2> /dev/null || true
}

say() {
    printf '%-44s %s\n' "$1" "$2"
}

same() {
    if ! cmp -s "$1" whole.csv; then
        echo "OTHER BYTES"
        exit 1
    fi
    echo "same bytes"
}

begun=$(date +%s%N)
sweep --out whole.csv
took=$((($(date +%s%N) - begun) / 1000000))
say "unbroken" "$(($(wc -l < whole.csv) - 1)) rows, $(wc -c < whole.csv) bytes, $took ms"

for round in 1 2 3 4 5 6 7 8 9 10; do
    rm -f broken.csv*
    moment=$((1 + RANDOM % (took + 200)))
    setsid "$root/larmor" sweep --voltage 0.9:2.8999:0.0001 --time 1500 --window 100 \
        --out broken.csv 2> /dev/null &
    process=$!
    sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
    kill -9 -- "-$process" 2> /dev/null || true
    wait "$process" 2> /dev/null || true
    left=$(rows broken.csv.partial)
    sweep --out broken.csv --resume
    say "kill $round after $moment ms, ${left:-0} lines left" "$(same broken.csv)"
done

for shard in 7 3 1 5 2 6 4; do
    sweep --out "part$shard" --shard "$shard/7"
done
"$root/larmor" merge part4 part1 part7 part2 part6 part3 part5 --out merged.csv 2> err
say "seven shards, merged" "$(same merged.csv)"

mkdir disk
if mount -t tmpfs -o size=1m none disk 2> /dev/null; then
    status=0
    sweep --out disk/full.csv || status=$?
    say "disk full: status $status" "$(grep -v '^note' err)"
    mount -o remount,size=8m disk
    sweep --out disk/full.csv --resume
    say "more room, resumed" "$(same disk/full.csv)"
    umount disk
else
    say "disk full" "left out: a tmpfs cannot be mounted here"
fi
