"""What a text, a provision, a citation, a fact, an instant, a duty, a finding and an error *are*.

Nothing here knows any particular law: a law's words, questions and rules live in its own room next door.
Only the standard library may be imported, so that the same files run under CPython and under Pyodide.
"""
