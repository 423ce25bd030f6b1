"""Ten lines for a cohort, and then what a study asks of it. Cells for an editor that knows `# %%`; plain Python otherwise.

usage: python cohort_study.py [RULES]     from a clone, RULES is rules/low_back_pain
"""

# %% The rules, ready to run.
import importlib.util
import sys
from typing import Any

import numpy

import vertebra
from vertebra import study

folder = sys.argv[1] if len(sys.argv) > 1 else "rules/low_back_pain"
engine = vertebra.Engine(vertebra.load_rule_set(folder, "default"))

# %% An invented cohort: plausible columns, not real people. A third of the fevers were never asked.
rows = 2_000
chance = numpy.random.default_rng(2026)
cohort: dict[str, Any] = {
    "lbp_present": numpy.ones(rows, bool),
    "age": chance.integers(18, 95, rows),
    "pain_duration": chance.exponential(40, rows).round(),
    "pain_severity": chance.integers(0, 11, rows),
    "fever": [None if each < 0.33 else bool(each > 0.97) for each in chance.random(rows)],
    "leg_weakness": chance.choice(["none", "one_leg", "both_legs"], rows, p=[0.9, 0.08, 0.02]),
    "muscle_tightness": chance.random(rows) < 0.5,
}

# %% Everybody at once.
outputs = ["care", "first", "certain", "verdicts", "scores", "ranks", "questions", "rules"]
result = engine.evaluate_cohort(cohort, as_of="2026-01-31", outputs=outputs)
print(result)
print("the least urgent care that is certain:", study.shares(result, "care.least"))
print("the first treatment:", study.shares(result, "first"))

# %% Which rules fire, and which nobody can tell.
rates = study.rule_rates(result)
for rule in sorted(rates, key=lambda each: -each.fires * (each.kind == "red_flag"))[:3]:
    print(f"{rule.kind} {rule.guide}.{rule.id}: fires for {rule.fires:.1%}, unknown for {rule.unknown:.1%}")

# %% What leaving questions open costs.
print("share of patients that an open answer could still change:", study.undecided(result))
for question in study.open_questions(result)[:5]:
    print(f"{question.fact}: could change care for {question.care:.0%}, a verdict for {question.verdicts:.0%}")

# %% What the guards add to the guide that ranks.
alone = vertebra.Engine(vertebra.load_rule_set(folder, "spine_pro"))
compared = study.compare(result, alone.evaluate_cohort(cohort, as_of="2026-01-31", outputs=["care", "ranks"]))
print(f"the guards change something for {compared.changed} of {compared.patients} patients")
for change in compared.changes[:2]:
    print(f"{change.column}: {change.rows} patients, such as {change.examples}; {change.words[:2]}")

# %% How far the ranking rests on what the guide's words weigh: 200 random weights, each word up to 3 points off.
own = numpy.array([each.points for each in vertebra.strengths(engine.rule_set)])
swept = study.sweep(alone, cohort, own + chance.integers(-3, 4, (200, len(own))), as_of="2026-01-31")
print(f"{swept}: another first place for {swept.other_first.mean() / rows:.0%} of patients")

# %% Pictures, where matplotlib is.
if importlib.util.find_spec("matplotlib"):
    from vertebra import plot

    plot.care_levels(result)
    plot.rank_stability(swept)
    plot.first_places(study.sweep(alone, cohort, study.vary(engine.rule_set, "should", range(-6, 7)), as_of="2026-01-31"), "should")
    plot.why_path(engine.why({"lbp_present": True, "leg_weakness": "both_legs"}, "care:emergency", as_of="2026-01-31"))

# %% How firm first places are.
patients = [{name: column[row] for name, column in cohort.items()} for row in range(100)]
swaps = study.first_place_swaps(alone, patients, as_of="2026-01-31")
print(f"first places that no word of the guide can turn by 3 points: {study.stable_share(swaps, 3):.0%}")

# %% One of them, whole.
print(engine.evaluate(patients[0], as_of="2026-01-31").to_text())
