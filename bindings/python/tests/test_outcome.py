"""Outcomes are plain values."""

import concurrent.futures
import copy
import datetime
import html.parser
import json
import pickle

import pytest

import vertebra
from conftest import AS_OF, RULES
from shipped_cases import shipped_patients
from vertebra import Truth, Verdict

CASES = shipped_patients(RULES)
PATIENTS = list(CASES.values())[::5]


@pytest.fixture(scope="module")
def acute(engine):
    return engine.evaluate({"lbp_present": True, "pain_duration": "5 d", "muscle_tightness": True}, as_of=AS_OF)


def ids(items):
    return [item["id"] for item in items]


@pytest.mark.parametrize("name", list(CASES)[::25])
def test_its_parts_are_those_of_its_json_form(engine, name):
    outcome = engine.evaluate(CASES[name], as_of=AS_OF)
    form = outcome.to_dict()
    assert form == json.loads(outcome.to_json())
    assert outcome.as_of.isoformat() == form["as_of"]
    assert (outcome.profile, outcome.hash) == (form["rule_set"]["profile"], form["rule_set"]["hash"])
    assert [(each.id, each.scope) for each in outcome.guides] == [
        (each["id"], each["scope"]) for each in form["rule_set"]["guides"]
    ]
    care = form.get("care")
    assert (outcome.care is None) == (care is None)
    if care:
        assert (outcome.care.least.id, outcome.care.most.id) == (care["least"], care["most"])
        assert outcome.care.decided == (care["least"] == care["most"])
    flags = form.get("red_flags", [])
    assert [(each.id, each.truth, each.level.id) for each in outcome.red_flags] == [
        (each["id"], each["truth"], each["level"]) for each in flags
    ]
    treatments = form.get("treatments", [])
    assert [each.id for each in outcome.treatments] == ids(treatments)
    for said, written in zip(outcome.treatments, treatments, strict=True):
        assert (said.verdict, said.cause, said.rank) == (written["verdict"], written.get("cause"), written.get("rank", 0))
        score = written.get("score")
        assert (said.score is None) == (score is None)
        if score:
            assert (said.score.low, said.score.high) == (score["low"], score["high"])
        assert [(each.id, each.points) for each in said.arguments] == [
            (each["id"], each["points"]) for each in written.get("arguments", [])
        ]
        assert [(each.id, each.effect, each.truth) for each in said.contraindications] == [
            (each["id"], each["effect"], each["truth"]) for each in written.get("contraindications", [])
        ]
        assert [each.id for each in said.obligations] == ids(written.get("obligations", []))
    first = form.get("certain_first")
    assert (outcome.certain_first is None) == (first is None)
    if first:
        said = outcome.certain_first
        assert (said.treatment, said.certain, said.margin) == (first["treatment"], first["certain"], first.get("margin"))
    assert [each.id for each in outcome.notices] == ids(form.get("notices", []))
    assert [(each.id, list(each.set_aside)) for each in outcome.conflicts] == [
        (each["id"], each["set_aside"]) for each in form.get("conflicts", [])
    ]


def test_words_are_equal_to_their_text_and_truths_are_not_booleans(acute):
    open_ones = [each.id for each in acute.treatments if each.verdict == "provisional"]
    assert open_ones == [each.id for each in acute.treatments if each.verdict is Verdict.provisional] and open_ones
    assert f"{Truth.yes}" == "yes" and Truth("unknown") is Truth.unknown
    with pytest.raises(TypeError, match="yes, no or unknown"):
        bool(Truth.no)


def test_it_cannot_be_changed(acute):
    with pytest.raises(AttributeError):
        acute.care = None
    with pytest.raises(AttributeError):
        acute.note = "mine"
    with pytest.raises(AttributeError):
        acute.treatments[0].rank = 3
    acute.to_dict()["care"] = None
    assert acute.to_dict()["care"]


def test_equal_outcomes_are_one_key(engine, acute):
    again = engine.evaluate({"muscle_tightness": "yes", "pain_duration": 5, "lbp_present": True}, as_of=AS_OF)
    other = engine.evaluate({"lbp_present": True, "pain_duration": 5, "muscle_tightness": True}, as_of="2026-02-01")
    assert acute == again and hash(acute) == hash(again) and len({acute, again, other}) == 2
    assert acute != other and acute != acute.to_json()
    assert acute.treatments[0] == again.treatments[0] and hash(acute.treatments) == hash(again.treatments)


def test_an_outcome_outlives_the_next_evaluation_and_its_engine():
    engine = vertebra.Engine(vertebra.load_rule_set(RULES, "default"))
    first = engine.evaluate({"lbp_present": True}, as_of=AS_OF)
    before = first.to_json()
    engine.evaluate({"lbp_present": False}, as_of=AS_OF)
    del engine
    assert first.to_json() == before and first.to_text()


def test_a_pickled_outcome_is_the_same_without_any_rules(acute):
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(acute, protocol))
        assert back == acute and hash(back) == hash(acute)
        assert (back.treatments, back.care, back.red_flags, back.guides) == (
            acute.treatments, acute.care, acute.red_flags, acute.guides)  # fmt: skip
        assert back.to_text() == acute.to_text() and back._repr_html_() == acute._repr_html_()
        assert back.first_place_stability() == acute.first_place_stability()
    with pytest.raises(ValueError, match="80 columns"):
        back.to_text(width=100)
    assert copy.copy(acute) is acute and copy.deepcopy(acute) is acute


def test_its_repr_says_care_flags_and_first(engine, acute):
    assert repr(acute).startswith("<Outcome as of 2026-01-31: care self_care..emergency; first heat")
    urgent = engine.evaluate({"lbp_present": True, "leg_weakness": "both_legs"}, as_of=AS_OF)
    assert "care emergency; red flags" in repr(urgent)
    assert repr(acute.treatments[0]).startswith("TreatmentAdvice(id='heat', label='Heat'")


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("name", list(CASES)[::40])
def test_a_notebook_shows_whole_html(engine, name):
    outcome = engine.evaluate(CASES[name], as_of=AS_OF)
    page = Tags()
    page.feed(outcome._repr_html_())
    assert page.open == []
    assert all(each.label in page.text for each in outcome.treatments)


def test_text_takes_a_width_and_colours(acute):
    assert max(map(len, acute.to_text(width=60).splitlines())) <= 60
    assert "\x1b[" in acute.to_text(color=True) and "\x1b[" not in acute.to_text()


def test_the_smallest_change_of_a_word_is_told(engine, acute):
    swap = acute.first_place_stability()
    assert swap.treatment not in ("", acute.certain_first.treatment) and swap.change != 0
    assert engine.evaluate({"lbp_present": False}, as_of=AS_OF).first_place_stability() is None


def test_threads_share_an_engine(engine):
    expected = [engine.evaluate(answers, as_of=AS_OF).to_json() for answers in PATIENTS]

    def run(worker):
        order = range(worker, worker + len(PATIENTS))
        return all(
            engine.evaluate(PATIENTS[i % len(PATIENTS)], as_of=AS_OF).to_json() == expected[i % len(PATIENTS)]
            for i in order
        )

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(pool.map(run, range(0, 160, 20)))


def test_a_date_object_is_what_it_reports(acute):
    assert acute.as_of == datetime.date(2026, 1, 31) and type(acute.as_of) is datetime.date
