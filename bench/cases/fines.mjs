// Whether a published fine lies within the range that the statute gives for the violation it cites.
import fs from 'node:fs';
import { built, run } from '../lib/shell.mjs';

const kSubjects = {
  单位: ['unit', 'institution', 'construction_unit', 'anyone'],
  主要负责人: ['principal', 'principal_or_investor', 'decision_body', 'directly_responsible', 'anyone'],
  其他: ['directly_responsible', 'other_leader_or_manager', 'practitioner', 'individual', 'principal', 'anyone'],
};

/// The stages that the text speaks of: found as such, or not corrected in time, refused.
function stages(text) {
  const late = /逾期|未整改|仍未|复查|拒不|未执行/.test(text);
  return late ? [['not_corrected_in_time'], ['refused_to_carry_out'], []] : [[]];
}

/// Deaths and serious injuries that the text tells; null where it tells of no accident.
function accident(text) {
  const count = (...patterns) => Math.max(0, ...patterns.map((one) => Number(text.match(one)?.[1] ?? 0)));
  const deaths = count(/(\d+)人?死/, /死亡(\d+)人/, /致(\d+)人(?:死亡|遇难)/);
  const injuries = count(/(\d+)人?重?伤/);
  const loss = count(/损失约?(\d+)万/) * 1_000_000;
  return /事故|死亡/.test(text) || deaths ? { deaths, injuries, loss_fen: loss } : null;
}

/// A day on which the text was in force: the case's if it can be.
function dayFor(instrument, date) {
  const day = /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? date : /^\d{4}-\d\d$/.test(date ?? '') ? `${date}-01` : null;
  if (day && day >= instrument.from && (!instrument.until || day <= instrument.until)) return day;
  return instrument.until ?? (instrument.from > '2024-06-01' ? instrument.from : '2024-06-01');
}

let written = 0;
async function explain(pack, violation, facts) {
  const file = `${pack.folder}/facts-${(written += 1)}.json`;
  fs.writeFileSync(file, JSON.stringify(facts));
  const out = await run(built('xiezhi'), [
    'law',
    'penalty',
    '--violation',
    violation,
    '--facts',
    file,
    '--pack',
    pack.file,
  ]);
  return JSON.parse(out);
}

/// Ranges in yuan for one violation and one kind of person, one for each stage and subject that has a fine.
async function ranges(pack, violation, target, one) {
  const instrument = pack.instruments.find((text) => text.id === violation.penalty.instrument);
  const out = [];
  for (const triggers of stages(one.facts)) {
    const facts = { on: dayFor(instrument, one.date), triggers };
    const hurt = accident(one.facts);
    if (hurt) facts.accident = hurt;
    const view = await explain(pack, violation.id, facts);
    for (const subject of view.subjects) {
      const fine = subject.fine;
      if (!kSubjects[target].includes(subject.subject) || fine?.max_fen === undefined) continue;
      out.push({ min: (fine.min_fen ?? 0) / 100, max: fine.max_fen / 100 });
    }
  }
  return out;
}

/// Every published fine with the range of the violations cited: { target, amount, low, high, within }. Several
/// violations fined in one sum add their maxima. Where no cited clause has an amount for that person, `within` is null.
export async function fines(pack, one, violations) {
  const out = [];
  for (const fine of one.penalties) {
    if (fine.kind !== '罚款' || !fine.amount_yuan || !kSubjects[fine.target]) continue;
    const each = [];
    for (const clause of violations) {
      const found = [];
      for (const violation of clause) found.push(...(await ranges(pack, violation, fine.target, one)));
      if (found.length > 0) each.push(found);
    }
    if (each.length === 0) {
      out.push({ target: fine.target, amount: fine.amount_yuan, within: null });
      continue;
    }
    const low = Math.min(...each.flat().map((range) => range.min));
    const high = each.reduce((sum, found) => sum + Math.max(...found.map((range) => range.max)), 0);
    out.push({
      target: fine.target,
      amount: fine.amount_yuan,
      low,
      high,
      within: low <= fine.amount_yuan && fine.amount_yuan <= high,
    });
  }
  return out;
}
