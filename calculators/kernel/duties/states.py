"""How a duty stands: its time still runs, has passed, or was stopped by a receipt, in time or late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from calculators.kernel.duties.clocks import Due
from calculators.kernel.facts import NOW, Facts
from calculators.kernel.instants import brief_text, length_text
from calculators.kernel.logic import Condition, Truth
from calculators.kernel.text import SEMICOLON, Text, joined

State = Literal["running", "missed", "in_time", "late"]

_SECOND = timedelta(seconds=1)
LONG_PAST_SECONDS = 86400
"""From more than a day on nobody can still hurry: it is said that the deadline has passed, and what is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The fact that stops a report's own clock: when, and by whom, it was received."""

    fact: str
    by: Text
    """The recipient of whom the fact speaks."""
    not_known_of: Text | None = None
    """The recipient of whom it says nothing, where there are two."""
    speaks_if: Condition | None = None
    """What must be met for the fact to speak of this recipient; None where it does whenever the duty applies."""

    def moment(self, facts: Facts) -> datetime | None:
        """Return when the report was received; None where that is not known, or not known of this recipient."""
        if self.speaks_if and self.speaks_if.judge(facts.answers) is not Truth.MET:
            return None
        return facts.instants.get(self.fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a duty stands, with whole seconds and in words."""

    state: State | None = None
    """None for what is only kept, once it need not be kept any longer."""
    left: int | None = None
    """Of ``running`` and ``missed``: from now to the deadline, below zero where that has passed."""
    late: int | None = None
    """Of ``late``: from the deadline to the receipt."""
    text: Text


def standing(
    due: Due, receipt: Receipt | None, facts: Facts, *, may_apply: bool, kept: bool
) -> Standing | None:
    """Return how a duty stands; None without a deadline, or with neither a receipt nor a moment to look from.

    A receipt settles it for good: whatever the moment, a report was in time up to its deadline and late after it.
    """
    if due.strict is None:
        return None
    if receipt and (received := receipt.moment(facts)):
        return _received(due.strict, received, receipt, may_apply=may_apply)
    if NOW not in facts.instants:
        return None
    left = (due.strict - facts.instants[NOW]) // _SECOND
    text = left_text(left, kept=kept, at_most=due.at_latest)
    if kept and left < 0:
        return Standing(text=text)
    return Standing(state="missed" if left < 0 else "running", left=left, text=text)


def left_text(seconds: int, *, kept: bool = False, at_most: bool = False) -> Text:
    """Say how much time is left, or by how much a deadline was missed.

    Keeping something for longer misses nothing; where the deadline is the latest possible, less may be left. Of one
    long past it is said that whether it was met is not known.
    """
    over = seconds < 0
    if kept:
        words = _KEPT_ENOUGH if over else _STILL_KEPT
    elif -seconds > LONG_PAST_SECONDS:
        words = LONG_PAST_AT_LEAST if at_most else LONG_PAST
    elif over:
        words = MISSED_AT_LEAST if at_most else MISSED
    else:
        words = LEFT_AT_MOST if at_most else LEFT
    return words.fill(length=length_text(abs(seconds)))


def _received(due: datetime, received: datetime, receipt: Receipt, *, may_apply: bool) -> Standing:
    late = -((due - received) // _SECOND)
    in_time = late <= 0
    words = (_IN_TIME_IF if in_time else _LATE_IF) if may_apply else (_IN_TIME if in_time else _LATE)
    text = words.fill(by=receipt.by, time=brief_text(received), length=length_text(max(late, 0)))
    if receipt.not_known_of:
        text = joined([text, _NOT_KNOWN.fill(who=receipt.not_known_of)], SEMICOLON)
    return Standing(state="in_time", text=text) if in_time else Standing(state="late", late=late, text=text)


LEFT = Text("还剩{length}", "{length} left")
MISSED = Text("已超过{length}", "missed by {length}")
LEFT_AT_MOST = Text("最多还剩{length}", "at most {length} left")
MISSED_AT_LEAST = Text("至少已超过{length}", "missed by at least {length}")
LONG_PAST = Text(
    "期限已过{length}；是否已经报告，本页不知道",
    "deadline passed {length} ago; whether a report was made, this page does not know",
)
LONG_PAST_AT_LEAST = Text(
    "期限至少已过{length}；是否已经报告，本页不知道",
    "deadline passed at least {length} ago; whether a report was made, this page does not know",
)
IN_TIME = Text("按时", "in time")
LATE = Text("逾期", "late")
_STILL_KEPT = Text("最短保存期尚有{length}", "{length} of the minimum retention left")
_KEPT_ENOUGH = Text("最短保存期已于{length}前届满", "the minimum retention ended {length} ago")
_IN_TIME = Text("按时：{by}于{time}收到", "in time: received by {by} at {time}")
_LATE = Text("逾期{length}：{by}于{time}收到", "late by {length}: received by {by} at {time}")
_IN_TIME_IF = Text("如果是{by}于{time}收到的，按时", "in time, if it was {by} that received it at {time}")
_LATE_IF = Text(
    "如果是{by}于{time}收到的，逾期{length}", "late by {length}, if it was {by} that received it at {time}"
)
_NOT_KNOWN = Text("{who}是否收到，不知道", "whether {who} received it is not known")
