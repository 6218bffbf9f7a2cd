"""The words of a date and time in Chinese and English: what each stands for, and nothing about how they are put together.

Chinese stands here in simplified characters, English in small letters without full stops; ``characters`` makes texts so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

DIGITS = {each: str(value) for value, each in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
TENS = {"十": 1, "廿": 2, "卅": 3}
"""Chinese numerals: digits one by one (二〇二六), and tens (十一, 二十一, 廿一)."""

UNITS = {
    "年": "Y",
    "月": "O",
    "日": "D",
    "号": "D",
    "时": "H",
    "点": "C",
    "分": "I",
    "秒": "S",
    "半": "B",
    "刻": "K",
    "整": "G",
    "正": "G",
    "钟": "G",
}
"""What stands after a number, with the letter that ``shapes`` knows it by; 点 is not 时, for it is also spoken."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
} | {
    f"{week}{day}": number
    for week in ("星期", "礼拜", "周")
    for number, days in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7"))
    for day in days
}
"""Days of the week, Monday being 0."""


def _hours(same: Iterable[int], afternoon: Iterable[int] = ()) -> dict[int, int]:
    return {hour: hour for hour in same} | {hour: hour + 12 for hour in afternoon}


_AFTERNOON = _hours(range(12, 24), range(1, 12))
_EVENING = _hours((*range(17, 25),), range(5, 12))
_NIGHT = _hours(range(21, 24), range(9, 12))
_MORNING = _hours(range(4, 12))
_MIDDAY = _hours(range(11, 15), range(1, 3))
PERIODS: Mapping[str, Mapping[int, int]] = {
    "上午": _hours(range(12)),
    "午前": _hours(range(12)),
    **dict.fromkeys("凌晨 拂晓 黎明".split(), _hours(range(7))),
    **dict.fromkeys("早上 早晨 早间 清晨 清早 早 晨 morning".split(), _MORNING),
    **dict.fromkeys("中午 午间".split(), _MIDDAY),
    **dict.fromkeys("下午 午后 pm afternoon".split(), _AFTERNOON),
    "傍晚": _hours(range(16, 21), range(4, 9)),
    **dict.fromkeys("晚上 晚间 夜晚 当晚 晚 evening".split(), _EVENING),
    **dict.fromkeys("夜里 夜间 深夜 半夜 午夜 当夜 夜 night".split(), _NIGHT),
    "am": {**_hours(range(12)), 12: 0},
    "midnight": _hours((0, 24)),
}
"""Parts of the day: which hour each makes of the hour written beside it. An hour that is not there contradicts the
part of the day or may lie in two days: 晚上12点 ends a day or begins it, 晚上1点 belongs to this date or to the next."""
MIDDAY = frozenset({"中午", "午间"})
"""The parts of the day with which 12 o'clock sharp is noon. With any other it has been used for midnight as well."""
NOON = frozenset("noon midday 正午".split())

_BEIJING = 8 * 60
ZONES: Mapping[str, int] = {
    **dict.fromkeys(("utc", "gmt", "ut", "uct", "z", "zulu", "世界时", "协调世界时", "世界协调时"), 0),
    **dict.fromkeys(("utc time", "gmt time", "etc/utc", "etc/uct", "etc/gmt"), 0),
    **dict.fromkeys(("格林尼治时间", "格林威治时间", "格林尼治标准时间", "格林威治标准时间"), 0),
    **dict.fromkeys(("coordinated universal time", "universal time", "greenwich mean time"), 0),
    **dict.fromkeys(("北京时间", "北京标准时间", "北京时", "中国时间", "中国标准时间", "北京"), _BEIJING),
    **dict.fromkeys(("beijing time", "beijing standard time", "beijing", "bjt"), _BEIJING),
    **dict.fromkeys(("china standard time", "china time"), _BEIJING),
    **dict.fromkeys(("asia/shanghai", "asia/chongqing", "asia/harbin", "asia/beijing", "prc"), _BEIJING),
    **dict.fromkeys(("北京,重庆,香港特别行政区,乌鲁木齐", "beijing, chongqing, hong kong, urumqi"), _BEIJING),
    **{
        f"{side}{number}{ending}": sign * hours * 60
        for side, sign in (("东", 1), ("西", -1))
        for hours, names in enumerate("一1 二2 三3 四4 五5 六6 七7 八8 九9".split(), 1)
        for number in names
        for ending in ("区", "时区", "区时间")
    },
}
"""Clocks that have one offset from UTC in the years these laws are about, in minutes."""
_AMERICAN = "pacific mountain central eastern atlantic".split()
AMBIGUOUS_ZONES = frozenset(
    "acst adt aedt aest akdt akst ast awst bst cat cdt cest cet cst ct eat edt eest eet est et hkt hst ict ist jst "
    "kst mdt msk mst mt ndt nst nzdt nzst pdt pht pkt pst pt sast sgt sst tst wat west wet wib 夏令时 冬令时".split()
) | {f"{name}{kind}" for name in _AMERICAN for kind in ("", " time", " standard time", " daylight time")}
"""Names of clocks that mean two things somewhere (CST is China's and Chicago's), or of which not everybody knows the
offset; any words that end in 时间 or "time" are taken for one as well."""

APPROXIMATE = frozenset(
    "许 左右 前后 上下 截至 截止 约 大约 大概 约莫 将近 至 到 之间 间 ~ ? around about approximately approx circa ca roughly to until "
    "till through between before after 小时前 分钟前 天前 ago".split()
)
"""Words with which a time is no moment: about then, from one to another, or so long before now."""
RECENT = frozenset("今天 今日 今 昨天 昨日 昨 刚才 刚刚 this today yesterday tonight now last".split())
"""Words that mean this day or the one before, whichever these are."""
RELATIVE = frozenset(
    "前天 前日 大前天 当天 当日 明天 明日 明 后天 次日 翌日 隔天 第二天 本周 上周 这周 本月 上月 今年 去年 tomorrow".split()
)
"""Words that mean another day each day, and neither this one nor the one before."""
EVENTS = frozenset(
    "首次 首发 最早 最近 最后 完全 发送 发件 接收 收件 收到 接到 接报 发现 获知 得知 发生 事发 事件 故障 告警 报警 预警 攻击 入侵 监测 检测 检出 触发 "
    "开始 起始 结束 恢复 处置 上报 报告 报送 通报 发布 公布 更新 创建 生成 提交 记录 登记".split()
)
"""What happened at a time; it stands before 时间 or a colon, or beside the time in a sentence."""
EVENTS_ENGLISH = frozenset(
    "sent posted updated created published detected discovered noticed started began reported identified occurred opened "
    "received modified resolved incident outage event alert".split()
)
FILLERS = frozenset(
    "的 于 在 自 从 起 公元 西元 时间 日期 时刻 at on of the in that is from since hrs hours hr h 即 为 是".split()
)
"""Words that change nothing."""
HEADINGS = frozenset("时间 日期 时刻".split())
HEADINGS_ENGLISH = frozenset("timestamp datetime time date when at on of ts tzid".split())
EVENTS_IN_HEADINGS = frozenset("start end scheduled create update modify original dtstart dtend".split())
"""The words of what stands before a colon, or an equals sign, where a time is copied with its heading; there, these
nouns tell what happened."""
