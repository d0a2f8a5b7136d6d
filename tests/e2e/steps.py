"""How many steps the three entries of every day take a person: a cramp, a visit, a check-in of an athlete who is known.

steps.py --window PROGRAM --cli PROGRAM --output FOLDER

A step is a key that writes no text, or a click; the text itself is not counted. All start on Today, and each ends with what the
command line finds in the clinic. Exit 0 when none takes more than it may; 1 with the one that does; 77 without a display, and when
one was left out because the toolkit does not say where things are.
"""
import os
import sys

if not os.environ.get("DISPLAY"):
    print("steps: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import Lost, Window  # noqa: E402
from script import Script, main  # noqa: E402

ATHLETE = "Stina Stopwatch"


class Elsewhere(Exception):
    """The toolkit does not say where things are."""


class Steps(Script):
    NOW = "2026-11-15T18:00:00+01:00"

    def __init__(self, arguments):
        super().__init__(arguments)
        self.steps = 0
        for name in (ATHLETE, "Stian Standstill", "Wim Wallclock"):
            self.ask("athlete", "add", "--name", name)

    # --- what is counted, and what is not ---

    def key(self, *keys):
        self.steps += len(keys)
        self.window.keys(*keys)

    def click(self, role, name, within=None):
        self.steps += 1
        self.window.press(role, name, within)

    def choose(self, panel, name):
        """A button of several of which one stays down; the next key must not come before it is."""
        within = self.window.find("panel", panel)
        self.click("button", name, within)
        self.window.wait(lambda: self.window.is_down("button", name, within), "“%s” to be down" % name)

    def point_at(self, role, name, *share):
        if not self.window.knows_places():
            raise Elsewhere()
        self.steps += 1
        self.window.point_at(role, name, *share)

    def text(self, words):
        self.window.focus()
        self.window.xdotool("type", "--delay", "40", words)

    def find_athlete(self):
        """The search has the keyboard when the window opens."""
        self.window = Window([self.window_program, "--clinic", self.clinic, "--now", self.NOW, "--size", "1200x900"], self.environment, self.output)
        self.window.find_text("^Sunday 15 November")
        self.steps = 0
        self.text("stina")
        self.key("Return")
        self.window.find_text("^" + ATHLETE)

    def end(self, what, most, stored):
        self.window.wait(stored, what + " in the clinic")
        self.window.take_picture(what.replace(" ", "-"))
        self.window.close()
        if self.steps > most:
            raise Lost("%s takes %d steps, more than %d" % (what, self.steps, most))
        print("ok %s takes %d steps" % (what, self.steps), flush=True)

    # --- the three ---

    def log_a_cramp(self):
        self.find_athlete()
        self.key("ctrl+e")
        self.window.find("entry", "^Started, date")
        self.text("17:20")
        self.point_at("image", "^Body map$", 0.25, 0.48)  # the left calf, as the drawing shows it: side and muscle in one
        side = self.window.find("panel", "^Side$")
        self.window.wait(lambda: self.window.is_down("button", "^Left$", side), "the left side to be chosen")
        self.choose("^Pain$", "^6$")
        self.key("ctrl+s")
        self.end("a cramp", 6, lambda: self.ask("episode", "list", "--athlete", ATHLETE)["episodes"])
        episode = self.ask("episode", "list", "--athlete", ATHLETE)["episodes"][0]
        if (episode["side"], episode["muscle"], episode["pain"]) != ("left", "calf", 6) or not episode["onset"].startswith("2026-11-15T17:20"):
            raise Lost("the cramp is stored as %s" % episode)

    def log_a_visit(self):
        self.find_athlete()
        self.key("ctrl+shift+n")
        self.window.find("entry", "^Subjective")
        self.text("Cramp in the last lap; walks without pain.")
        self.key("Tab")
        self.text("Calf soft, no bruise.")
        self.key("Tab")
        self.text("Exercise cramp.")
        self.key("Tab")
        self.text("Easy week.")
        self.point_at("entry", "^Treatment")
        self.text("stretching left calf 10 min")
        self.key("Return")
        self.key("ctrl+s")
        self.end("a visit", 10, lambda: self.ask("visit", "list", "--athlete", ATHLETE)["visits"])
        visit = self.ask("visit", "list", "--athlete", ATHLETE)["visits"][0]
        if len(self.ask("visit", "show", visit["id"])["visit"]["treatments"]) != 1 or (visit["objective"], visit["plan"]) != ("Calf soft, no bruise.", "Easy week."):
            raise Lost("the visit is stored as %s" % visit)

    def log_a_check_in(self):
        self.find_athlete()
        self.key("ctrl+shift+e")
        self.window.find("entry", "^Drunk that day")
        self.text("1850")
        self.choose("^Urine colour", "^3")
        self.key("ctrl+s")
        self.end("a check-in", 6, lambda: self.ask("check-in", "list", "--athlete", ATHLETE)["check_ins"])
        day = self.ask("check-in", "list", "--athlete", ATHLETE)["check_ins"][0]
        if (day["fluid-ml"], day["urine-colour"]) != (1850, 3):
            raise Lost("the check-in is stored as %s" % day)

    STEPS = (log_a_cramp, log_a_visit, log_a_check_in)

    def take(self, step):
        try:
            return super().take(step)
        except Elsewhere:
            print("left out: %s needs the pointer, and this GTK says that things are elsewhere" % step.__name__, flush=True)
            self.window.close()
            return False


if __name__ == "__main__":
    raise SystemExit(main(Steps, __doc__))
