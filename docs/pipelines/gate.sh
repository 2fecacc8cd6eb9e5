#!/bin/sh
# From a clone to a verdict: renders the chart of a repository and blocks on failures that the live entity does not have.
#
#   POSTURE_PORTAL=https://portal.example.com POSTURE_TOKEN=... gate.sh REPOSITORY BRANCH ENTITY [OPTION OF posture gate]...
#
# It needs git, helm and posture. It exits as `posture gate` does: 0 passed, 1 blocked, 2 it could not be found out.
set -eu

unknown() {
  echo "gate.sh: $1" >&2
  exit 2
}

test "$#" -ge 3 || unknown 'usage: gate.sh REPOSITORY BRANCH ENTITY [OPTION OF posture gate]...'
test -n "${POSTURE_PORTAL:-}" || unknown 'POSTURE_PORTAL has to name the portal'
repository=$1
branch=$2
entity=$3
shift 3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

git clone --quiet --depth 1 --branch "$branch" -- "$repository" "$work/clone" ||
  unknown "$branch of $repository cannot be cloned"
helm template "${entity##*/}" "$work/clone/chart" > "$work/rendered.yaml" ||
  unknown 'the chart cannot be rendered'
posture gate - --entity "$entity" --portal "$POSTURE_PORTAL" --token-env POSTURE_TOKEN "$@" < "$work/rendered.yaml"
