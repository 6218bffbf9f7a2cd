"""The slides of the course, in the order of its plan: one provision, picture, case or mistake each."""
