"""Says what a clinical rule set advises for one patient or a cohort, and why.

    import vertebra

    rules = vertebra.load_rule_set("rules/low_back_pain", "default")
    engine = vertebra.Engine(rules)
    outcome = engine.evaluate({"age": 67, "leg_weakness": "both_legs"}, as_of="2026-01-31")
    print(outcome.to_text())

Unknown is never false: a question that was not answered leaves care and scores as intervals. Mistakes in rules or answers
raise an exception with every diagnostic, each with a place, a cause and a next step. "Now" is always an argument.

Not a medical device: it restates guides inside clinicians' systems, and shows the basis of all it says.
"""

from . import advice, cases, cohort, diagnostic, engine, fhir, interview, outcome, rule_set, what_if, why
from ._vertebra import codes_to_json, format_yaml, graph_dot, graph_mermaid, influenced_by, ranked_treatments, rests_on
from ._vertebra import version as _version
from .advice import *
from .cases import *
from .cohort import *
from .diagnostic import *
from .engine import *
from .interview import *
from .outcome import *
from .rule_set import *
from .what_if import *
from .why import *

__version__: str = _version()
__all__ = [
    *advice.__all__,
    *cases.__all__,
    *cohort.__all__,
    *diagnostic.__all__,
    *engine.__all__,
    *interview.__all__,
    *outcome.__all__,
    *rule_set.__all__,
    *what_if.__all__,
    *why.__all__,
    "codes_to_json",
    "fhir",
    "format_yaml",
    "graph_dot",
    "graph_mermaid",
    "influenced_by",
    "ranked_treatments",
    "rests_on",
]
