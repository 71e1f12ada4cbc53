#!/bin/bash
# One task of the job array: a shard of the sweep. submit.sh says which sweep.
#SBATCH --job-name=larmor-shard
#SBATCH --cpus-per-task=1
#SBATCH --mem-per-cpu=2G
#SBATCH --time=24:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=larmor-%A-%a.log
set -uo pipefail
out=$FILE.shards/$SLURM_ARRAY_TASK_ID

# The number of shards is not SLURM_ARRAY_TASK_COUNT: a few of them may be submitted again.
"$LARMOR" sweep "$@" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --out="$out" --resume \
    --threads "${SLURM_CPUS_PER_TASK:-1}"
status=$?
# Runs that failed are rows that say so: the shard is complete.
if [ "$status" -eq 3 ] && [ -e "$out" ]; then
    exit 0
fi
exit "$status"
