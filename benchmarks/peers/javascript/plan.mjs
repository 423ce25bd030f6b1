// The plan of a rule set, as the program that generates wrote it. A literal is a number: twice its node, and one more when
// it is negated. Nodes are the tests, then the gates.

import { readFileSync } from 'node:fs';

export class Plan {
  constructor(file) {
    Object.assign(this, JSON.parse(readFileSync(file, 'utf8')));
    this.readers = this.#readers();
  }

  node(literal) {
    const index = literal >> 1;
    const negated = (literal & 1) === 1;
    const first_gate = this.tests.length;
    return index < first_gate
      ? { negated, index, test: this.tests[index] }
      : { negated, index, gate: this.gates[index - first_gate] };
  }

  name(literal) {
    const { test, gate } = this.node(literal);
    return (test ?? gate).name;
  }

  is_constant(literal) {
    return this.node(literal).gate?.count === 0;
  }

  // Gates that other gates read, or that are read more than once, are worth a name.
  is_shared(index) {
    return this.readers[index] > 1;
  }

  #readers() {
    const count = new Array(this.tests.length + this.gates.length).fill(0);
    for (const gate of this.gates) for (const literal of gate.of) ++count[literal >> 1];
    for (const literal of this.outputs) count[literal >> 1] += 2;
    return count;
  }
}

export const truth = { no: 0, unknown: 1, yes: 2 };

// What rests on the truths of the outputs: care, verdicts, scores and ranks, in plain JavaScript around the peer, in its
// favour.
export class Assembler {
  constructor(plan) {
    this.plan = plan;
    this.truths = new Uint8Array(plan.tests.length + plan.gates.length);
    plan.outputs.filter((each) => plan.is_constant(each)).forEach((each) => (this.truths[each >> 1] = truth.yes));
  }

  // `truths` stand as plan.outputs; those of constants are not read.
  assemble(truths) {
    this.plan.outputs.forEach((each, i) => {
      if (!this.plan.is_constant(each)) this.truths[each >> 1] = truths[i];
    });
    const outcome = this.#care();
    outcome.verdicts = this.plan.treatments.map((each) => this.#verdict(each, outcome.deferred));
    delete outcome.deferred;
    const scores = this.plan.treatments.map((each, i) => this.#score(each, outcome.verdicts[i]));
    outcome.low = scores.map(([low]) => low);
    outcome.high = scores.map(([, high]) => high);
    outcome.ranks = this.#ranks(outcome);
    return outcome;
  }

  #at(literal) {
    const known = this.truths[literal >> 1];
    return (literal & 1) === 1 ? 2 - known : known;
  }

  #care() {
    const result = { care_assessed: this.plan.scopes.some((each) => this.#at(each) !== truth.no), least: 0, most: 0, deferred: truth.no };
    for (const { holds, level, defers } of this.plan.red_flags) {
      const holding = this.#at(holds[0]);
      if (holding === truth.yes) result.least = Math.max(result.least, level);
      if (holding !== truth.no) result.most = Math.max(result.most, level);
      if (defers) result.deferred = Math.max(result.deferred, holding);
    }
    return result;
  }

  #verdict({ position, opinions, blocks }, deferred) {
    const scope = this.#at(this.plan.scope[0]);
    if (scope === truth.no) return 2;
    if (position === 1) return 3;
    if (position === 3) return 4;
    const blocked = blocks.reduce((most, each) => Math.max(most, this.#at(each)), truth.no);
    let indicated = truth.yes;
    for (const i of opinions) {
      for (const each of this.plan.opinions[i].indication) indicated = Math.min(indicated, this.#at(each));
    }
    if (blocked === truth.yes) return 5;
    if (indicated === truth.no) return 6;
    if (deferred === truth.yes) return 7;
    return scope === truth.yes && indicated === truth.yes && blocked === truth.no && deferred === truth.no ? 0 : 1;
  }

  #score({ base, opinions }, verdict) {
    if (verdict > 1 && verdict !== 7) return [0, 0];
    let low = base;
    let high = base;
    for (const i of opinions) {
      for (const { when, points } of this.plan.opinions[i].arguments) {
        const holding = this.#at(when[0]);
        if (holding === truth.no) continue;
        if (holding === truth.yes || points < 0) low += points;
        if (holding === truth.yes || points > 0) high += points;
      }
    }
    return [low, high];
  }

  #ranks({ care_assessed, least, verdicts, low, high }) {
    const ranks = verdicts.map(() => 0);
    const at_the_top = care_assessed && least + 1 === this.plan.levels;
    if (this.#at(this.plan.scope[0]) !== truth.yes || at_the_top) return ranks;
    const listed = verdicts.flatMap((verdict, i) => (verdict <= 1 || verdict === 7 ? [i] : []));
    listed.sort((a, b) => verdicts[a] - verdicts[b] || low[b] - low[a] || high[b] - high[a] || a - b);
    listed.forEach((treatment, i) => (ranks[treatment] = i + 1));
    return ranks;
  }
}
