// node measure.mjs PEER FOLDER [unchecked]: one round of figures of a JavaScript peer, a line each: subject, figure, value.
// FOLDER is where the program that generates wrote. Its answers are compared with ours before it is timed, unless an earlier
// round did that.

import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const memory_mib = () => process.resourceUsage().maxRSS / 1024;
const [peer, folder, unchecked] = process.argv.slice(2);

const { Assembler, Plan } = await import('./plan.mjs');
const plan = new Plan(join(folder, 'plan.json'));
const before_mib = memory_mib();

const begun = performance.now();
const { patients, write, load } = await import(`./${peer}.mjs`);
const imported = performance.now();
const rules = write(plan);
const written = performance.now();
const advise_truths = await load(rules);
const assembler = new Assembler(plan);
const advise = async (answers) => assembler.assemble(await advise_truths(answers));

const { answers, outcomes } = plan[patients];
await advise(answers[0]);
const load_ms = performance.now() - written + (imported - begun);

// Where care is not assessed its levels mean nothing.
const settled = (outcome) => (outcome.care_assessed ? outcome : { ...outcome, least: 0, most: 0 });

for (let i = 0; i < (unchecked ? 0 : 200); ++i) {
  const theirs = settled(await advise(answers[i]));
  if (isDeepStrictEqual(theirs, settled(outcomes[i]))) continue;
  console.error(`${peer} differs on patient ${i}\n  vertebra: ${JSON.stringify(outcomes[i])}\n  ${peer}: ${JSON.stringify(theirs)}`);
  process.exit(1);
}

async function run_for(ms) {
  const times = [];
  const until = performance.now() + ms;
  for (let i = 0; performance.now() < until || times.length < 5; ++i) {
    const start = performance.now();
    await advise(answers[i % answers.length]);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

await run_for(1000);  // Warmed up.
const ms = await run_for(1000);
const say = (figure, value) => console.log(`${peer}\t${figure}\t${value.toPrecision(6)}`);
say('one_patient_ns', ms * 1e6);
say('load_ms', load_ms);
say('memory_mib', memory_mib() - before_mib);
