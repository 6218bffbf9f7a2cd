"""The cases of a calculator as tasks: each with its story and a way to it, none with its title or its answer."""

from __future__ import annotations

import pytest

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases
from publisher.calculator.exercises import exercises_html
from tests.publisher.parsing import parsed


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CALCULATORS)
def test_every_case_is_a_task_without_title_and_answer(name: str, lang: Lang) -> None:
    page = parsed([exercises_html(name, lang)])
    tasks = page.select("ol.tasks > li")
    assert len(tasks) == len(cases(name))
    for task, case in zip(tasks, cases(name), strict=True):
        story, said = case.story.in_(lang), task.get_text()
        assert story in said
        said = said.replace(story, "")
        assert case.title.in_(lang) not in said
        assert CALCULATORS[name].answer(case.facts).conclusion.answer_text.in_(lang) not in said
        (link,) = task.find_all("a")
        assert str(link["href"]).startswith(f"/calculators/{name}.md#")
        opens_hidden = f"exercise={case.id}" in str(link["href"])
        assert opens_hidden == CALCULATORS[name].exercises
