#!/bin/sh
# Dumps the network of compose.yml, which may be in use, into a new dated folder: docs/operating.md
# The folder has its name only when the dump was read back to its end; only this user can read it.
set -eu
umask 077

if [ $# -ne 1 ] || [ ! -d "$1" ]; then
  echo "Say in which folder, which must be there, the backup shall be made: sh $0 /mnt/backups" >&2
  exit 2
fi
compose=$(dirname "$0")/compose.yml
database() { docker compose --file "$compose" exec -T database "$@"; }

folder=$1/counterpart-$(date -u +%Y-%m-%d-%H%M%S)
if [ -e "$folder" ]; then
  echo "There is a backup in $folder already. Start again in a second." >&2
  exit 2
fi
draft=$folder.unfinished
mkdir "$draft"
trap 'rm -rf "$draft"; echo "The backup was not made." >&2' EXIT

database pg_dump -U postgres -Fc counterpart > "$draft/database.dump"
# The list of what it holds is at its beginning: only reading all of it finds one that was cut short.
database pg_restore --file=/dev/null < "$draft/database.dump"
(cd "$draft" && sha256sum database.dump > SHA256SUMS)
mv "$draft" "$folder"

trap - EXIT
echo "$folder holds the network, read back and found whole. Keep it where nobody else can read it."
