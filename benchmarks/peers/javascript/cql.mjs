// cql-execution: CQL's own three-valued logic, on ELM written directly. Answers are parameters; one that is missing is null.

import cql from 'cql-execution';

import { truth } from './plan.mjs';

export const patients = 'patients';

const patient = { id: '1', getId: () => '1' };
const type = (name) => `{urn:hl7-org:elm-types:r1}${name}`;
const literal = (name, value) => ({ type: 'Literal', valueType: type(name), value: String(value) });
const boolean = (value) => literal('Boolean', value);
const integer = (value) => literal('Integer', value);
const reference = (name) => ({ type: 'ExpressionRef', name });
const not = (operand) => ({ type: 'Not', operand });
const choose = (condition, then, otherwise) => ({ type: 'If', condition, then, else: otherwise });
const joined = (name, operands) => operands.reduce((left, right) => ({ type: name, operand: [left, right] }));

function question(plan, { fact, strict, value, choices }) {
  const { id, type: kind } = plan.facts[fact];
  const answer = { type: 'ParameterRef', name: id };
  if (kind === 'boolean') return answer;
  if (kind === 'quantity') return { type: strict ? 'Greater' : 'GreaterOrEqual', operand: [answer, literal('Decimal', value)] };
  if (choices.length === 1) return { type: 'Equal', operand: [answer, literal('String', choices[0])] };
  return joined('Or', choices.map((each) => ({ type: 'Equal', operand: [answer, literal('String', each)] })));
}

class Writer {
  constructor(plan) {
    this.plan = plan;
    this.statements = [];
    this.tests = new Map(); // By node: those that another answer may decide.
  }

  write() {
    this.#write_implications();
    this.plan.gates.forEach((gate, i) => {
      if (gate.count > 0 && this.plan.is_shared(this.plan.tests.length + i)) this.#define(gate.name, this.#formula(gate));
    });
    const outputs = this.plan.outputs.map((each) => this.#output(each));
    const parameters = this.plan.facts.map(({ id, type: kind }) => ({
      name: id,
      accessLevel: 'Public',
      parameterTypeSpecifier: {
        type: 'NamedTypeSpecifier',
        name: type({ boolean: 'Boolean', quantity: 'Decimal', choice: 'String' }[kind]),
      },
    }));
    const library = {
      identifier: { id: 'peers', version: '1' },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: { def: parameters },
      statements: { def: this.statements },
    };
    const unknown = Object.fromEntries(this.plan.facts.map(({ id }) => [id, null]));
    return { rules: { library }, unknown, outputs };
  }

  #define(name, expression) {
    this.statements.push({ name, context: 'Patient', accessLevel: 'Public', expression });
  }

  // A test that another answer may decide gets a new name with every answer that may.
  #write_implications() {
    this.plan.implications.forEach(({ when, then }, i) => {
      const holds = joined('And', when.map((each) => this.#literal(each)));
      for (const each of then) {
        const name = `${this.plan.name(each)}_after_${i}`;
        const decided = choose(holds, boolean((each & 1) === 0), { type: 'Null' });
        this.#define(name, { type: 'Coalesce', operand: [this.#literal(each & ~1), decided] });
        this.tests.set(each >> 1, name);
      }
    });
  }

  #literal(each) {
    const { negated, index, test, gate } = this.plan.node(each);
    const plain = test
      ? this.tests.has(index) ? reference(this.tests.get(index)) : question(this.plan, test)
      : this.plan.is_shared(index) ? reference(gate.name) : this.#formula(gate);
    return negated ? not(plain) : plain;
  }

  #formula({ count, of }) {
    const operands = of.map((each) => this.#literal(each));
    if (count === of.length) return joined('And', operands);
    if (count === 1) return joined('Or', operands);
    const yes = joined('Add', operands.map((each) => choose(each, integer(1), integer(0))));
    const open = joined('Add', operands.map((each) => choose(not(each), integer(0), integer(1))));
    const undecided = choose({ type: 'Less', operand: [open, integer(count)] }, boolean(false), { type: 'Null' });
    return choose({ type: 'GreaterOrEqual', operand: [yes, integer(count)] }, boolean(true), undecided);
  }

  #output(each) {
    const { index, test, gate } = this.plan.node(each);
    if (gate) return gate.name;
    if (this.tests.has(index)) return this.tests.get(index);
    const name = `test_${test.name}`;
    this.#define(name, question(this.plan, test));
    return name;
  }
}

export function write(plan) {
  return new Writer(plan).write();
}

export async function load({ rules, unknown, outputs }) {
  const library = new cql.Library(rules);
  const codes = new cql.CodeService({});
  return async (answers) => {
    const executor = new cql.Executor(library, codes, { ...unknown, ...answers });
    const source = { currentPatient: () => patient, nextPatient: () => undefined };
    const { patientResults } = await executor.exec(source);
    const results = patientResults[patient.id];
    return outputs.map((name) => (results[name] === true ? truth.yes : results[name] === false ? truth.no : truth.unknown));
  };
}
