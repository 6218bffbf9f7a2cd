"""The one sentence of each answer, and what is noted where answers contradict each other."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kernel.finding import Answer
from calculators.kernel.requirements import OPEN, PERMITTED, PROHIBITED
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.acts import (
    PUBLISH,
    REPORT_PLATFORM,
    SHARE_ABROAD,
    SHARE_DOMESTIC,
    TELL_PROVIDER,
)

ANSWERS = (
    Answer(PERMITTED, "circle", Text("可以", "You may")),
    Answer(PROHIBITED, "square", Text("不可以", "Do not")),
    Answer(OPEN, "diamond", Text("未定", "Not settled")),
)
"""The three answers in a word or two, each that with which its sentence below begins."""

_PROHIBITED = Text("不可以{act}：{{why}}。", "Do not {act}: {{why}}.")
_OPEN = Text(
    "未定，确定之前不要{act}。要看：{{why}}。", "Not settled: do not {act} yet. It depends on {{why}}."
)
_OPEN_IN_CHINA = Text(
    "未定。能不能{act}，要看：{{why}}。", "Not settled: whether you may {act} depends on {{why}}."
)


def _texts(act: Text, permitted: Text, unsettled: Text = _OPEN_IN_CHINA) -> Mapping[str, Text]:
    """Return the answers for an act, named as what one does; ``{why}`` takes the requirements that decide."""
    return {PERMITTED: permitted, PROHIBITED: _PROHIBITED.fill(act=act), OPEN: unsettled.fill(act=act)}


ANSWER_TEXTS: Mapping[str, Mapping[str, Text]] = {
    PUBLISH: _texts(
        Text("发布", "publish"),
        Text(
            "可以发布：依所填情况，不违反第四条和第九条第一款。发布时须同步给出修补或者防范措施，不得涉及运营者在用系统的漏洞细节，"
            "不得附带攻击工具。",
            "You may publish: on these facts neither Article 4 nor Article 9, paragraph 1, forbids it. Publish patching or preventive "
            "measures with it, no details of systems in use and no attack tool.",
        ),
        _OPEN,
    ),
    TELL_PROVIDER: _texts(
        Text("通报", "tell the provider in this way"),
        Text(
            "可以通报：第六条第一款鼓励向产品提供者通报；依第九条第一款第（七）项的文字，提供者在境外的也可以。",
            "You may tell the provider: Article 6, paragraph 1, encourages it; by the words of Article 9, paragraph 1, item (7), "
            "also where it is abroad.",
        ),
    ),
    REPORT_PLATFORM: _texts(
        Text("报送", "submit it in this way"),
        Text(
            "可以报送：第十条第二款鼓励向该款列明的平台报送。",
            "You may submit it: Article 10, paragraph 2, encourages it for the platforms that it names.",
        ),
    ),
    SHARE_ABROAD: _texts(
        Text("提供", "share it abroad"),
        Text(
            "可以提供：信息已经公开，第九条第一款第（七）项只禁止向境外提供未公开的信息；不得附带攻击工具（同款第（四）项）。",
            "You may share it abroad: the information is public, and Article 9, paragraph 1, item (7), forbids only what is not; "
            "no attack tool may come with it (item (4)).",
        ),
        _OPEN,
    ),
    SHARE_DOMESTIC: _texts(
        Text("提供", "share it in this way"),
        Text(
            "可以提供：《规定》没有禁止在境内向特定的组织或者个人提供；应当防范泄露（第十一条），不得因此演变为向社会发布或者流向境外"
            "（第九条第一款）。",
            "You may share it: the Provisions do not forbid sharing with particular persons within China. Guard against leaks "
            "(Article 11), and let it become neither publication nor a way abroad (Article 9, paragraph 1).",
        ),
    ),
}

CONTRADICTIONS: tuple[tuple[Mapping[str, str], Text], ...] = (
    (
        {"act": PUBLISH, "patch_available": "yes", "negotiated": "yes"},
        Text(
            "既填写已有修补措施，又填写了提前发布的程序：两者满足其一即可，请核对。",
            "Both patching measures and a procedure of early release are given: one of the two is enough; check the answers.",
        ),
    ),
    (
        {"act": PUBLISH, "already_public": "yes"},
        Text(
            "信息已经公开仍再次发布的，从严按发布判断；另一种理解：转述已经公开的信息不属于发布。没有找到权威解释。",
            "The information is public already: publishing it again is judged as publication, on the strict reading; on the other, repeating what is public is no publication. No authoritative interpretation was found.",
        ),
    ),
    (
        {"act": PUBLISH, "already_public": "no", "patch_available": "yes", "remedy_published": "no"},
        Text(
            "已有修补措施而不同步发布：第（五）项仍要求同步发布修补或者防范措施。",
            "There are patching measures but they are not published with it: item (5) still requires patching or preventive measures.",
        ),
    ),
    (
        {"major_event": "no", "mps_consent": "yes"},
        Text(
            "不在重大活动期间，公安部是否同意不影响结论。",
            "The consent of MPS is given although no major event is held: it does not change the answer.",
        ),
    ),
    (
        {"unlawful_purpose": "yes", "principled": "yes"},
        Text(
            "既属于第四条的禁止情形，又填写符合必要、真实、客观的原则：从严按禁止判断，请核对。",
            "The act falls under Article 4 and is called necessary, truthful and objective: judged as forbidden, on the strict reading; "
            "check the answers.",
        ),
    ),
    (
        {"hype": "yes", "principled": "yes"},
        Text(
            "既填写夸大或者炒作，又填写真实、客观：从严按违反判断，请核对。",
            "It is called both exaggerated or hype and truthful and objective: judged as a violation, on the strict reading; check the "
            "answers.",
        ),
    ),
)

OTHER_PROVISIONS = Text(
    "本结论仅依《规定》第四条、第九条作出；法律法规另有相关规定的，还应当遵守（第九条第一款第（八）项）。",
    "This answer rests on Articles 4 and 9 of the Provisions only; other relevant provisions of laws and regulations are to be "
    "complied with as well (Article 9, paragraph 1, item (8)).",
)
"""Said with every permission: the calculator does not know the other laws."""

PROVIDER_MUST_SUBMIT = Text(
    "网络产品提供者就其产品的漏洞向工业和信息化部网络安全威胁和漏洞信息共享平台报送，是第七条第一款第（二）项规定的义务，应当在2日内完成，"
    "不属于鼓励事项。",
    "For a network product provider, submitting a vulnerability in its product to the platform of the Ministry of Industry and "
    "Information Technology is an obligation under Article 7, paragraph 1, item (2), due within 2 days; it is not merely encouraged.",
)
NONE_FOUND = Text(
    "没有找到权威解释；两种理解均由本站依条文文字归纳。",
    "No authoritative interpretation was found; both readings are drawn from the wording by this site.",
)
