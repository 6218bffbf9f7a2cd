"""Asking what ``incident-report`` says."""

from calculators.catalogue import ask

ABOVE = ["relatively_major", "major", "particularly_major"]


def report(lang="zh", **facts):
    return ask("incident-report", {"aware_at": "2026-11-21T14:30:00+08:00", **facts}).to_json(lang)


def duties(finding):
    return {duty["id"]: duty for duty in finding["duties"]}
