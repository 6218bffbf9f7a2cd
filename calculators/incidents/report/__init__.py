"""``incident-report``: who must be told of an incident, by when, with what."""
