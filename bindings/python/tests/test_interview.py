"""What to ask next."""

import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients

CASES = shipped_patients(RULES)


@pytest.mark.parametrize("name", list(CASES)[::20])
def test_the_questions_are_those_of_the_json_form(engine, name):
    asked = engine.ask_next(CASES[name], as_of=AS_OF)
    written = engine.evaluate(CASES[name], as_of=AS_OF).to_dict()["ask"]
    assert [(each.fact, each.ask, list(each.could_change)) for each in asked] == [
        (each["fact"], each.get("ask", ""), each.get("could_change", [])) for each in written
    ]


def test_an_interview_ends_in_a_proof(engine):
    answers = {"lbp_present": True}
    facts = {fact.id: fact for fact in vertebra.facts(engine.rule_set)}
    least = {"boolean": lambda _: False, "quantity": lambda fact: fact.range[0], "choice": lambda fact: fact.choices[0]}
    for _ in range(len(facts)):
        questions = engine.ask_next(answers, as_of=AS_OF, until="care")
        if not questions:
            break
        fact = facts[questions[0].fact]
        answers[fact.id] = least[fact.kind](fact)
    assert engine.evaluate(answers, as_of=AS_OF).care.decided
    assert len(engine.ask_next(answers, as_of=AS_OF)) >= len(engine.ask_next(answers, as_of=AS_OF, until="verdicts"))


def test_a_page_is_the_first_question_and_its_panel(engine):
    questions = engine.ask_next({"lbp_present": True}, as_of=AS_OF)
    page = vertebra.first_page(questions)
    assert page[0] == questions[0] and {each.panel for each in page} == {questions[0].panel}
    panel = [each for each in questions if each.panel and each.by_none]
    assert vertebra.first_page(panel) == tuple(each for each in panel if each.panel == panel[0].panel)
    assert vertebra.first_page([]) == ()


def test_what_it_asks_until_is_checked(engine):
    with pytest.raises(ValueError, match="`until` is care"):
        engine.ask_next({}, as_of=AS_OF, until="bedtime")
    with pytest.raises(vertebra.PatientError):
        engine.ask_next({"fevr": True}, as_of=AS_OF)
