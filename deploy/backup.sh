#!/bin/sh
# Writes the database into one file: DATABASE_URL=postgres://... deploy/backup.sh FILE
# The file has tables, views and rights, of the schema of the site and of its views, and no owner and no role.
set -eu
file="${1:?which file? DATABASE_URL=postgres://... deploy/backup.sh FILE}"
schema="${DATABASE_SCHEMA:-cotejo}"
views=indicator
[ "$schema" = cotejo ] || views="${schema}_indicator"
# Complete or not there: a dump that was cut off never has the name of a whole one.
pg_dump --format=custom --no-owner --schema="$schema" --schema="$views" \
  --file="$file.part" "${DATABASE_URL:?the address of the database}"
mv "$file.part" "$file"
