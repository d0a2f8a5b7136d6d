"""The cramps of all athletes: filtered, sorted, grouped, searched, opened with the keyboard; and two periods of one athlete compared.

episodes.py --window PROGRAM --cli PROGRAM --output FOLDER

On a clinic made for this run and thrown away, with a clock that stands still. What a choice does is read from the rows, as a screen reader
reads them: each step asks for other rows than the one before, so that one without effect fails. Exit 0 when every step worked; 1 with the
step that failed; 77 without a display.
"""
import os
import re
import sys

if not os.environ.get("DISPLAY"):
    print("episodes: no display", file=sys.stderr)
    raise SystemExit(77)

from screen_reader import PATIENCE, Lost, Window  # noqa: E402
from script import Script, main  # noqa: E402

# whose, when, which side and muscle, pain, minutes, a word in the notes
CRAMPS = (("Mara Meterstick", "2026-11-12T18:00:00+01:00", "left", "calf", 3, 2, "Taped at once"),
          ("Otto Overtime", "2026-11-02T07:30:00+01:00", "right", "soleus", 8, 1, "On the hill"),
          ("Mara Meterstick", "2026-10-20T19:00:00+02:00", "right", "calf", 5, 9, "No tape this time"),
          ("Otto Overtime", "2026-09-05T09:00:00+02:00", "left", "calf", 6, 4, "After the bus"),
          ("Mara Meterstick", "2025-11-10T18:00:00+01:00", "right", "soleus", 2, 3, "Before breakfast"))


class Episodes(Script):
    # --- the rows, as they are read out ---

    def rows(self, name):
        """“M3” for an episode of Mara with pain 3, “[…]” for a heading; in their order."""
        found = []
        for node in self.window.walk(self.window.look_for("list", name)):
            if node.get_role_name() == "list item" and self.window.is_shown(node):
                words = node.get_name()
                episode = re.match(r"(\w).*, Pain (\d+)", words)
                found.append(episode.group(1) + episode.group(2) if episode else "[%s]" % words)
        return " ".join(reversed(found))

    def expect_rows(self, wanted, name="^Episodes of all athletes$"):
        seen = [None]

        def look():
            seen[0] = self.rows(name)
            return seen[0] == wanted
        try:
            self.window.wait(look, "the rows", PATIENCE)
        except Lost as problem:
            raise Lost("the rows are “%s”, not “%s” (%s)" % (seen[0], wanted, problem)) from problem

    # --- the steps ---

    def make_clinic(self):
        for name in sorted({cramp[0] for cramp in CRAMPS}):
            self.ask("athlete", "add", "--name", name)
        for name, onset, side, muscle, pain, minutes, note in CRAMPS:
            self.ask("episode", "add", "--athlete", name, "--onset", onset, "--side", side, "--muscle", muscle, "--pain", str(pain),
                     "--minutes", str(minutes), "--note", note)
        self.window = Window([self.window_program, "--clinic", self.clinic, "--now", self.NOW, "--size", "1200x900"], self.environment, self.output)
        self.window.find_text("^Sunday 15 November")

    def open_the_list_by_a_key(self):
        self.window.keys("ctrl+l")
        self.expect_rows("M3 O8 M5 O6 M2")
        self.window.find_text("^5 episodes")

    def filter_by_side_and_pain(self):
        self.window.choose("^Side$", "^Right$")
        self.expect_rows("O8 M5 M2")
        self.window.find_text("^3 of 5 episodes")
        self.window.choose("^Pain$", "^Pain 4 to 6$")
        self.expect_rows("M5")
        self.window.press("button", "^Show All$")
        self.expect_rows("M3 O8 M5 O6 M2")

    def sort(self):
        self.window.choose("^Order$", "^Most painful first$")
        self.expect_rows("O8 O6 M5 M3 M2")
        self.window.choose("^Order$", "^Longest first$")
        self.expect_rows("M5 O6 M2 M3 O8")

    def group(self):
        self.window.choose("^Groups$", "^By athlete$")
        self.expect_rows("[Mara Meterstick] M5 M2 M3 [Otto Overtime] O6 O8")
        self.window.choose("^Order$", "^Newest first$")
        self.expect_rows("[Mara Meterstick] M3 M5 M2 [Otto Overtime] O8 O6")
        self.window.choose("^Groups$", "^By month$")
        self.expect_rows("[November 2026 · 2 episodes] M3 O8 [October 2026 · 1 episode] M5 [September 2026 · 1 episode] O6 "
                         "[November 2025 · 1 episode] M2")
        self.window.take_picture("grouped")

    def search_in_notes(self):
        self.window.type_into("entry", "^Words in the notes$", "tape")
        self.expect_rows("[November 2026 · 1 episode] M3 [October 2026 · 1 episode] M5")
        self.window.type_into("entry", "^Words in the notes$", "hill bus")
        self.window.find_text("^No Episode Fits")
        self.window.type_into("entry", "^Words in the notes$", "tape")
        self.expect_rows("[November 2026 · 1 episode] M3 [October 2026 · 1 episode] M5")

    def open_an_episode_by_keyboard(self):
        """From the field that was typed into, past the choices, to the list; the headings are passed, too."""
        self.window.tab_to("list item", "^November 2026")
        self.window.keys("Down", "Down", "Down")
        row = self.window.find("list item", "^Mara Meterstick, .*, Pain 5")
        self.window.wait(lambda: self.window.has_focus(row), "the keyboard on the third row below")
        self.window.keys("Return")
        self.window.find("list", "^Episodes$")
        row = self.window.find("list item", "^Calf, right, Tue 20 Oct 2026, 19:00.*Pain 5")
        self.window.wait(lambda: self.window.has_focus(row), "the keyboard on the episode in its record")
        self.window.take_picture("record")

    def compare_two_periods(self):
        self.window.choose("^Period$", "^Last 90 days$")
        self.window.find_text("^Tue 18 Aug 2026 to Sun 15 Nov 2026: 2 episodes in 90 days.*\n.* 0 episodes in 90 days")
        self.window.choose("^Compared with$", "^Compared with the year before$")
        self.window.find_text("^Tue 18 Aug 2026 to Sun 15 Nov 2026: 2 episodes in 90 days.*\nTue 19 Aug 2025 to Sun 16 Nov 2025: 1 episode in 90 days")
        self.window.take_picture("compared")

    def go_back_to_the_list_as_it_was_left(self):
        self.window.keys("Escape")
        self.expect_rows("[November 2026 · 1 episode] M3 [October 2026 · 1 episode] M5")
        row = self.window.find("list item", "^Mara Meterstick, .*, Pain 5")
        self.window.wait(lambda: self.window.has_focus(row), "the keyboard on the row that was opened")

    STEPS = (make_clinic, open_the_list_by_a_key, filter_by_side_and_pain, sort, group, search_in_notes, open_an_episode_by_keyboard,
             compare_two_periods, go_back_to_the_list_as_it_was_left)


if __name__ == "__main__":
    raise SystemExit(main(Episodes, __doc__))
