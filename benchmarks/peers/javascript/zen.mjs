// zen-engine: one expression node, in which later expressions read earlier ones as `$.name`. Two-valued: every answer must
// be given.

import { ZenEngine } from '@gorules/zen-engine';

import { truth } from './plan.mjs';

export const patients = 'complete';

function question(plan, { fact, strict, value, choices }) {
  const { id, type } = plan.facts[fact];
  if (type === 'boolean') return id;
  if (type === 'quantity') return `${id} ${strict ? '>' : '>='} ${value}`;
  if (choices.length === 1) return `${id} == '${choices[0]}'`;
  return `${id} in [${choices.map((each) => `'${each}'`).join(', ')}]`;
}

function formula(plan, { count, of }) {
  const operands = of.map((each) => expression(plan, each));
  if (count === of.length) return operands.join(' and ');
  if (count === 1) return operands.join(' or ');
  return `${operands.map((each) => `(${each} ? 1 : 0)`).join(' + ')} >= ${count}`;
}

function expression(plan, literal) {
  const { negated, index, test, gate } = plan.node(literal);
  const plain = test ? question(plan, test) : plan.is_shared(index) ? `$.${gate.name}` : formula(plan, gate);
  return negated ? `not (${plain})` : `(${plain})`;
}

function decision(plan) {
  const named = plan.gates.filter((gate, i) => gate.count > 0 && plan.is_shared(plan.tests.length + i));
  const expressions = named.map((gate) => ({ id: gate.name, key: gate.name, value: formula(plan, gate) }));
  for (const output of plan.outputs) {
    const { test } = plan.node(output);
    if (test) expressions.push({ id: `test_${test.name}`, key: `test_${test.name}`, value: question(plan, test) });
  }
  const place = { position: { x: 0, y: 0 } };
  const content = { expressions, passThrough: false, inputField: null, outputPath: null, executionMode: 'single' };
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', ...place },
      { id: 'rules', name: 'rules', type: 'expressionNode', content, ...place },
      { id: 'out', name: 'out', type: 'outputNode', ...place },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'last', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  };
}

export function write(plan) {
  const keys = plan.outputs.map((each) => (plan.node(each).test ? `test_${plan.name(each)}` : plan.name(each)));
  return { rules: Buffer.from(JSON.stringify(decision(plan))), keys };
}

export async function load({ rules, keys }) {
  const engine = new ZenEngine();
  const made = engine.createDecision(rules);
  return async (answers) => {
    const { result } = await made.evaluate(answers);
    return keys.map((key) => (result[key] ? truth.yes : truth.no));
  };
}
