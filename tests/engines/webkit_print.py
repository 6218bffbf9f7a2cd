"""Print a page with WebKitGTK, whose driver cannot: ``/usr/bin/python3 webkit_print.py ADDRESS FILE``.

Runs by itself, with the Python to which Debian's python3-gi belongs, on any display.
"""

import os
import sys

os.environ.setdefault("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
os.environ.setdefault("WEBKIT_DISABLE_DMABUF_RENDERER", "1")

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402


def main(address, file):
    """Open, print, end."""
    window = Gtk.Window()
    view = WebKit2.WebView()
    window.set_default_size(1280, 900)
    window.add(view)
    window.show_all()

    def loaded(_, event):
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(500, to_paper)

    def to_paper():
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{file}")
        paper = Gtk.PageSetup()
        paper.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
        operation = WebKit2.PrintOperation.new(view)
        operation.set_print_settings(settings)
        operation.set_page_setup(paper)
        operation.connect("finished", lambda *_: Gtk.main_quit())
        operation.connect("failed", lambda _, error: sys.exit(str(error)))
        operation.print_()
        return False

    view.connect("load-changed", loaded)
    view.load_uri(address)
    Gtk.main()


main(*sys.argv[1:])
