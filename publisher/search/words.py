"""What the search box says, in both languages."""

from __future__ import annotations

from calculators.kernel.text import Text
from publisher.search.records import Kind

LABELS: dict[Kind, Text] = {
    "law": Text("", ""),
    "gist": Text("本站提要", "our summary"),
    "frame": Text("", ""),
    "digest": Text("", ""),
    "note": Text("本站注", "our note"),
    "page": Text("", ""),
}
"""What is put beside a hit on a page of the law that is not the law's words (the digest says so in its title).
The order is the order of hits that are equally good."""

WORDS: dict[str, Text] = {
    "stop": Text("。", "."),
    "found": Text("找到 {count} 处", "{count} found"),
    "near_too": Text("，另有相近结果 {count} 处", ", and {count} near matches"),
    "other_too": Text("；英文页面 {count} 处", "; {count} in the Chinese pages"),
    "none": Text("没有找到“{query}”。", "Nothing found for “{query}”."),
    "none_but_near": Text(
        "没有与“{query}”字面相同的内容，以下 {count} 处相近。",
        "Nothing has “{query}” as written; {count} near matches follow.",
    ),
    "none_but_other": Text(
        "中文页面没有找到“{query}”，英文页面有 {count} 处。",
        "Nothing in English for “{query}”; {count} in the Chinese pages.",
    ),
    "contents": Text("可以从目录查起：", "You can start from the contents:"),
    "near": Text("相近结果（字面不完全相同）", "Near matches (not word for word)"),
    "other": Text("英文页面", "In the Chinese pages"),
    "other_mark": Text("英文", "Chinese"),
    "alias": Text("同义词", "other name"),
    "more": Text(
        "只列出前 {count} 处，请输入更多的字。", "The first {count} are shown; type more to narrow them down."
    ),
}
