"""Loading, checking, facts, graph, format."""

import json
import os
import pickle
import shutil
import subprocess

import pytest

import vertebra
from conftest import RULES, SOURCE


def run(*arguments):
    return subprocess.run(
        [os.environ["VERTEBRA_PROGRAM"], *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def broken(tmp_path):
    text = "vocabulary: v\nversion: 1.0.0\ncare_levels: {low: Low}\nfacts:\n  fever: {type: bolean}\n  Age: {}\n"
    (tmp_path / "vocabulary.yaml").write_text(text)
    return tmp_path


def test_a_rule_set_tells_what_it_is(rule_set):
    assert rule_set.profile == "default" and rule_set.language == "en"
    assert rule_set.hash.startswith("sha256:") and len(rule_set.hash) == len("sha256:") + 64
    assert rule_set.diagnostics == ()
    assert "default" in repr(rule_set)
    assert vertebra.load_rule_set(str(RULES), "default").hash == rule_set.hash


def test_a_broken_rule_set_raises_every_problem_with_its_place(tmp_path):
    with pytest.raises(vertebra.RuleSetError) as caught:
        vertebra.load_rule_set(broken(tmp_path), "default")
    found = caught.value.diagnostics
    assert len(found) > 1 and all(each.severity == "error" for each in found)
    assert [each.line for each in found] == sorted(each.line for each in found)
    kinds = [each for each in found if "`bolean`" in each.message]
    assert (kinds[0].line, kinds[0].excerpt) == (5, "  fever: {type: bolean}")
    shown = run("check", "--rules", str(tmp_path)).stderr
    assert str(kinds[0]) in shown and str(kinds[0]) in str(caught.value)
    assert vertebra.check_rule_set(tmp_path) == found
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == found


def test_an_unknown_profile_language_and_folder_are_told():
    with pytest.raises(vertebra.RuleSetError, match="neither a profile nor a guide"):
        vertebra.load_rule_set(RULES, "defualt")
    with pytest.raises(vertebra.RuleSetError, match="not a language"):
        vertebra.load_rule_set(RULES, "default", language="tlh")
    with pytest.raises(vertebra.RuleSetError):
        vertebra.load_rule_set(RULES / "nowhere", "default")


def test_a_sites_overlay_is_part_of_the_rules(engine):
    site = SOURCE / "examples/overlay"
    rules = vertebra.load_rule_set(RULES, "default", site=site)
    assert rules.hash != engine.rule_set.hash
    guides = vertebra.Engine(rules).evaluate({"lbp_present": True}, as_of="2026-01-31").guides
    assert any(guide.overlays and guide.overlays[0].changes for guide in guides)


def test_the_shipped_rules_have_no_problem():
    assert vertebra.check_rule_set(RULES) == ()


def test_facts_say_what_may_be_answered(rule_set):
    by_id = {fact.id: fact for fact in vertebra.facts(rule_set)}
    assert by_id["fever"].kind == "boolean" and by_id["fever"].range is None
    duration = by_id["pain_duration"]
    assert (duration.kind, duration.unit, duration.range) == ("quantity", "d", (0, 36500))
    assert "both_legs" in by_id["leg_weakness"].choices
    assert ("snomed", "386661006") in [(code.system, code.code) for code in by_id["fever"].codes]


@pytest.mark.parametrize(("kind", "draw"), [("dot", vertebra.graph_dot), ("mermaid", vertebra.graph_mermaid)])
def test_the_graph_is_the_one_of_the_program(rule_set, kind, draw):
    shown = run("graph", "--rules", str(RULES), "--profile", "default", "--format", kind).stdout
    assert draw(rule_set).strip() == shown.strip() and shown


def test_a_part_of_the_graph_can_be_drawn(rule_set):
    part = vertebra.graph_dot(rule_set, around="heat")
    shown = run("graph", "--rules", str(RULES), "--profile", "default", "--format", "dot", "--around", "heat").stdout
    assert part.strip() == shown.strip() != vertebra.graph_dot(rule_set).strip()
    assert vertebra.graph_mermaid(rule_set, fact="fever") != vertebra.graph_mermaid(rule_set)
    with pytest.raises(ValueError, match="around"):
        vertebra.graph_dot(rule_set, around="heat", fact="fever")


def test_the_catalogue_and_the_guides_say_where_they_come_from(rule_set):
    by_id = {each.id: each for each in vertebra.treatments(rule_set)}
    assert by_id["heat"].part_of == "thermal_therapy" and by_id["ibuprofen"].codes
    guides = {each.id: each for each in vertebra.guides(rule_set)}
    assert list(guides)[0] == "spine_pro" and guides["spine_pro"].version
    persistent = {each.id: each for each in guides["spine_pro"].sources}["S40"]
    assert "red_flags.persistent_pain" in persistent.rules
    listed = json.loads(vertebra.codes_to_json(rule_set))
    assert {each["id"] for each in listed["facts"]} <= {each.id for each in vertebra.facts(rule_set)}


def test_a_guide_that_is_out_of_date_is_reported_by_day(tmp_path):
    shutil.copytree(RULES, tmp_path / "rules")
    guide = tmp_path / "rules/spine_pro/guide.yaml"
    text = guide.read_text(encoding="utf-8")
    assert "valid_until" not in text
    guide.write_text(text.replace("\nstatus:", "\nvalid_until: 2026-06-30\nstatus:"), encoding="utf-8")
    assert vertebra.check_rule_set(tmp_path / "rules", as_of="2026-06-30") == ()
    (late,) = vertebra.check_rule_set(tmp_path / "rules", as_of="2026-07-01")
    assert (late.severity, late.name) == ("warning", "expired")


def test_reach_goes_both_ways(rule_set):
    assert "massage_therapy" in vertebra.influenced_by(rule_set, "fever")
    assert "fever" in vertebra.rests_on(rule_set, "massage_therapy")
    assert vertebra.influenced_by(rule_set, "no_such_fact") == ()


def test_the_format_is_stable():
    with pytest.raises(vertebra.RuleSetError, match="V0501"):
        vertebra.format_yaml("a: b  # a comment would be lost\n", "a.yaml")
    laid_out = vertebra.format_yaml("profile:   mine\nguards: [  a,b ]\n", "a.yaml")
    assert laid_out == vertebra.format_yaml(laid_out, "a.yaml") == "profile: mine\nguards: [a, b]\n"


def test_the_version_is_the_librarys():
    assert f"vertebra {vertebra.__version__}" in run("--version").stdout
