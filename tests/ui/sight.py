"""All widgets of the program at one moment, asked for with one question.

Going from widget to widget costs several questions each, which was nine tenths of a test's time.  GTK
answers org.a11y.atspi.Cache.GetItems with everything at once that somebody has asked for before:
where each widget is, its role, its name, its states.  So each widget is gone to once, when it is new.
"""
import functools

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio  # noqa: E402

CACHE = ("/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")


@functools.cache
def bus():
    address = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None, None)


@functools.cache
def role_name(role):
    return Atspi.role_get_name(Atspi.Role(role))


class Item:
    """A widget as it was."""

    def __init__(self, fields):
        (_, self.path), _, (_, self.parent), self.index, self.n_children, self.interfaces, self.name, self.role, _, states = fields
        self.states = tuple(states)
        self.children = []

    def role_name(self):
        return role_name(self.role)

    def has(self, state):
        return bool(self.states[int(state) // 32] >> (int(state) % 32) & 1)

    def has_text(self):
        return "org.a11y.atspi.Text" in self.interfaces

    def is_visible(self):
        return self.role == Atspi.Role.WINDOW or self.has(Atspi.StateType.VISIBLE)


class Sight:
    """accessibles: path -> object of pyatspi, kept from one sight to the next."""

    def __init__(self, application, accessibles):
        self.application = application
        self.accessibles = accessibles
        accessibles[application.path] = application
        self.ask()
        asked = set()
        while True:
            new = [item for item in self.walk() if len(item.children) < item.n_children and item.path not in asked]
            if not new:
                break
            for item in new:
                asked.add(item.path)
                self.explore(self.accessible(item))
            self.ask()

    def ask(self):
        answer = bus().call_sync(self.application.app.bus_name, *CACHE, None, None, 0, 20000, None)
        self.items = {}
        for fields in answer.unpack()[0]:
            item = Item(fields)
            self.items[item.path] = item
        for item in self.items.values():
            if item.parent in self.items and item.parent != item.path:
                self.items[item.parent].children.append(item)
        for item in self.items.values():
            item.children.sort(key=lambda child: child.index)
        root = self.items.get(self.application.path)
        if root is not None:
            root.n_children = self.application.childCount

    def explore(self, node):
        """Goes to everything below node, so that GTK will answer with it."""
        waiting = [node]
        while waiting:
            node = waiting.pop()
            try:
                if node is None or node.get_role() == Atspi.Role.SCROLL_BAR:
                    continue
                children = [node.getChildAtIndex(i) for i in range(node.childCount)]
            except Exception:  # it died between two questions
                continue
            for child in children:
                if child is not None:
                    self.accessibles[child.path] = child
                    known = self.items.get(child.path)
                    if known is None or len(known.children) < known.n_children:
                        waiting.append(child)

    def walk(self, root=None):
        """Every visible item below root, parents first."""
        start = self.items.get(root.path if root is not None else self.application.path)
        waiting = [start] if start is not None else []
        while waiting:
            item = waiting.pop()
            if item.role == Atspi.Role.SCROLL_BAR or (item is not start and not item.is_visible()):
                continue
            yield item
            waiting.extend(reversed(item.children))

    def accessible(self, item):
        """The object for an item; None if it is gone by now."""
        known = self.accessibles.get(item.path)
        if known is not None:
            return known
        above = self.items.get(item.parent)
        above = self.accessible(above) if above is not None and above is not item else None
        if above is None:
            return None
        try:
            found = above.getChildAtIndex(item.index) if item.index >= 0 else None
            if found is None or found.path != item.path:
                found = next((child for child in (above.getChildAtIndex(i) for i in range(above.childCount))
                              if child is not None and child.path == item.path), None)
        except Exception:  # the object died between two questions
            return None
        if found is not None:
            self.accessibles[item.path] = found
        return found
