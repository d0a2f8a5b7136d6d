#!/bin/sh
# shots.sh WINDOW COMMAND-LINE FOLDER: a screenshot of every page that the window lists, and of each tab of an athlete,
# wide and narrow, light and dark: FOLDER/PAGE-wide-light.png and so on. Where a page needs to know whose, it is somebody
# whom the demo clinic's status names, because there is most to see. Then the main pages mirrored, as for a language that
# is read from the right (PAGE-mirrored-…), of a clinic in which nothing is recorded yet (PAGE-empty-…), and of the longest
# name there is (PAGE-long-…). Runs itself again inside tests/with-display, once for each size.
set -eu
export LC_ALL=C.UTF-8 TZ="${TZ:-Europe/Berlin}"
here=$(cd "$(dirname "$0")" && pwd)

# The picture is taken when two looks at the window in a row show the same thing and the page, which lies in the middle on both
# sides of a list of athletes, is not one flat colour. A clock that runs never stands still: after twelve looks at a page it is taken all the same.
settle () {
  target=$1; process=$2
  before=
  looks=0
  xdotool mousemove 9999 9999 # out of the way, so that no tooltip covers the page
  for _ in $(seq 1 60); do
    sleep 0.2
    kill -0 "$process" 2>/dev/null || return 1
    xdotool search --onlyvisible --pid "$process" >/dev/null 2>&1 || continue
    import -window "$(xdotool search --onlyvisible --pid "$process" | tail -n 1)" "$target" 2>/dev/null || continue
    now=$(identify -format '%#' "$target")
    [ "$(convert "$target" -gravity center -crop 50%x100%+0+0 +repage -format '%k' info:)" -gt 8 ] || { before=$now; looks=0; continue; }
    looks=$((looks + 1))
    if [ "$now" = "$before" ] || [ "$looks" -ge 12 ]; then
      # what is drawn around the window is no part of the page
      mogrify -gravity center -crop "$size+0+0" +repage "$target"
      return 0
    fi
    before=$now
  done
  return 1
}

# The first identifier in what the command line prints.
first_id () {
  "$command_line" --clinic "$clinic/demo.soleus" --format=json "$@" |
    sed -n 's/.*"\(id\|athlete\)": *"\([0-9a-f-]\{36\}\)".*/\2/p' | head -n 1
}

# The tabs of an athlete; the first is what the page opens with.
tabs () {
  for tab in episodes visits factors plan documents; do
    echo "athlete:$1:$tab athlete-$tab$2"
  done
}

# Turns a line of --list-pages, "episode:new:ATHLETE|EPISODE<TAB>Episode", into one line for each form of its target:
# what --page takes, and a name for the file.
pages () {
  "$window" --list-pages | cut -f 1 | while IFS= read -r line; do
    name=${line%%:*}
    forms=${line#"$name"}
    forms=${forms#:}
    [ -n "$forms" ] || { echo "$name $name"; continue; }
    echo "$forms" | sed 's/\[[^]]*\]//g' | tr '|' '\n' | while IFS= read -r form; do
      [ -n "$form" ] || { echo "$name $name"; continue; } # a target that may be left out
      target=$(echo "$form" | sed "s/ATHLETE/$athlete/; s/EPISODE/$episode/; s/VISIT/$visit/; s/DATE/$(date +%F)/
        s/FLAG/$flag/; s/DOCUMENT/$document/; s/SHOE/$shoe/; s/KIND:RECORD/episode:$episode/")
      case $target in
        *TEAM*) ;; # as the sheet of one athlete, several times
        *[A-Z][A-Z]*) echo "$name $name" ;; # a target that may be left out
        *) echo "$name:$target $name-$(echo "$form" | tr 'A-Z:' 'a-z-')" ;;
      esac
    done
  done | LC_ALL=C sort -u
}

if [ "${1:-}" = --list ]; then
  window=$2; athlete=$3; episode=$4; visit=$5; long=$6; nobody=$7
  {
    pages
    tabs "$athlete" ''
  } >"$8"
  {
    echo "today today-mirrored"
    echo "episodes episodes-mirrored"
    echo "athlete:$athlete athlete-mirrored"
    tabs "$athlete" -mirrored
    for page in check-in check-in-week handout; do
      echo "$page:$athlete $page-mirrored"
    done
    echo "visit:$visit visit-mirrored"
    echo "episode:$episode episode-mirrored"
  } >"$9"
  shift 9
  {
    echo "athlete:$long athlete-long"
    tabs "$long" -long
    for page in check-in check-in-week handout report; do
      echo "$page:$long $page-long"
    done
    echo "visit:new:$long visit-long"
  } >"$1"
  {
    echo "today today-empty"
    echo "safety safety-empty"
    echo "episodes episodes-empty"
    echo "athlete:$nobody athlete-empty"
    tabs "$nobody" -empty
    echo "check-in-week:$nobody check-in-week-empty"
  } >"$2"
  exit 0
fi

if [ "${1:-}" = --inside ]; then
  window=$2; clinic_source=$3; folder=$4; width_name=$5; size=$6; page_list=$7
  mkdir -p "$XDG_DATA_HOME/soleus"
  cp "$clinic_source" "$XDG_DATA_HOME/soleus/demo.soleus"
  result=0
  while read -r page name; do
    for scheme in light dark; do
      target=$folder/$name-$width_name-$scheme.png
      ADW_DEBUG_COLOR_SCHEME=prefer-$scheme "$window" --demo --page "$page" --size "$size" \
        >"$target.log" 2>&1 </dev/null &
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
  done <"$page_list"
  exit $result
fi

window=$1; command_line=$2; folder=$3
mkdir -p "$folder"
rm -f "$folder"/*.png "$folder"/*.png.log
clinic=$(mktemp -d)
trap 'rm -rf "$clinic"' EXIT
"$command_line" --clinic "$clinic/demo.soleus" demo >/dev/null
athlete=$(first_id status)
athlete=${athlete:-$(first_id athlete list)}
episode=$(first_id episode list --athlete "$athlete")
visit=$(first_id visit list --athlete "$athlete")
flag=$(first_id flag list --athlete "$athlete")
shoe=$(first_id shoe list --athlete "$athlete")
"$command_line" --clinic "$clinic/demo.soleus" handout "$athlete" --output "$clinic/handout.pdf" >/dev/null
"$command_line" --clinic "$clinic/demo.soleus" export --athlete "$athlete" --output "$clinic/athlete.json" >/dev/null
document=$(sed -n '/"documents"/,$s/.*"id": *"\([0-9a-f-]\{36\}\)".*/\1/p' "$clinic/athlete.json" | head -n 1)
export flag shoe document
"$command_line" --clinic "$clinic/empty.soleus" athlete add --name 'Nova Firstday' >/dev/null
nobody=$("$command_line" --clinic "$clinic/empty.soleus" --format=json athlete show 'Nova Firstday' | sed -n 's/.*"id": *"\([0-9a-f-]\{36\}\)".*/\1/p' | head -n 1)
# the longest name: the names of a list stand one a line
name=$("$command_line" --clinic "$clinic/demo.soleus" --format=json athlete list | sed -n 's/^ *"name": "\(.*\)",\{0,1\}$/\1/p' |
  awk 'length > most { most = length; name = $0 } END { print name }')
long=$(first_id athlete show "$name")
"$here/../with-display" "$0" --list "$window" "$athlete" "$episode" "$visit" "$long" "$nobody" \
  "$clinic/pages" "$clinic/mirrored" "$clinic/long" "$clinic/empty"
result=0
for size in wide:1200x800 narrow:360x720; do
  name=${size%%:*}
  size=${size#*:}
  # without a window manager the window draws a frame of 5 pixels around itself
  export SOLEUS_SCREEN=$((${size%x*} + 10))x$((${size#*x} + 10))
  for list in pages long; do
    "$here/../with-display" "$0" --inside "$window" "$clinic/demo.soleus" "$folder" "$name" "$size" "$clinic/$list" || result=1
  done
  "$here/../with-display" "$0" --inside "$window" "$clinic/empty.soleus" "$folder" "$name" "$size" "$clinic/empty" || result=1
  GTK_DEBUG=invert-text-dir "$here/../with-display" "$0" --inside "$window" "$clinic/demo.soleus" "$folder" "$name" "$size" "$clinic/mirrored" ||
    result=1
done
exit $result
