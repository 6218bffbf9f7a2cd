"""A citation that stands alone, as it is copied: with the number and date of the work, and which edition of it this was."""

from __future__ import annotations

from calculators.kernel.text import Text, date_text
from calculators.kernel.works import Work
from publisher.html.edition import edition

_WITH = Text("{title}（{about}）{place}", "{title} ({about}), {place}")
_WITHOUT = Text("{title}{place}", "{title}, {place}")
_EDITION = Text("{cited}（文本版本{edition}）", "{cited} (text edition {edition})")
_DIGEST = Text("{cited}（本站摘要，版本{edition}）", "{cited} (this site’s digest, edition {edition})")


def full_citation(work: Work, provision: str) -> Text:
    """Return 《…》（工信部联网安〔2021〕66号，2021年7月12日）第九条（文本版本…）; what a work does not have is left out."""
    parts = [*([work.number] if work.number else []), *([date_text(work.issued)] if work.issued else [])]
    about = Text("，".join(each.zh for each in parts), ", ".join(each.en for each in parts))
    form = _WITH if parts else _WITHOUT
    cited = form.fill(title=work.named, about=about, place=work.place(provision))
    return (_DIGEST if work.kind == "digest" else _EDITION).fill(cited=cited, edition=edition(work))
