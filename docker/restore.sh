#!/bin/sh
# Brings a network back from a folder that docker/backup.sh made: docs/operating.md
# It is read into a database beside, which takes the place of the network only when complete. The network
# that was there is kept under another name. Whatever fails before leaves it as it is, and in use.
set -eu

if [ $# -ne 1 ] || [ ! -f "$1/database.dump" ] || [ ! -f "$1/SHA256SUMS" ]; then
  echo "Say which backup, a folder with database.dump and SHA256SUMS that this user can read:" >&2
  echo "  sh $0 /mnt/backups/counterpart-2026-01-31-020000" >&2
  exit 2
fi
folder=$1
file=$(dirname "$0")/compose.yml
compose() { docker compose --file "$file" "$@"; }
database() { compose exec -T database "$@"; }

trap 'echo "Nothing was restored, and the network is as it was." >&2' EXIT
(cd "$folder" && sha256sum --check --quiet --strict SHA256SUMS)
compose up --detach --wait database
# One that an earlier restore left half-read.
database dropdb -U postgres --if-exists --force restored
database createdb -U postgres -O counterpart -T template0 -E UTF8 \
  --locale-provider=icu --icu-locale=und --locale=C.UTF-8 restored
database pg_restore -U postgres -d restored --exit-on-error < "$folder/database.dump"

before=before_$(date -u +%Y%m%d%H%M%S)
compose stop app
# Both or neither: in one transaction.
if ! database psql -U postgres --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --single-transaction \
  --command="ALTER DATABASE counterpart RENAME TO $before" \
  --command='ALTER DATABASE restored RENAME TO counterpart'; then
  compose start app
  exit 1
fi
trap - EXIT
compose up --detach
echo "The network from $folder is in place. The one that was there is kept as the database $before."
echo "When you no longer need it: docker compose --file $file exec database dropdb -U postgres $before"
