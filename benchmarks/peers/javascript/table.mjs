// node table.mjs FIGURES COMMIT README: prints the tables of the comparison and writes them into the README between its
// markers. FIGURES holds a line each: round, rule set, subject, figure, value.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [figures, commit, readme] = process.argv.slice(2);

const sets = ['low_back_pain', 'generated_60', 'generated_600', 'generated_6000'];
const javascript = ['zen', 'json_rules_engine', 'cql'];
const names = {
  vertebra: 'Vertebra',
  idiomatic: 'C++, idiomatic',
  best: 'C++, the best we can write',
  clips: 'CLIPS',
  zen: 'zen-engine (complete answers)',
  json_rules_engine: 'json-rules-engine (complete answers)',
  cql: 'cql-execution',
};

const rounds = [];
for (const line of readFileSync(figures, 'utf8').trim().split('\n')) {
  const [round, set, subject, figure, value] = line.split('\t');
  (rounds[Number(round) - 1] ??= new Map()).set([set, subject, figure].join(), Number(value));
}

function median(values) {
  const sorted = values.filter((each) => Number.isFinite(each)).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

// The median over the rounds of what `use` makes of one round's figures.
const over_rounds = (use) => median(rounds.map((round) => use((...key) => round.get(key.join()))));
const figure = (...key) => over_rounds((at) => at(...key));

// Two-valued peers are timed on complete answers, and so is Vertebra beside them.
const our_figure = (subject) => (subject === 'zen' || subject === 'json_rules_engine' ? 'complete_patient_ns' : 'one_patient_ns');
const times_ours = (set, subject) =>
  over_rounds((at) => at(set, subject, 'one_patient_ns') / at(set, 'vertebra', our_figure(subject)));

function digits(value) {
  if (value === undefined) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en').replaceAll(',', ' ');
  return Number(value.toPrecision(value < 10 ? 3 : 2)).toString();
}

function time(ns) {
  if (ns === undefined) return '–';
  if (ns < 1e3) return `${digits(ns)} ns`;
  if (ns < 1e6) return `${digits(ns / 1e3)} µs`;
  return ns < 1e9 ? `${digits(ns / 1e6)} ms` : `${digits(ns / 1e9)} s`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

// `at_most`: small is good. What cannot be measured yet has no row.
function goal(name, value, at_most, must, aim) {
  if (value === undefined) return [];
  const reached = (limit) => (at_most ? value <= limit : value >= limit);
  const missed = at_most ? value / must : must / value;
  const verdict = reached(aim) ? 'aim reached' : reached(must) ? 'reached' : `missed by ${digits(missed)} ×`;
  const sign = at_most ? '≤' : '≥';
  return [[name, `**${digits(value)}**`, `${sign} ${digits(must)}`, `${sign} ${digits(aim)}`, verdict]];
}

function goals() {
  const over = (step, subject) => over_rounds((at) => at('low_back_pain', 'vertebra', step) / at('low_back_pain', subject, 'one_patient_ns'));
  const fastest = over_rounds((at) => Math.min(...javascript.map((each) =>
    at('low_back_pain', each, 'one_patient_ns') / at('low_back_pain', 'vertebra', our_figure(each)))));
  const growth = over_rounds((at) => Math.log10(at('generated_6000', 'vertebra', 'one_patient_ns') / at('generated_60', 'vertebra', 'one_patient_ns')) / 2);
  const alone = (use) => over_rounds((at) => use((name) => at('alone', name, 'ms')));
  const memory = (rows) => figure(`rows_${rows}`, 'batch', 'memory_mib');
  const whole_start = (ms) => ms('large_load/6000') + ms('large_hash/6000') + ms('large_compile/6000');
  return table(
    ['figure, on the shipped profile where nothing else is said', 'measured', 'must', 'aim', ''],
    [
      ...goal('one patient ÷ idiomatic C++ (time)', over('one_patient_ns', 'idiomatic'), true, 0.5, 0.27),
      ...goal('one patient ÷ the best C++ we can write', over('one_patient_ns', 'best'), true, 1, 0.5),
      ...goal('the portable level ÷ idiomatic C++', over('portable_ns', 'idiomatic'), true, 1, 0.6),
      ...goal('CLIPS ÷ one patient', times_ours('low_back_pain', 'clips'), false, 300, 900),
      ...goal('fastest JavaScript peer ÷ one patient', fastest, false, 200, 500),
      ...goal('cohort of `spine_pro`: scalar C++ written by hand ÷ ours', alone((ms) => ms('cohort_hand_written') / ms('cohort_vertebra')), false, 10, 20),
      ...goal('the same: share of the floor', alone((ms) => ms('cohort_floor') / ms('cohort_vertebra')), false, 0.6, 0.85),
      ...goal('growth exponent, 60 → 6,000 generated rules', growth, true, 1.05, 0.95),
      ...goal('start from the image ÷ from YAML, 6,000 generated rules', alone((ms) => ms('large_start_from_image/6000') / whole_start(ms)), true, 0.01, 0.002),
      ...goal('peak memory of `batch`, 10 million rows ÷ 100 thousand', memory(10000000) / memory(100000), true, 1.1, 1),
    ],
  );
}

const set_heads = ['shipped profile', '60 rules', '600 rules', '6,000 rules'];

function one_patient() {
  const rows = Object.keys(names).map((subject) => [
    names[subject],
    ...sets.map((set) => {
      const ns = figure(set, subject, 'one_patient_ns');
      if (subject === 'vertebra') return `1 × (${time(ns)})`;
      return ns === undefined ? '–' : `${digits(times_ours(set, subject))} × (${time(ns)})`;
    }),
  ]);
  return table(['one patient, × Vertebra', ...set_heads], rows);
}

function loading() {
  const rows = ['vertebra', 'clips', ...javascript].map((subject) => [
    names[subject].replace(' (complete answers)', ''),
    ...sets.map((set) => {
      const ms = figure(set, subject, 'load_ms');
      const mib = figure(set, subject, 'memory_mib');
      return ms === undefined ? '–' : `${time(ms * 1e6)}, ${digits(mib)} MiB`;
    }),
  ]);
  return table(['load, and memory it adds', ...set_heads], rows);
}

function doors() {
  const steps = {
    one_patient_ns: 'one patient, answers already set',
    portable_ns: 'the same at the portable level',
    complete_patient_ns: 'the same with complete answers',
    from_answers_ns: 'answers set by `FactId`, then evaluated',
    from_json_ns: 'answers read from JSON text, then evaluated',
    with_json_ns: 'evaluated, and everything explained as JSON',
    with_text_ns: 'evaluated, and everything explained as text',
  };
  const rows = Object.entries(steps).map(([step, name]) => [
    name,
    ...sets.map((set) => {
      const times = over_rounds((at) => at(set, 'vertebra', step) / at(set, 'vertebra', 'one_patient_ns'));
      return `${digits(times)} × (${time(figure(set, 'vertebra', step))})`;
    }),
  ]);
  for (const subject of ['idiomatic', 'best']) {
    rows.push([`${names[subject]}: struct filled, then advised`, ...sets.map((set) => time(figure(set, subject, 'from_answers_ns')))]);
  }
  return table(['what a call costs', ...set_heads], rows);
}

function machine() {
  const first = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8' }).split('\n')[0];
  const system = readFileSync('/etc/os-release', 'utf8').match(/PRETTY_NAME="(.*)"/)?.[1] ?? process.platform;
  const flags = readFileSync('/proc/cpuinfo', 'utf8').match(/^flags.*$/m)?.[0] ?? '';
  const widest = flags.includes('avx512_vpopcntdq') ? 'AVX-512 with vector popcount' : flags.includes('avx512f') ? 'AVX-512' : flags.includes('avx2') ? 'AVX2' : 'no AVX2';
  return (
    `Measured at ${commit}: ${cpus().length} × ${cpus()[0].model.trim()} (${widest}), ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `${system}, ${first('c++', '--version')}, Node ${process.versions.node}; medians of ${rounds.length} rounds.`
  );
}

const text = [machine(), goals(), one_patient(), loading(), doors()].join('\n\n');
console.log(text);
const [begin, end] = ['<!-- peers: written by peers/compare.sh -->', '<!-- /peers -->'];
const before = readFileSync(readme, 'utf8');
if (!before.includes(begin) || !before.includes(end)) throw new Error(`${readme} has no place for the tables`);
const [head, tail] = [before.slice(0, before.indexOf(begin)), before.slice(before.indexOf(end))];
writeFileSync(readme, `${head}${begin}\n\n${text}\n\n${tail}`);
