"""Ways in and out: the command line, the JSON bridge of the worker, the shelf of works.

An adapter translates and delegates; an ``if`` about law in here is a defect. It may import all of calculators.
"""
