"""The rules of a plan (`vertebra_peers_generate`) as two rule engines that Python programs would take.

Both are asked for the care level alone, of patients of whom everything is known: neither knows unknown. Vertebra says all it
has to say in the same time: verdicts, scores, ranks and the reasons for them."""

from __future__ import annotations

import json
import pathlib
from typing import Any


class Plan:
    """Tests of single facts, gates over them, red flags. A literal is twice its node, and one more when it is negated; nodes
    are the tests, then the gates."""

    def __init__(self, file: pathlib.Path) -> None:
        self.__dict__ |= json.loads(file.read_text(encoding="utf-8"))
        self.asked = [each["holds"][0] for each in self.red_flags] + self.scopes

    def gate(self, literal: int) -> dict[str, Any] | None:
        node = literal // 2 - len(self.tests)
        return self.gates[node] if node >= 0 else None

    def gates_in_use(self) -> list[dict[str, Any]]:
        """Those that care rests on, each after what it reads."""
        needed: set[int] = set()
        open_nodes = [each // 2 for each in self.asked]
        while open_nodes:
            node = open_nodes.pop()
            if node not in needed and node >= len(self.tests):
                needed.add(node)
                open_nodes += [each // 2 for each in self.gates[node - len(self.tests)]["of"]]
        return [self.gates[node - len(self.tests)] for node in sorted(needed)]

    def question(self, index: int) -> str:
        test = self.tests[index]
        fact = self.facts[test["fact"]]
        if fact["type"] == "boolean":
            return fact["id"]
        if fact["type"] == "quantity":
            return f"{fact['id']} {'>' if test['strict'] else '>='} {test['value']}"
        words = [f'"{each}"' for each in test["choices"]]
        return f"{fact['id']} == {words[0]}" if len(words) == 1 else f"{fact['id']} in [{', '.join(words)}]"

    def operand(self, literal: int, prefix: str) -> str:
        gate = self.gate(literal)
        plain = self.question(literal // 2) if gate is None else prefix + gate["name"]
        return f"not ({plain})" if literal % 2 else f"({plain})"

    def formula(self, gate: dict[str, Any], prefix: str) -> str:
        operands = [self.operand(each, prefix) for each in gate["of"]]
        if gate["count"] == 0:
            return "true"
        if gate["count"] in (1, len(operands)):
            return (" or " if gate["count"] == 1 and len(operands) > 1 else " and ").join(operands)
        return " + ".join(f"({each} ? 1 : 0)" for each in operands) + f" >= {gate['count']}"

    def care(self, truths: list[bool]) -> int | None:
        """The highest level of a red flag that holds; None where no guide with red flags is in scope."""
        flags = len(self.red_flags)
        if not any(truths[flags:]):
            return None
        return max((flag["level"] for flag, holds in zip(self.red_flags, truths, strict=False) if holds), default=0)


def zen_engine(plan: Plan) -> Any:
    import zen

    expressions = [{"id": each["name"], "key": each["name"], "value": plan.formula(each, "$.")} for each in plan.gates_in_use()]
    expressions += [{"id": f"ask{i}", "key": f"ask{i}", "value": plan.operand(each, "$.")} for i, each in enumerate(plan.asked)]
    place = {"position": {"x": 0, "y": 0}}
    content = {"expressions": expressions, "passThrough": False, "inputField": None, "outputPath": None, "executionMode": "single"}
    nodes = [("in", "inputNode", {}), ("rules", "expressionNode", {"content": content}), ("out", "outputNode", {})]
    edges = [("first", "in", "rules"), ("last", "rules", "out")]
    made = zen.ZenEngine().create_decision(json.dumps({
        "nodes": [{"id": id, "name": id, "type": kind, **more, **place} for id, kind, more in nodes],
        "edges": [{"id": id, "type": "edge", "sourceId": source, "targetId": target} for id, source, target in edges],
    }))  # fmt: skip
    keys = [f"ask{i}" for i in range(len(plan.asked))]

    def ask(answers: dict[str, Any]) -> int | None:
        said = made.evaluate(answers)["result"]
        return plan.care([bool(said[key]) for key in keys])

    return ask


def rule_engine(plan: Plan) -> Any:
    import rule_engine as peer

    context = peer.Context(resolver=peer.resolve_item)
    gates = [(each["name"], peer.Rule(plan.formula(each, ""), context=context)) for each in plan.gates_in_use()]
    asked = [peer.Rule(plan.operand(each, ""), context=context) for each in plan.asked]

    def ask(answers: dict[str, Any]) -> int | None:
        known = dict(answers)
        for name, rule in gates:
            known[name] = rule.matches(known)
        return plan.care([rule.matches(known) for rule in asked])

    return ask


PEERS = {"zen-engine": zen_engine, "rule-engine": rule_engine}
