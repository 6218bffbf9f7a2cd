"""The page for courses: every worked case as an exercise, the tools to choose among them, and the key."""
