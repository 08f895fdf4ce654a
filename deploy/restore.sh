#!/bin/sh
# Fills an empty database from such a file, all or nothing: DATABASE_URL=postgres://... deploy/restore.sh FILE
# The role cotejo_reader must be there, and its members: create role cotejo_reader; npm run grant-reader -- NAME
set -eu
file="${1:?which file? DATABASE_URL=postgres://... deploy/restore.sh FILE}"
pg_restore --no-owner --exit-on-error --single-transaction \
  --dbname="${DATABASE_URL:?the address of an empty database}" "$file"
