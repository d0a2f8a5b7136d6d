"""Check-ins entered with the keyboard: a day with two sessions, a week as a grid, a block from a spreadsheet; what is undone,
refused, and printed.

entry.py --window PROGRAM --cli PROGRAM --output FOLDER

On a clinic made for this run and thrown away, with a clock that stands still. Keys are real keys of the virtual screen; what
came of them is asked from the command line. Exit 0 when every step worked; 1 with the step that failed; 77 without a display.
"""
import os
import shutil
import subprocess
import sys

if not os.environ.get("DISPLAY"):
    print("entry: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import Lost, Window  # noqa: E402
from script import Script, main  # noqa: E402

ATHLETE = "Wanda Wayfarer"
BLOCK = "2.400\t1,850\n4\t5\n70,5\t71,2"  # three rows of two days, as a German spreadsheet copies them


class Entry(Script):
    def days(self):
        """Check-in and sessions by date."""
        stored = self.ask("check-in", "list", "--athlete", ATHLETE)
        sessions = {}
        for session in stored["sessions"]:
            sessions.setdefault(session["date"], []).append((session["minutes"], session["rpe"]))
        return {day["date"]: day for day in stored["check_ins"]}, {date: sorted(some) for date, some in sessions.items()}

    def open(self, page):
        if self.window is not None:
            self.window.close()
        self.window = Window([self.window_program, "--clinic", self.clinic, "--now", self.NOW, "--page", page, "--size", "1200x1000"],
                             self.environment, self.output)

    def type_keys(self, words):
        self.window.focus()
        self.window.xdotool("type", "--delay", "40", words)

    # --- the steps ---

    def make_clinic(self):
        self.athlete = self.ask("athlete", "add", "--name", ATHLETE)["id"]
        self.ask("shoe", "add", "--athlete", ATHLETE, "--name", "Road pair", "--since", "2026-06-01")
        self.ask("check-in", "add", "--athlete", ATHLETE, "--date", "2026-11-01", "--mass-before-kg", "69.5", "--session", "30:3", "--shoe", "Road pair")

    def enter_a_day_with_two_sessions(self):
        self.open("check-in:%s:2026-11-14" % self.athlete)
        self.window.find_text("carried forward from")
        self.window.press("button", "Take Last Values$")
        self.window.type_into("entry", "^Body mass after", "70,5")
        self.window.find_text("heavier after the session: more was drunk than lost")
        self.window.press("button", "Add Session$")
        for number, minutes, effort in ((1, "60", "5"), (2, "30", "8")):
            box = self.window.find("panel", "^Session %d$" % number)
            self.window.type_into("entry", "^Session$", minutes, box)
            self.window.press("button", "^%s$" % effort, self.window.find("panel", "^How hard$", box))
        self.window.find_text("Load of the day 540 AU, 2 sessions")
        self.window.take_picture("day")
        self.window.keys("ctrl+Return")
        self.window.wait(lambda: self.days()[1].get("2026-11-14") == [(30, 8), (60, 5)], "two sessions in the clinic")
        day = self.days()[0]["2026-11-14"]
        self.expect(day["mass-before-kg"] == 69.5 and day["mass-after-kg"] == 70.5, "the masses are %s" % day)

    def take_it_back(self):
        self.window.press("button", "Undo$")
        self.window.wait(lambda: "2026-11-14" not in self.days()[0], "the check-in undone")
        self.expect("2026-11-14" not in self.days()[1], "the sessions are still there")

    def paste_a_block(self):
        self.open("check-in:%s:2026-11-14" % self.athlete)
        self.window.type_into("entry", "^Notes$", BLOCK)
        self.window.tab_to("entry", "^Notes$")
        self.window.keys("ctrl+a", "ctrl+c")
        self.window.type_into("entry", "^Notes$", "")
        self.window.press("button", "^Week$")
        self.window.tab_to("entry", "^Drunk, Tue 10 Nov")
        self.window.keys("ctrl+v")
        for field, words in (("^Drunk, Tue", "2400"), ("^Drunk, Wed", "1850"), ("^Urine colour, Tue", "4"), ("^Mass before, Wed", "71,2")):
            self.window.wait(lambda: self.window.text_of(self.window.find("entry", field)) == words, "“%s” in %s" % (words, field))

    def go_round_with_the_keyboard(self):
        self.window.tab_to("entry", "^Drunk, Thu 12 Nov")
        self.window.keys("ctrl+d", "Tab")        # the day before, then to the right
        self.type_keys("2000")
        self.window.keys("Return")               # down: urine colour of Friday
        self.type_keys("3")
        self.window.keys("Down", "ctrl+space")   # body mass of Friday: the last known one
        self.window.keys("Up", "Up", "Right")    # up to Drunk, and out of the cell to Saturday
        self.type_keys("1700")
        self.window.tab_to("entry", "^Urine colour, Wed")
        self.window.keys("Delete")               # unknown, not zero
        self.window.tab_to("entry", "^Session, Fri 13 Nov")
        self.type_keys("60 + 30")
        self.window.keys("Return")
        self.type_keys("5 + 8")
        self.window.tab_to("entry", "^Shoes, Fri 13 Nov")
        self.type_keys("road")
        self.window.find_text("Load 540 AU on 1 known day")
        self.window.take_picture("week")

    def find_the_week_stored(self):
        self.window.keys("ctrl+Return")
        self.window.wait(lambda: "2026-11-10" in self.days()[0], "the week in the clinic")
        days, sessions = self.days()
        wanted = {"2026-11-10": {"fluid-ml": 2400, "urine-colour": 4, "mass-before-kg": 70.5},
                  "2026-11-11": {"fluid-ml": 1850, "urine-colour": None, "mass-before-kg": 71.2},
                  "2026-11-12": {"fluid-ml": 1850},
                  "2026-11-13": {"fluid-ml": 2000, "urine-colour": 3, "mass-before-kg": 69.5},
                  "2026-11-14": {"fluid-ml": 1700}}
        for date, fields in wanted.items():
            for field, value in fields.items():
                self.expect(days[date][field] == value, "%s of %s is %s, not %s" % (field, date, days[date][field], value))
        self.expect(sessions["2026-11-13"] == [(30, 8), (60, 5)], "the sessions are %s" % sessions)
        self.window.press("button", "Undo$")
        self.window.wait(lambda: list(self.days()[0]) == ["2026-11-01"], "the week undone")

    def be_refused_a_negative_duration(self):
        self.open("episode:new:" + self.athlete)
        self.window.type_into("entry", "^Started, date", "2026-11-14")
        self.window.type_into("entry", "^Started, time", "20:45")
        self.window.press("button", "^Left$")
        self.window.choose("^Muscle$", "^Calf$")
        self.window.type_into("entry", "^Lasted, minutes", "-3")
        self.window.find_text("^From 0 to")
        self.window.keys("ctrl+Return")
        self.window.find_text("An entry cannot be read. It is marked.")
        self.expect(not self.ask("episode", "list", "--athlete", ATHLETE)["episodes"], "a negative duration is in the clinic")
        self.window.type_into("entry", "^Lasted, minutes", "3")
        self.window.keys("ctrl+Return")
        self.window.wait(lambda: self.ask("episode", "list", "--athlete", ATHLETE)["episodes"], "the episode in the clinic")

    def print_a_blank_week(self):
        """Through the print dialog of the system, into a file."""
        os.chdir(self.home)  # where “Print to File” puts it
        self.open("sheet:check-in:" + self.athlete)
        self.window.press("button", "^Print…$")
        self.window.point_at("label", "^Print to File$")
        self.window.press("button", "Print$", self.window.find("dialog", "^Print$"))
        path = os.path.join(self.home, "output.pdf")
        self.window.wait(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the printed file")
        if shutil.which("pdftotext"):
            words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
            self.expect("Your week" in words and ATHLETE in words, "the printed page is not the blank week: " + words)

    STEPS = (make_clinic, enter_a_day_with_two_sessions, take_it_back, paste_a_block, go_round_with_the_keyboard, find_the_week_stored,
             be_refused_a_negative_duration, print_a_blank_week)


if __name__ == "__main__":
    raise SystemExit(main(Entry, __doc__))
