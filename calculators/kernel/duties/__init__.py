"""A duty: the law's rule, how its time is counted, how a finding lists it."""
