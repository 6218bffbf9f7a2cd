"""Refusals: each names the field, and says in the words of the form what is wrong and what is accepted.

CalculatorError
├── BadInput            a name or value that cannot be understood
│   └── DateMissing     a time of day whose date is not there
├── MissingInput        a fact without which there is no answer
├── OutOfForce          a case from before the law was in force
└── UnknownCalculator   there is no calculator of that name
"""

from __future__ import annotations

from typing import ClassVar, Literal

from calculators.kernel.text import Text

ErrorCode = Literal["bad_input", "missing_input", "out_of_force", "unknown_calculator"]


class CalculatorError(Exception):
    """A question that was refused; ``code`` and ``field`` never change with the language."""

    code: ClassVar[ErrorCode]

    def __init__(self, field: str, message: Text) -> None:
        """Name the field and the sentence that a person reads."""
        super().__init__(message.en)
        self.field = field
        self.message = message

    def beside(self) -> dict[str, str | tuple[str, ...]]:
        """Return what programs are told beside the sentence, by the keys of the JSON."""
        return {}


class BadInput(CalculatorError):
    """A name or value that cannot be understood."""

    code = "bad_input"

    def __init__(self, field: str, message: Text, accepted: tuple[str, ...] = ()) -> None:
        """Name the field, and beside the sentence the values that it takes, where these are few."""
        super().__init__(field, message)
        self.accepted = accepted

    def beside(self) -> dict[str, str | tuple[str, ...]]:
        """Return the values or names that are accepted, where there are such."""
        return {"accepted": self.accepted} if self.accepted else {}


class DateMissing(BadInput):
    """A time of day without its date: the day can be asked back, and is never guessed."""

    def __init__(self, field: str, message: Text, time_of_day: str) -> None:
        """Hold the time of day as a 24-hour clock shows it: ``23:30``, ``23:30:05``, ``24:00``."""
        super().__init__(field, message)
        self.time_of_day = time_of_day

    def beside(self) -> dict[str, str | tuple[str, ...]]:
        """Return the time of day, with which a day makes an instant."""
        return {"time_of_day": self.time_of_day}


class MissingInput(CalculatorError):
    """A fact without which there is no answer."""

    code = "missing_input"


class OutOfForce(CalculatorError):
    """A case from before the law was in force."""

    code = "out_of_force"


class UnknownCalculator(CalculatorError):
    """There is no calculator of that name."""

    code = "unknown_calculator"


def clip(value: object, longest: int = 40) -> str:
    """Return something typed as a short, printable quotation: a megabyte must not come back as a message."""
    text = value if isinstance(value, str) else repr(value)
    clipped = text if len(text) <= longest else text[:longest] + "…"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in clipped)
