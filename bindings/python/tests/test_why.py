"""Why and why not."""

import html.parser
import os
import pickle
import re
import subprocess

import pytest

import vertebra
from conftest import AS_OF, RULES, SOURCE
from vertebra import Truth, WhyKind

ANSWERS = {"lbp_present": True, "pain_duration": "5 d", "leg_weakness": "both_legs", "fever": True}
QUESTIONS = ["care", "care:emergency", "red_flag:persistent_pain", "treatment:heat", "treatment:massage_therapy", "rank:heat,cold"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_the_programs(engine, question):
    file = SOURCE / "examples/data/few_answers.yaml"
    patient = vertebra.Patient(engine)
    vertebra.read_patient(patient, file.read_text(encoding="utf-8"), "few_answers.yaml")
    said = engine.why(patient, question, as_of=AS_OF)
    command = [os.environ["VERTEBRA_PROGRAM"], "why", question, "--rules", RULES, "--patient", file, "--as-of", AS_OF]
    shown = subprocess.run([*command, "--format", "json"], capture_output=True, check=True).stdout.decode()
    assert said.to_json().strip() == shown.strip()
    assert said.to_text().strip() == subprocess.run(command, capture_output=True, check=True).stdout.decode().strip()
    for form, written in (("html", said.to_html()), ("dot", said.to_dot())):
        shown = subprocess.run([*command, "--format", form], capture_output=True, check=True).stdout.decode()
        assert written.strip() == shown.strip()


def test_the_facts_that_decide_do_so_alone(engine):
    said = engine.why(ANSWERS, "care:emergency", as_of=AS_OF)
    assert said.truth == Truth.yes and said.facts and not said.waits_on
    alone = {fact: ANSWERS[fact] for fact in said.facts}
    assert engine.why(alone, "care:emergency", as_of=AS_OF).truth == Truth.yes
    for fact in said.facts:
        fewer = {other: answer for other, answer in alone.items() if other != fact}
        assert engine.why(fewer, "care:emergency", as_of=AS_OF).truth != Truth.yes


def test_a_console_and_a_notebook_show_it(engine):
    said = engine.why(ANSWERS, "care:emergency", as_of=AS_OF)
    assert repr(said) == "<Why care:emergency: yes; decided by lbp_present, leg_weakness>"
    assert re.fullmatch(r"<Why care: unknown; waits on (\w+, ){2}\w+ and \d+ more>", repr(engine.why({"lbp_present": True}, "care", as_of=AS_OF)))
    page = html.parser.HTMLParser()
    shown = {}
    page.handle_starttag = lambda tag, attributes: shown.setdefault(tag, dict(attributes))
    page.feed(said._repr_html_())
    assert list(shown) == ["iframe"] and shown["iframe"]["srcdoc"] == said.to_html()


def test_its_nodes_are_a_tree_and_plain(engine):
    said = engine.why(ANSWERS, "treatment:massage_therapy", as_of=AS_OF)
    assert said.nodes[0].kind is WhyKind.treatment and said.nodes[0].parent == -1
    for place, node in enumerate(said.nodes[1:], start=1):
        assert 0 <= node.parent < place and node.depth == said.nodes[node.parent].depth + 1
    assert {node.id for node in said.nodes if node.kind == "fact"} >= set(said.facts)
    back = pickle.loads(pickle.dumps(said))
    assert back == said and hash(back) == hash(said) and back.to_dict()["as_of"] == AS_OF


def test_questions_about_nothing_are_refused(engine):
    with pytest.raises(ValueError, match="`treatment:ID`"):
        engine.why(ANSWERS, "why not heat", as_of=AS_OF)
    with pytest.raises(vertebra.QuestionError, match="did you mean"):
        engine.why(ANSWERS, "treatment:haet", as_of=AS_OF)
