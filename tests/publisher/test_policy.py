"""Every page carries the security policy itself, ahead of whatever the policy is to hold for."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from publisher.hosting import csp


def test_every_page_has_the_policy_before_anything_is_loaded(site_folder: Path) -> None:
    pages = sorted(site_folder.rglob("*.html"))
    assert site_folder / "404.html" in pages
    for file in pages:
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        policies = page.select("meta[http-equiv='Content-Security-Policy' i]")
        assert [policy["content"] for policy in policies] == [csp.META], file
        assert policies[0].parent is page.head, file
        assert policies[0].find_all_previous(["script", "link", "style", "img", "base"]) == [], file
