// json-rules-engine: a rule a gate, in order of priority; one that holds adds a fact that later rules read. Two-valued:
// every answer must be given, and a sign that no rule found is a no.

import { Engine } from 'json-rules-engine';

import { truth } from './plan.mjs';

export const patients = 'complete';

function question(plan, { fact, strict, value, choices }, wanted) {
  const { id, type } = plan.facts[fact];
  if (type === 'boolean') return { fact: id, operator: 'equal', value: wanted };
  if (type === 'choice') return { fact: id, operator: wanted ? 'in' : 'notIn', value: choices };
  const above = strict ? 'greaterThan' : 'greaterThanInclusive';
  const below = strict ? 'lessThanInclusive' : 'lessThan';
  return { fact: id, operator: wanted ? above : below, value };
}

function ways_to_choose(count, from) {
  if (count === 0) return [[]];
  return from.flatMap((first, i) => ways_to_choose(count - 1, from.slice(i + 1)).map((rest) => [first, ...rest]));
}

function conditions(plan, { count, of }) {
  const operands = of.map((each) => condition(plan, each));
  if (count === of.length) return { all: operands };
  if (count === 1) return { any: operands };
  return { any: ways_to_choose(count, operands).map((chosen) => ({ all: chosen })) };
}

function condition(plan, literal) {
  const { negated, index, test, gate } = plan.node(literal);
  if (test) return question(plan, test, !negated);
  if (!plan.is_shared(index)) return negated ? { not: conditions(plan, gate) } : conditions(plan, gate);
  return { fact: `found_${gate.name}`, operator: negated ? 'notEqual' : 'equal', value: true };
}

// How many rules must have run before; the first have level 0.
function levels(plan) {
  const first_gate = plan.tests.length;
  const level = [];
  for (const [i, gate] of plan.gates.entries()) {
    const below = gate.of.filter((each) => each >> 1 >= first_gate).map((each) => {
      const other = (each >> 1) - first_gate;
      return level[other] + (plan.is_shared(each >> 1) ? 1 : 0);
    });
    level[i] = Math.max(0, ...below);
  }
  return level;
}

export function write(plan) {
  const level = levels(plan);
  const deepest = Math.max(...level, 0);
  const is_read = new Set(plan.gates.flatMap((gate) => gate.of.map((each) => each >> 1)));
  const rules = [];
  plan.gates.forEach((gate, i) => {
    const node = plan.tests.length + i;
    if (gate.count === 0 || !plan.is_shared(node)) return;
    const priority = deepest - level[i] + 1;
    rules.push({ conditions: conditions(plan, gate), event: { type: `found_${gate.name}` }, priority, is_read: is_read.has(node) });
  });
  for (const output of plan.outputs) {
    const { test } = plan.node(output);
    if (test) rules.push({ conditions: { all: [question(plan, test, true)] }, event: { type: `test_${test.name}` }, priority: deepest + 1 });
  }
  const types = plan.outputs.map((each) => (plan.node(each).test ? `test_${plan.name(each)}` : `found_${plan.name(each)}`));
  return { rules, types };
}

export async function load({ rules, types }) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { is_read, ...rule } of rules) {
    if (is_read) rule.onSuccess = ({ type }, almanac) => almanac.addFact(type, true);
    engine.addRule(rule);
  }
  return async (answers) => {
    const { events } = await engine.run(answers);
    const found = new Set(events.map(({ type }) => type));
    return types.map((type) => (found.has(type) ? truth.yes : truth.no));
  };
}
