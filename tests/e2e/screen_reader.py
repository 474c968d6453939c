"""Reads a window the way a screen reader does: role, name and place of everything that shows, through AT-SPI.

A program of its own, run by an interpreter that has PyGObject (Debian's python3 with python3-gi), because the
project's own virtual environment has no D-Bus library. A line on stdin asks; a line of JSON on stdout answers: a
list of [role, name, description, text, x, y, width, height], in the order of the window, or {"error": reason}. `text`
is what stands in a field.
"""

import contextlib
import json
import sys

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
FIELDS = ("spin box", "text")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
SHOWING = 25
ANSWER_WITHIN_MS = 5000


class Reader:
    """Asks whole levels of the tree at once: a busy window answers a hundred questions as fast as one."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, ANSWER_WITHIN_MS
        ).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self._loop = GLib.MainLoop()

    def read(self) -> list[list[object]]:
        """Everything that shows, in all programs on this desktop."""
        found: dict[tuple[int, ...], list[object]] = {}
        level = {(index,): node for index, node in enumerate(self._children([REGISTRY])[0])}
        while level:
            places, nodes = list(level), list(level.values())
            names = self._ask(nodes, "org.freedesktop.DBus.Properties", "Get", ("(ss)", (ACCESSIBLE, "Name")))
            descriptions = self._ask(
                nodes, "org.freedesktop.DBus.Properties", "Get", ("(ss)", (ACCESSIBLE, "Description"))
            )
            roles = self._ask(nodes, ACCESSIBLE, "GetRoleName")
            states = self._ask(nodes, ACCESSIBLE, "GetState")
            extents = self._ask(nodes, COMPONENT, "GetExtents", ("(u)", (0,)))
            fields = [index for index, role in enumerate(roles) if role in FIELDS]
            answers = self._ask([nodes[index] for index in fields], TEXT, "GetText", ("(ii)", (0, -1)))
            texts = dict(zip(fields, answers, strict=True))
            children = self._children(nodes)
            level = {}
            for index, place in enumerate(places):
                shows = states[index] is not None and bool(states[index][0] >> SHOWING & 1)
                if shows:
                    words = roles[index], names[index], descriptions[index], texts.get(index)
                    found[place] = [*words, *(extents[index] or (0, 0, 0, 0))]
                if shows or len(place) == 1:
                    level.update({(*place, number): child for number, child in enumerate(children[index])})
        return [found[place] for place in sorted(found)]

    def _children(self, nodes: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
        return [answer or [] for answer in self._ask(nodes, ACCESSIBLE, "GetChildren")]

    def _ask(self, nodes, interface, method, arguments=None):
        """The same question to all nodes; None where one cannot answer (it may just have gone)."""
        answers: list[object] = [None] * len(nodes)
        waiting = len(nodes)

        def on_answer(bus, result, index):
            nonlocal waiting
            waiting -= 1
            with contextlib.suppress(GLib.Error):
                answers[index] = bus.call_finish(result).unpack()[0]
            if not waiting:
                self._loop.quit()

        for index, (program, path) in enumerate(nodes):
            value = GLib.Variant(*arguments) if arguments else None
            self._bus.call(program, path, interface, method, value, None, 0, ANSWER_WITHIN_MS, None, on_answer, index)
        if nodes:
            self._loop.run()
        return answers


def main() -> None:
    reader = None
    for _line in sys.stdin:
        try:
            reader = reader or Reader()
            answer = reader.read()
        except GLib.Error as error:
            answer = {"error": error.message}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
