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
    Answer(PERMITTED, "circle", Text("可以", "Permitted")),
    Answer(PROHIBITED, "square", Text("不可以", "Prohibited")),
    Answer(OPEN, "diamond", Text("未定", "Open")),
)
"""The three answers in a word, each the word with which its sentence below begins."""

ANSWER_TEXTS: Mapping[str, Mapping[str, Text]] = {
    PUBLISH: {
        PERMITTED: Text(
            "可以：在同步发布修补或者防范措施的前提下，可以向社会发布该漏洞信息，但不得涉及运营者在用系统的漏洞细节，不得附带攻击工具。",
            "Permitted: the information may be published to the public together with patching or preventive measures, without details of "
            "systems in use and without attack tools.",
        ),
        PROHIBITED: Text(
            "不可以：依所填情况，不得向社会发布；须先满足下列条件。",
            "Prohibited: on these facts it must not be published; see what would have to change.",
        ),
        OPEN: Text(
            "未定：能否向社会发布，取决于下列尚未确定的事实；确定之前不要发布。",
            "Open: whether it may be published depends on the facts below; do not publish before they are settled.",
        ),
    },
    TELL_PROVIDER: {
        PERMITTED: Text(
            "可以：可以向该产品的提供者通报，第六条予以鼓励；提供者在境外的，依第九条第一款第（七）项的文字也可以。",
            "Permitted: the product's provider may be told, and Article 6 encourages it; by the words of Article 9, paragraph 1, item (7), also where it is abroad.",
        ),
        PROHIBITED: Text(
            "不可以：依所填情况，不得以这种方式通报；须先满足下列条件。",
            "Prohibited: on these facts the provider must not be told in this way; see what would have to change.",
        ),
        OPEN: Text(
            "未定：能否以这种方式通报，取决于下列尚未确定的事实。",
            "Open: whether the provider may be told in this way depends on the facts below.",
        ),
    },
    REPORT_PLATFORM: {
        PERMITTED: Text(
            "可以：可以向第十条第二款列明的平台报送，该款予以鼓励。",
            "Permitted: it may be submitted to the platforms that Article 10, paragraph 2, names, and that paragraph encourages it.",
        ),
        PROHIBITED: Text(
            "不可以：依所填情况，不得以这种方式报送；须先满足下列条件。",
            "Prohibited: on these facts it must not be submitted in this way; see what would have to change.",
        ),
        OPEN: Text(
            "未定：能否以这种方式报送，取决于下列尚未确定的事实。",
            "Open: whether it may be submitted in this way depends on the facts below.",
        ),
    },
    SHARE_ABROAD: {
        PERMITTED: Text(
            "可以：信息已经公开，可以向境外组织或者个人提供，但不得附带攻击工具。",
            "Permitted: the information is public and may be shared abroad, without attack tools.",
        ),
        PROHIBITED: Text(
            "不可以：依所填情况，不得向产品提供者之外的境外组织或者个人提供；须先满足下列条件。",
            "Prohibited: on these facts it must not go to an organisation or individual abroad other than the product's provider; see "
            "what would have to change.",
        ),
        OPEN: Text(
            "未定：能否向境外提供，取决于下列尚未确定的事实；确定之前不要提供。",
            "Open: whether it may go abroad depends on the facts below; do not share it before they are settled.",
        ),
    },
    SHARE_DOMESTIC: {
        PERMITTED: Text(
            "可以：《规定》没有禁止在境内向特定的组织或者个人提供；应当防范泄露，不得因此演变为向社会发布或者流向境外。",
            "Permitted: the Provisions do not forbid sharing with particular persons within China; guard against leaks, and let it "
            "become neither publication nor a way abroad.",
        ),
        PROHIBITED: Text(
            "不可以：依所填情况，不得以这种方式提供；须先满足下列条件。",
            "Prohibited: on these facts it must not be shared in this way; see what would have to change.",
        ),
        OPEN: Text(
            "未定：能否在境内提供，取决于下列尚未确定的事实。",
            "Open: whether it may be shared within China depends on the facts below.",
        ),
    },
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
            "信息已经公开仍再次发布的，从严按发布判断；另一种理解：转述已经公开的信息不属于发布。未检索到权威解释。",
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
            "不在重大活动期间而填写了公安部同意：该同意不影响结论。",
            "The consent of MPS is given although no major event is held: it does not change the answer.",
        ),
    ),
    (
        {"unlawful_purpose": "yes", "principled": "yes"},
        Text(
            "既属于第四条的禁止情形，又填写符合必要、真实、客观的原则：从严按禁止判断，请核对。",
            "The act falls under Article 4 and is called necessary, true and objective: judged as forbidden, on the strict reading; "
            "check the answers.",
        ),
    ),
    (
        {"hype": "yes", "principled": "yes"},
        Text(
            "既填写夸大或者炒作，又填写真实、客观：从严按违反判断，请核对。",
            "It is called both exaggerated or hype and true and objective: judged as a violation, on the strict reading; check the "
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
    "未检索到权威解释；两种理解均由本站依条文文字归纳。",
    "No authoritative interpretation was found; both readings are drawn from the wording by this site.",
)
