"""What is said of a time or date that was not read: what is wrong with it, and how to write it."""

from __future__ import annotations

from calculators.kernel.text import Text

NOT_A_TIME = Text(
    "“{value}”无法识别为时间。请写日期和24小时制时刻，如2026-11-21 14:30（北京时间）。",
    "“{value}” cannot be read as a time. Write the date and the 24-hour time, such as 2026-11-21 14:30 (Beijing time).",
)
NOT_A_DATE = Text(
    "“{value}”无法识别为日期。请写年、月、日，如2026-11-21。",
    "“{value}” cannot be read as a date. Write year, month and day, such as 2026-11-21.",
)
NO_DATE = Text(
    "“{value}”缺少日期。请连同日期填写，如{form}。",
    "“{value}” has no date. Write the date with it, such as {form}.",
)
NO_TIME = Text(
    "“{value}”缺少时刻。请连同时刻填写，如{form}。",
    "“{value}” has no time of day. Write the time with it, such as {form}.",
)
NO_YEAR = Text(
    "“{value}”缺少四位的年份。请连同年份填写，如{form}。",
    "“{value}” has no four-digit year. Write the year with it, such as {form}.",
)
ORDER = Text(
    "“{value}”的年、月、日不止一种读法。请依次写年、月、日，如{form}。",
    "The day, month and year of “{value}” can be read in more than one way. Write year, month, day, such as {form}.",
)
NOT_ONE_MOMENT = Text(
    "“{value}”不是一个确定的时刻。请只写一个时刻，如{form}。",
    "“{value}” is not one moment. Write a single moment, such as {form}.",
)
CLOCK = Text(
    "“{value}”的时刻不止一种理解，或者前后不一致。请用24小时制，如{form}；一天之始写作00:00，中午写作12:00。",
    "The time of day in “{value}” can be taken in more than one way, or contradicts itself. Use the 24-hour clock, such as "
    "{form}; the day begins at 00:00, and noon is 12:00.",
)
ZONE = Text(
    "“{value}”中的时区名称不止一种理解。请换算成北京时间，或者写明与UTC相差几小时，如2026-11-21 14:30 +08:00。",
    "The name of the time zone in “{value}” can mean more than one. Write Beijing time, or the offset from UTC, such as "
    "2026-11-21 14:30 +08:00.",
)
ZONES = Text(
    "“{value}”中的时区前后不一致。请只写一个，北京时间为+08:00。",
    "The time zones in “{value}” contradict each other. Write one; Beijing time is +08:00.",
)
DATE_ELSEWHERE = Text(
    "“{value}”不是北京时间的日期。请填写北京时间的日期，如2026-11-21。",
    "“{value}” is not a date in Beijing time. Give the date that it was in Beijing, such as 2026-11-21.",
)
TWO_MOMENTS = Text(
    "“{value}”中的两个时间不一致。请只写一个时间，如{form}。",
    "The two times in “{value}” do not agree. Write one, such as {form}.",
)
WEEKDAY = Text(
    "“{value}”中的星期与日期不符：这一天是{day}。请核对。",
    "The day of the week in “{value}” does not fit the date, which is {day}. Check both.",
)
NO_SUCH = Text(
    "没有“{value}”这个时间。请核对年、月、日和时刻。",
    "There is no such time as “{value}”. Check the year, month, day and time of day.",
)
YEAR = Text(
    "“{value}”的年份超出范围。请用1900至9999之间的四位年份。",
    "The year of “{value}” is out of range. Use a four-digit year from 1900 to 9999.",
)
OFFSET = Text(
    "没有“{value}”中的时差。与UTC的时差在 -14:00 至 +14:00 之间，北京时间为 +08:00。",
    "There is no such offset as in “{value}”. Offsets from UTC lie between -14:00 and +14:00; Beijing time is +08:00.",
)
