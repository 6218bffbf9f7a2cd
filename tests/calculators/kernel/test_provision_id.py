"""The id of a provision: what it says of the provision, and what is no id."""

import pytest

from calculators.kernel.citation import Ref
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.texts import works


@pytest.mark.parametrize(
    ("written", "kind", "head", "parent", "outermost"),
    [
        ("art-9", "article", "article", None, "art-9"),
        ("art-9-p1", "paragraph", "article", "art-9", "art-9"),
        ("art-9-p1-i7", "item", "article", "art-9-p1", "art-9"),
        ("q5", "question", "question", None, "q5"),
        ("q5-p1", "paragraph", "question", "q5", "q5"),
        ("title", "title", "title", None, "title"),
        ("intro-p1", "paragraph", "intro", "intro", "intro"),
        ("notice-issuer", "notice", "notice", None, "notice-issuer"),
        ("notice-p1", "paragraph", "notice", "notice", "notice"),
        ("annex", "annex", "annex", None, "annex"),
        ("ch-2", "chapter", "chapter", None, "ch-2"),
        ("ch-2-s1", "section", "chapter", "ch-2", "ch-2"),
        ("annex-tampering-other-pages", "annex_part", "annex", None, "annex-tampering-other-pages"),
    ],
)
def test_an_id_says_what_the_provision_is_and_what_holds_it(written, kind, head, parent, outermost):
    parsed = ProvisionId.parse(written)
    assert (parsed.kind, parsed.head, str(parsed)) == (kind, head, written)
    assert (parsed.parent and parsed.parent.text) == parent
    assert parsed.outermost.text == outermost


def test_the_numbers_are_numbers():
    parsed = ProvisionId.parse("art-16-p2-i10")
    assert (parsed.number, parsed.paragraph, parsed.item, parsed.name) == (16, 2, 10, "")
    assert ProvisionId.parse("annex-loss").name == "loss"


@pytest.mark.parametrize(
    "written",
    ["", "art", "art-", "art-0", "art-09", "Art 1", "art-9-i7", "art-9-p1-i7-i1", "art-9-p", "q", "q-5", "title-2",
     "notice-who", "ch-0", "ch-2-s0", "ch-2-p1", "ch2", "annex-p1x", "9", "art-9 ", "art-9\n"],
)  # fmt: skip
def test_what_is_no_id_is_refused(written):
    with pytest.raises(ValueError, match="is not a provision id"):
        ProvisionId.parse(written)


def test_every_published_id_is_one_and_has_a_place_in_both_languages():
    for work in works().values():
        for row in work.provisions.values():
            place = work.place(row.id)
            assert place.zh
            assert place.en


def test_a_citation_is_taken_apart_in_one_place():
    assert Ref.parse("incident-qa:q5-p1") == Ref("incident-qa", "q5-p1")
    assert Ref.parse("incident-qa") == Ref("incident-qa", "")
