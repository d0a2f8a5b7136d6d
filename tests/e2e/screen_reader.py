"""The window as a screen reader meets it: find by role and name, press, type, and look.

Nothing here knows the program from inside; it talks to the accessibility bus, the keyboard and the screen.
"""
import os
import re
import shutil
import subprocess
import sys
import time

# A warning is fatal to the program that is looked at, not to the one that looks: the accessibility bus warns of objects
# that went away while they were read. GLib reads the variable when it is loaded.
fatal = os.environ.pop("G_DEBUG", None)
try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except ImportError:
    # A Python that a person installed beside that of the system does not have the system's bindings.
    system = "/usr/bin/python3"
    if sys.executable != system and os.path.exists(system):
        if fatal is not None:
            os.environ["G_DEBUG"] = fatal
        os.execv(system, [system] + sys.argv)
    raise SystemExit(77)
if fatal is not None:
    os.environ["G_DEBUG"] = fatal

# Seconds: ends a wait for what never comes. On a machine that builds at the same time one look through a page of 400 entries takes 20.
PATIENCE = float(os.environ.get("SOLEUS_PATIENCE", "90"))
MOST_TABS = 200


class Lost(Exception):
    """What should have been on the screen was not."""


def names_of(role):
    """Roles are called differently by different versions of the toolkit."""
    return {"button": ("button", "push button", "toggle button"), "entry": ("entry", "text"), "choice": ("radio button", "check box"),
            "panel": ("panel", "grouping")}.get(role, (role,))


class Window:
    def __init__(self, command, environment, output):
        self.output = output
        self.log = open(os.path.join(output, "window.log"), "w", encoding="utf-8")
        self.process = subprocess.Popen(command, env=environment, stdout=self.log, stderr=subprocess.STDOUT)
        self.root = self.wait(self.find_application, "the program on the accessibility bus", 40)
        self.wait(lambda: self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)), "the window on the screen", 40)
        self.focus()

    # --- waiting ---

    def wait(self, look, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Lost("the program ended (%d) while waiting for %s" % (self.process.returncode, what))
            try:
                found = look()
            except GLib.Error:  # it changed while it was looked at
                found = None
            if found:
                return found
            time.sleep(0.1)
        raise Lost("not found: " + what)

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    # --- looking ---

    def walk(self, node=None):
        """The last first: a page that covers another comes after it, and what is not asked for any more is not read."""
        node = self.root if node is None else node
        try:
            node.clear_cache()
            for i in reversed(range(node.get_child_count())):
                child = node.get_child_at_index(i)
                if child is not None:
                    yield from self.walk(child)
        except GLib.Error:
            return
        yield node

    def is_shown(self, node):
        """GTK 4.8 does not tell “showing” of what is inside a window; what is not on the screen has no size there."""
        place = node.get_component_iface()
        if place is None or not node.get_state_set().contains(Atspi.StateType.VISIBLE):
            return False
        extents = place.get_extents(Atspi.CoordType.WINDOW)
        return extents.width > 1 and extents.height > 1

    def matches(self, node, role, name):
        if role is not None and node.get_role_name() not in names_of(role):
            return False
        if name is not None and re.search(name, node.get_name() or "") is None:
            return False
        return self.is_shown(node)

    def look_for(self, role, name, within=None):
        """The last one of several: a page that covers another comes after it."""
        for node in self.walk(within):
            try:
                if self.matches(node, role, name):
                    return node
            except GLib.Error:
                continue
        return None

    def find(self, role, name, within=None, patience=PATIENCE):
        return self.wait(lambda: self.look_for(role, name, within), "%s “%s”" % (role or "anything", name), patience)

    def find_text(self, pattern, patience=PATIENCE):
        """Words on the screen, in a name or in a text."""
        def look():
            for node in self.walk():
                try:
                    words = node.get_name() or ""
                    if node.get_role_name() in ("label", "text", "entry"):
                        words += " " + self.text_of(node)
                    if re.search(pattern, words) and self.is_shown(node):
                        return words
                except GLib.Error:
                    continue
            return None
        return self.wait(look, "the words “%s”" % pattern, patience)

    def text_of(self, node):
        text = node.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text is not None else ""

    def tree(self):
        lines = []

        for node in self.walk():
            try:
                if node.get_name() and self.is_shown(node):
                    lines.append("%s “%s”" % (node.get_role_name(), node.get_name()))
            except GLib.Error:
                continue
        return "\n".join(reversed(lines))

    # --- doing ---

    def xdotool(self, *arguments):
        return subprocess.run(("xdotool",) + arguments, capture_output=True, text=True, check=False).stdout.strip()

    def focus(self):
        windows = self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        if windows:
            self.xdotool("windowfocus", "--sync", windows[-1])

    def press(self, role, name, within=None):
        node = self.find(role, name, within)
        self.wait(lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE), "“%s” to be ready" % name)
        try:
            node.get_action_iface().do_action(0)
        except GLib.Error:
            pass  # the reply to an action that takes its own widget away is lost
        time.sleep(0.2)
        return node

    def is_down(self, role, name, within=None):
        node = self.look_for(role, name, within)
        states = node.get_state_set() if node is not None else None
        return states is not None and (states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED))

    def type_into(self, role, name, words, within=None):
        node = self.find(role, name, within)
        field = node.get_editable_text_iface()
        if field is None:
            inner = self.wait(lambda: self.look_for("entry", None, node), "a field in “%s”" % name)
            node, field = inner, inner.get_editable_text_iface()
        Atspi.EditableText.delete_text(field, 0, Atspi.Text.get_character_count(node.get_text_iface()))
        Atspi.EditableText.insert_text(field, 0, words, len(words.encode("utf-8")))
        self.wait(lambda: self.text_of(node) == words, "“%s” in the field “%s”" % (words, name))
        return node

    def has_focus(self, node):
        """The field itself, or the text inside it."""
        return any(one.get_state_set().contains(Atspi.StateType.FOCUSED) for one in self.walk(node))

    def tab_to(self, role, name):
        node = self.find(role, name)
        for _ in range(MOST_TABS):
            if self.has_focus(node):
                return node
            self.keys("Tab")
        raise Lost("Tab does not reach %s “%s”" % (role, name))

    def still_place_of(self, node):
        """Where it is, once it is there for a moment: what was just typed may move what stands around it."""
        def look():
            node.clear_cache()
            extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            return extents.x, extents.y, extents.width, extents.height, extents
        first = look()
        time.sleep(0.3)
        second = look()
        return second[4] if first[:4] == second[:4] else None

    def knows_places(self):
        """GTK 4.18 leaves the padding of all that is around a widget out of the place that it tells."""
        version = self.root.get_toolkit_version()
        return tuple(int(part) for part in version.split(".")[:2]) < (4, 18)

    def point_at(self, role, name, across=0.5, down=0.5):
        """Clicks what has no action on the bus, at these shares of its width and height."""
        node = self.find(role, name)
        frame = node
        while frame.get_role_name() not in ("frame", "dialog", "window"):
            frame = frame.get_parent()
        windows = self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        window = [one for one in windows if self.xdotool("getwindowname", one) == frame.get_name()][-1:] or windows[-1:]
        window = window[0]
        self.xdotool("windowfocus", "--sync", window)
        geometry = dict(line.split("=") for line in self.xdotool("getwindowgeometry", "--shell", window).splitlines())
        frame = frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        place = self.wait(lambda: self.still_place_of(node), "“%s” to stand still" % name)
        margin = (int(geometry["WIDTH"]) - frame.width) // 2  # the shadow around the window is part of it
        x, y = place.x + int(place.width * across) + margin, place.y + int(place.height * down) + margin
        self.xdotool("mousemove", "--window", window, str(x), str(y), "click", "1")
        time.sleep(0.3)

    def choose(self, name, item):
        """Opens a drop-down and goes to an item with the arrow keys, as its list cannot be activated from outside."""
        box = self.find("combo box", name)
        self.wait(lambda: self.look_for("button", None, box), "the button of “%s”" % name).get_action_iface().do_action(0)
        row = self.wait(lambda: self.look_for("label", item, box), "“%s” in the list of “%s”" % (item, name))
        while row.get_role_name() != "list item":  # on GTK 4.8 the row has no name, the label in it has
            row = row.get_parent()
        self.keys("Home", *["Down"] * row.get_index_in_parent(), "Return")

    def keys(self, *keys):
        self.focus()
        for key in keys:
            self.xdotool("key", key)
            time.sleep(0.15)

    def take_picture(self, name):
        if shutil.which("import") is None:
            return
        before = None
        path = os.path.join(self.output, name + ".png")
        for _ in range(20):  # until two looks in a row show the same
            time.sleep(0.25)
            subprocess.run(["import", "-window", "root", path], check=False)
            with open(path, "rb") as file:
                now = file.read()
            if now == before:
                break
            before = now

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.log.close()
