# tap.sh: sourced by the tests of the command line. Each test runs the program as a person would and reports as TAP.
# Golden files lie beside; SOLEUS_WRITE_GOLDEN=1 writes them anew (read the difference before you commit it).
# shellcheck shell=sh

set -u
program=$1
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 TZ=Europe/Berlin XDG_DATA_HOME="$scratch/data"
unset LANGUAGE
clinic=$scratch/clinic.soleus
now=2026-03-28T22:00:00+01:00
count=0
failed=0
code=0

# cli ARGUMENT…: runs the program on the clinic at "now"; the answer is in $scratch/out, what went wrong in $scratch/err, the exit code in $code
cli () {
  code=0
  "$program" --clinic "$clinic" --now "$now" "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
}

ok () {
  count=$((count + 1))
  echo "ok $count - $1"
}

not_ok () {
  count=$((count + 1))
  failed=$((failed + 1))
  echo "not ok $count - $1"
  sed 's/^/# out: /' "$scratch/out" | head -40
  sed 's/^/# err: /' "$scratch/err" | head -10
  echo "# exit code $code"
}

# check SENTENCE COMMAND…: one test
check () {
  sentence=$1
  shift
  if "$@"; then ok "$sentence"; else not_ok "$sentence"; fi
}

exits () { [ "$code" -eq "$1" ]; }
says () { grep -qF -- "$1" "$scratch/out"; }
says_not () { ! grep -qF -- "$1" "$scratch/out"; }
complains () { grep -qF -- "$1" "$scratch/err"; }
is_sentence () { [ "$(wc -l <"$scratch/err")" -ge 1 ] && grep -qE '^soleus-cli: .*[.:,;)]' "$scratch/err" && ! grep -qE 'CRITICAL|WARNING|GLib|Segmentation|runtime error|AddressSanitizer' "$scratch/err"; }

# refuses CODE SENTENCE ARGUMENT…: the command exits with CODE, complains in words, and nothing is printed or written
refuses () {
  wanted=$1
  sentence=$2
  shift 2
  before=$(count_records)
  cli "$@"
  if exits "$wanted" && is_sentence && [ ! -s "$scratch/out" ] && [ "$before" = "$(count_records_again)" ]; then
    ok "$sentence"
  else
    not_ok "$sentence (wanted exit code $wanted)"
  fi
}

count_records () {
  "$program" --clinic "$clinic" --now "$now" export 2>/dev/null | grep -c '"id":' || true
}

# the same without touching what the command said
count_records_again () { count_records; }

# id ARGUMENT…: the identifier that an "add" prints
id () {
  "$program" --clinic "$clinic" --now "$now" "$@" | sed -n 's/^{"id": "\(.*\)"}$/\1/p'
}

# golden NAME: the answer is that of golden/NAME, identifiers aside
golden () {
  sed -E 's/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ID/g' "$scratch/out" >"$scratch/plain"
  if [ "${SOLEUS_WRITE_GOLDEN:-}" = 1 ]; then
    cp "$scratch/plain" "$here/golden/$1"
  fi
  diff -u "$here/golden/$1" "$scratch/plain" >"$scratch/difference" && return 0
  sed 's/^/# /' "$scratch/difference"
  return 1
}

finish () {
  echo "1..$count"
  [ "$failed" -eq 0 ]
}
