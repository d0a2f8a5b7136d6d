#!/bin/sh
# shots.sh WINDOW COMMAND-LINE FOLDER: a screenshot of every page that the window lists, wide and narrow, light and
# dark: FOLDER/PAGE-wide-light.png and so on. Runs itself again inside tests/with-display, once for each size.
set -eu
export LC_ALL=C.UTF-8 TZ="${TZ:-Europe/Berlin}"
here=$(cd "$(dirname "$0")" && pwd)

# The frame is taken when two looks at the screen in a row show the same thing and it is not one flat colour.
settle () {
  target=$1; process=$2
  before=
  for _ in $(seq 1 60); do
    sleep 0.2
    kill -0 "$process" 2>/dev/null || return 1
    xdotool search --onlyvisible --pid "$process" >/dev/null 2>&1 || continue
    import -window root "$target"
    now=$(identify -format '%# %k' "$target")
    if [ "$now" = "$before" ] && [ "${now##* }" -gt 8 ]; then
      return 0
    fi
    before=$now
  done
  return 1
}

if [ "${1:-}" = --inside ]; then
  window=$2; clinic_source=$3; folder=$4; width_name=$5; size=$6
  mkdir -p "$XDG_DATA_HOME/soleus"
  cp "$clinic_source" "$XDG_DATA_HOME/soleus/demo.soleus"
  result=0
  for page in $("$window" --list-pages); do
    for scheme in light dark; do
      target=$folder/$page-$width_name-$scheme.png
      ADW_DEBUG_COLOR_SCHEME=prefer-$scheme "$window" --demo --page "$page" --size "$size" \
        >"$target.log" 2>&1 &
      process=$!
      if settle "$target" "$process"; then
        echo "$target"
        rm -f "$target.log"
      else
        echo "shots: the page $page did not come up; see $target.log" >&2
        result=1
      fi
      kill "$process" 2>/dev/null || true
      wait "$process" 2>/dev/null || true
    done
  done
  exit $result
fi

window=$1; command_line=$2; folder=$3
mkdir -p "$folder"
rm -f "$folder"/*.png "$folder"/*.png.log
clinic=$(mktemp -d)
trap 'rm -rf "$clinic"' EXIT
"$command_line" --clinic "$clinic/demo.soleus" demo >/dev/null
result=0
SOLEUS_SCREEN=1200x800 "$here/../with-display" "$0" --inside "$window" "$clinic/demo.soleus" "$folder" wide 1200x800 || result=1
SOLEUS_SCREEN=360x720 "$here/../with-display" "$0" --inside "$window" "$clinic/demo.soleus" "$folder" narrow 360x720 || result=1
exit $result
