// The text form of a corpus of decision tables, and what it means: read here, written as DMN, and understood by a small
// evaluator that knows nothing of the prover, so that a witness can be held against the table itself.
//
//   table NAME POLICY            U A F P C C# R
//   expect good | gap RULE? | overlap A B | unreachable RULE | outside_statute RULE | undecided WORDS
//   use VIOLATION:SUBJECT:STAGE
//   in NAME TYPE VALUES?         number whole date boolean string
//   out NAME VALUES?             after a blank, the values in order of priority
//   default NAME? VALUE          of the output named, else of each
//   rule CELL | CELL | OUTPUT

export function readCorpus(text, file) {
  const tables = [];
  text.split('\n').forEach((line, index) => {
    const [word, ...rest] = line.trim().split(/\s+/);
    if (!word || word.startsWith('#')) return;
    const tail = line.trim().slice(word.length).trim();
    const table = tables.at(-1);
    if (word === 'table') {
      tables.push({
        name: rest[0],
        policy: rest[1],
        uses: [],
        inputs: [],
        outputs: [],
        rules: [],
        at: `${file}:${index + 1}`,
      });
    } else if (word === 'expect') {
      table.expect = { kind: rest[0], rules: rest.slice(1).map(Number), words: rest.slice(1).join(' ') };
    } else if (word === 'use') table.uses.push(tail);
    else if (word === 'in') table.inputs.push({ name: rest[0], type: rest[1], values: rest.slice(2).join(' ') });
    else if (word === 'out') table.outputs.push({ name: rest[0], values: rest.slice(1).join(' ') });
    else if (word === 'default') {
      const named = table.outputs.find((one) => one.name === rest[0]);
      if (named) named.otherwise = tail.slice(rest[0].length).trim();
      else table.otherwise = tail;
    } else if (word === 'rule') table.rules.push(tail.split('|').map((cell) => cell.trim()));
    else throw new Error(`${file}:${index + 1}: ${word}`);
  });
  return tables;
}

export function writeCorpus(tables) {
  return tables
    .map((table) =>
      [
        `table ${table.name} ${table.policy}`,
        `expect ${[table.expect.kind, ...table.expect.rules].join(' ')}`,
        ...table.uses.map((use) => `use ${use}`),
        ...table.inputs.map((one) => `in ${one.name} ${one.type} ${one.values}`.trim()),
        ...table.outputs.map((one) => `out ${one.name} ${one.values}`.trim()),
        ...(table.otherwise ? [`default ${table.otherwise}`] : []),
        ...table.rules.map((rule) => `rule ${rule.join(' | ')}`),
      ].join('\n'),
    )
    .join('\n\n');
}

const kPolicies = {
  U: 'hitPolicy="UNIQUE"',
  A: 'hitPolicy="ANY"',
  F: 'hitPolicy="FIRST"',
  P: 'hitPolicy="PRIORITY"',
  C: 'hitPolicy="COLLECT"',
  'C#': 'hitPolicy="COLLECT" aggregation="COUNT"',
  R: 'hitPolicy="RULE ORDER"',
};
const plain = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function asDmn(table) {
  const type = (one) => (one.type === 'whole' ? 'whole' : one.type);
  const text = (name, value) => (value ? `<${name}><text>${plain(value)}</text></${name}>` : '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="${table.name}" namespace="urn:corpus">
<itemDefinition name="whole"><typeRef>number</typeRef>${text('allowedValues', 'floor(?) = ?')}</itemDefinition>
${table.inputs.map((one, i) => `<inputData id="i${i}" name="${one.name}"><variable name="${one.name}" typeRef="${type(one)}"/></inputData>`).join('\n')}
<decision id="t" name="${table.name}">
${table.inputs.map((_, i) => `<informationRequirement><requiredInput href="#i${i}"/></informationRequirement>`).join('\n')}
<decisionTable ${kPolicies[table.policy]}>
${table.inputs.map((one) => `<input><inputExpression><text>${one.name}</text></inputExpression>${text('inputValues', one.values)}</input>`).join('\n')}
${table.outputs
  .map(
    (one) =>
      `<output name="${one.name}">${text('outputValues', one.values)}${text('defaultOutputEntry', one.otherwise ?? table.otherwise)}</output>`,
  )
  .join('\n')}
${table.rules
  .map(
    (rule) =>
      `<rule>${rule
        .map((cell, i) => text(i < table.inputs.length ? 'inputEntry' : 'outputEntry', cell))
        .join('')}</rule>`,
  )
  .join('\n')}
</decisionTable></decision></definitions>
`;
}

/** A literal of FEEL as something JavaScript orders: days as day numbers. */
function literal(text) {
  const day = text.match(/^date\("(.*)"\)$/) ?? text.match(/^(\d{4}-\d\d-\d\d)$/);
  if (day) return Date.parse(day[1]) / 86400000;
  return text === 'true' || text === 'false' ? text : text.startsWith('"') ? text.slice(1, -1) : Number(text);
}

function splitAtCommas(text) {
  return text.match(/(?:[^,"()[\]]|"[^"]*"|date\("[^"]*"\)|[[(\]](?:[^\])[(]|date\("[^"]*"\))*[\])[])+/g) ?? [];
}

function holdsOne(test, value) {
  const range = test.match(/^([[(\]])(.*)\.\.(.*)([\])[])$/);
  if (range) {
    const [low, high] = [literal(range[2].trim()), literal(range[3].trim())];
    return (range[1] === '[' ? value >= low : value > low) && (range[4] === ']' ? value <= high : value < high);
  }
  const compared = test.match(/^(<=|>=|<|>)\s*(.*)$/);
  if (!compared) return literal(test) === value;
  const end = literal(compared[2]);
  return { '<': value < end, '<=': value <= end, '>': value > end, '>=': value >= end }[compared[1]];
}

export function holds(cell, value) {
  if (cell === '' || cell === '-') return true;
  const negated = cell.match(/^not\((.*)\)$/);
  const tests = splitAtCommas(negated ? negated[1] : cell).map((one) => one.trim());
  return tests.some((one) => holdsOne(one, value)) !== Boolean(negated);
}

/** Rules (from 1) that hold for the facts of a witness, and whether the facts are declared ones. */
export function rulesAt(table, facts) {
  const values = table.inputs.map((one) => literal(facts.find((fact) => fact.name === one.name).value));
  const declared = table.inputs.every(
    (one, i) => (!one.values || holds(one.values, values[i])) && (one.type !== 'whole' || Number.isInteger(values[i])),
  );
  const rules = table.rules.flatMap((rule, index) =>
    table.inputs.every((_, i) => holds(rule[i], values[i])) ? [index + 1] : [],
  );
  return { declared, rules };
}
