#!/bin/bash
# Submits a sweep as a job array of SHARDS tasks, and a job that merges their files into FILE.
#
#     docs/slurm/submit.sh SHARDS FILE [SWEEP OPTION...]
#
# Options of sbatch, such as the partition, go into SBATCH_PARTITION and the like, or into the heads
# of shard.sh and merge.sh.
set -euo pipefail
if [ $# -lt 2 ]; then
    echo "usage: submit.sh SHARDS FILE [SWEEP OPTION...]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
export LARMOR=${LARMOR:-$(cd "$here/../.." && pwd)/larmor}
export SHARDS=$1
export FILE=$2
shift 2

# Builds what is missing once, before many tasks want to.
"$LARMOR" --version
mkdir -p -- "$FILE.shards"
array=$(sbatch --parsable --array="1-$SHARDS" "$here/shard.sh" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes "$here/merge.sh")
echo "shards: job $array, merge: job $merge"
