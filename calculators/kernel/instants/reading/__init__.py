"""Instants and dates as people write and paste them, in Chinese and English.

What can mean only one moment is read; what can mean two is refused with the form to use, and never guessed.
``characters`` makes a text plain, ``tokens`` takes it apart with the words of ``lexicon``, ``shapes`` knows how a date and
a time may be put together, ``refusals`` holds the sentences. Nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from calculators.kernel.errors import BadInput, DateMissing, clip
from calculators.kernel.instants import BEIJING
from calculators.kernel.instants.reading import lexicon, refusals
from calculators.kernel.instants.reading.characters import tidied
from calculators.kernel.instants.reading.shapes import (
    EARLIEST_YEAR,
    Clock,
    Day,
    Written,
    begins_with_day_or_month,
    lacks_a_year,
    readings,
)
from calculators.kernel.instants.reading.tokens import Token, of_two_events, spelled_out, tokens
from calculators.kernel.text import Text, both, day_text

_WIDEST_OFFSET = 14 * 60
_INSTANT, _DAY = "2026-11-21 14:30", "2026-11-21"
_SAID_TWICE = (("即", ""), ("the end of ", " 24:00"))
"""What stands before a second name of a moment, and what completes that: 00:00 is also the end of the day before."""


def read_instant(field: str, typed: str) -> tuple[datetime, bool]:
    """Read an instant and say whether no time zone was written and Beijing time was taken.

    Returns the instant in Beijing time. Raises BadInput naming the field; DateMissing where a time of day was
    understood and only its date is not there.

    >>> read_instant("aware_at", "2026-11-21T06:30:00Z")[0].isoformat()
    '2026-11-21T14:30:00+08:00'
    >>> read_instant("aware_at", "2026年11月21日（星期六）下午2点半")
    (datetime.datetime(2026, 11, 21, 14, 30, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800))), True)
    """
    reader = _Reader(field, typed, _INSTANT)
    text = tidied(spelled_out(typed))
    for mark, rest in _SAID_TWICE:
        first, found, second = text.partition(mark)
        if found and not any(each.isdigit() for each in first):
            text = f"{first} {second}{rest}"  # what stands before may be a clock, or say that it was not then
        elif found:
            try:
                one, two = reader.instant(first), reader.instant(second + rest)
            except (
                DateMissing
            ) as missing:  # the date stands beside the other one: this day or yesterday may be neither
                raise BadInput(missing.field, missing.message) from None
            if one[0] != two[0]:
                raise reader.refusal(refusals.TWO_MOMENTS)
            return one
    return reader.instant(text)


def read_day(field: str, typed: str) -> date:
    """Read a date in Beijing; a whole date and time is on the day that it was in Beijing then. Raises BadInput.

    >>> read_day("handled_on", "2026年11月21日"), read_day("handled_on", "2026-11-20T20:00:00-05:00")
    (datetime.date(2026, 11, 21), datetime.date(2026, 11, 21))
    """
    reader = _Reader(field, typed, _DAY)
    return reader.day(tidied(spelled_out(typed)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """One reading: the fact it is for, the text as it was typed, and an example of the form to use."""

    field: str
    typed: str
    form: str

    def refusal(self, sentence: Text, **parts: Text) -> BadInput:
        return BadInput(self.field, self._said(sentence, **parts))

    def instant(self, text: str) -> tuple[datetime, bool]:
        found = tokens(text)
        written = self._one(found)
        if written.day and written.clock:
            return self._moment(found, written.day, written.clock, written)
        if written.clock:
            raise self._without_day(found, written, written.clock)
        raise self.refusal(refusals.NO_TIME)

    def day(self, text: str) -> date:
        found = tokens(text)
        written = self._one(found)
        if written.day is None:
            raise self.refusal(refusals.NO_DATE)
        if written.clock is None:
            if self._offset(found, written) not in {None, lexicon.ZONES["北京时间"]}:
                raise self.refusal(refusals.DATE_ELSEWHERE)
            return self._day(found, written.day)
        if written.clock.hour == 24:  # the end of a day is the beginning of the next: which is meant?
            raise self.refusal(refusals.NOT_A_DATE)
        return self._moment(found, written.day, written.clock, written)[0].date()

    def _one(self, found: list[Token]) -> Written:
        """Return the one way in which a text can be read."""
        kinds = {each.kind for each in found}
        if "A" in kinds or of_two_events(found):
            raise self.refusal(refusals.NOT_ONE_MOMENT)
        ways = readings(found)
        if len(ways) != 1 or (kinds & {"R", "L"} and ways[0].day):
            raise self._unread(found)
        (written,) = ways
        if written.like_a_range:
            raise self.refusal(refusals.NOT_ONE_MOMENT)
        if "Q" in kinds and written.offset is None and "N" not in kinds:
            raise self.refusal(refusals.ZONE if written.clock else refusals.DATE_ELSEWHERE)
        return written

    def _unread(self, found: list[Token]) -> BadInput:
        kinds = {each.kind for each in found}
        if "x" in kinds:
            return self.refusal(self._not_read)
        if begins_with_day_or_month(found):
            return self.refusal(refusals.ORDER)
        if lacks_a_year(found):
            return self.refusal(refusals.NO_YEAR)
        if "Q" in kinds:
            return self.refusal(refusals.ZONE)
        return self.refusal(refusals.NO_DATE if kinds & {"R", "L"} else self._not_read)

    @property
    def _not_read(self) -> Text:
        return refusals.NOT_A_TIME if self.form == _INSTANT else refusals.NOT_A_DATE

    def _said(self, sentence: Text, **parts: Text) -> Text:
        return sentence.fill(value=clip(self.typed), form=both(self.form), **parts)

    def _moment(self, found: list[Token], day: Day, clock: Clock, written: Written) -> tuple[datetime, bool]:
        offset = self._offset(found, written)
        hour = self._hour(clock)
        midnight = datetime.combine(
            self._day(found, day),
            datetime.min.time(),
            tzinfo=BEIJING if offset is None else timezone(timedelta(minutes=offset)),
        )
        if clock.minute > 59 or clock.second > 59:
            raise self.refusal(refusals.NO_SUCH)
        length = timedelta(
            hours=hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond
        )
        try:
            return (midnight + length).astimezone(BEIJING), offset is None
        except OverflowError:
            raise self.refusal(refusals.NO_SUCH) from None

    def _day(self, found: list[Token], written: Day) -> date:
        if not EARLIEST_YEAR <= int(written.year) <= 9999:
            raise self.refusal(refusals.YEAR)
        try:
            day = date(int(written.year), written.month, written.day)
        except ValueError:
            raise self.refusal(refusals.NO_SUCH) from None
        if any(each.value != day.weekday() for each in found if each.kind == "W"):
            raise self.refusal(refusals.WEEKDAY, day=day_text(day))
        return day

    def _hour(self, clock: Clock) -> int:
        """Return the hour from 0 to 24 that is meant, the part of the day taken into account."""
        sharp = clock.minute == clock.second == clock.microsecond == 0
        hour = clock.hour
        if clock.period:
            twelve = hour == 12 and sharp and clock.period not in lexicon.MIDDAY
            hours = lexicon.PERIODS[clock.period]
            if twelve or hour not in hours:
                raise self.refusal(refusals.CLOCK)
            hour = hours[hour]
        elif clock.spoken:
            raise self.refusal(refusals.CLOCK)
        if hour > 24 or (hour == 24 and not sharp):
            raise self.refusal(refusals.NO_SUCH)
        return hour

    def _offset(self, found: list[Token], written: Written) -> int | None:
        """Return the one offset from UTC that is written, in minutes; None where none is."""
        offsets = {each.value for each in found if each.kind in "ZN"}
        if written.offset is not None:
            offsets.add(written.offset)
        if any(abs(each) > _WIDEST_OFFSET for each in offsets):
            raise self.refusal(refusals.OFFSET)
        if len(offsets) > 1:
            raise self.refusal(refusals.ZONES)
        return next(iter(offsets), None)

    def _without_day(self, found: list[Token], written: Written, clock: Clock) -> BadInput:
        """Ask for the date of a time of day: of the page, where it can be this day or the one before in Beijing."""
        time_of_day = self._time_of_day(clock)
        offset = self._offset(found, written)
        elsewhere = offset not in {None, lexicon.ZONES["北京时间"]}
        form = f"{_DAY} {time_of_day}{_written_offset(offset) if elsewhere and offset is not None else ''}"
        sentence = refusals.NO_DATE.fill(value=clip(self.typed), form=form)
        if elsewhere or {each.kind for each in found} & {"L", "W"}:
            return BadInput(self.field, sentence)
        return DateMissing(self.field, sentence, time_of_day)

    def _time_of_day(self, clock: Clock) -> str:
        """Return a time of day without its date as 24-hour clocks show it."""
        hour = self._hour(clock)
        if clock.minute > 59 or clock.second > 59:
            raise self.refusal(refusals.NO_SUCH)
        seconds = f":{clock.second:02}" if clock.second else ""
        return f"{hour:02}:{clock.minute:02}{seconds}"


def _written_offset(minutes: int) -> str:
    """Return an offset as it is written behind a time, so that it is no second time: 01:30 UTC-05:00."""
    return f" UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
