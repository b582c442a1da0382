#!/usr/bin/env bash
# The check of action.yml, which puts its inputs into the environment.
set -uo pipefail

arguments=()

# Adds each line of $2 that is not empty, behind the option $1 where there is one.
add() {
  while IFS= read -r line; do
    [ -z "$line" ] || arguments+=(${1:+"$1"} "$line")
  done <<<"$2"
}

reports="$RUNNER_TEMP/dedupe-reports"
rm -rf "$reports" && mkdir -p "$reports"
add --against "${CHECK_AGAINST:-}"
add --index "${CHECK_INDEX:-}"
add --accepted "${CHECK_ACCEPTED:-}"
add "" "${CHECK_OPTIONS:-}"
for format in json sarif markdown; do
  arguments+=(--output "$format=$reports/$format")
done
arguments+=(--format github --)
add "" "${CHECK_INPUTS:-}"

dedupe check "${arguments[@]}"
status=$?

echo "status=$status" >>"$GITHUB_OUTPUT"
for format in json sarif markdown; do
  [ ! -f "$reports/$format" ] || echo "$format=$reports/$format" >>"$GITHUB_OUTPUT"
done
[ ! -f "$reports/markdown" ] || cat "$reports/markdown" >>"$GITHUB_STEP_SUMMARY"
exit "$status"
