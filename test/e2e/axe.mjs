// axe-core on a page as it stands; what it calls serious or critical is a failure.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** On the whole page, or within what a selector names. */
export async function seriousFindings(page, within = '') {
  await page.evaluate(source);
  const violations = await page.evaluate(
    async ([tags, part]) => {
      const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
      if (part) return (await window.axe.run(part, options)).violations;
      const open = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].filter((one) =>
        one.checkVisibility(),
      );
      if (open.length === 0) return (await window.axe.run(document, options)).violations;
      // What a modal dialog covers cannot be aimed at, so its size is no matter while the dialog is there.
      const covered = { ...options, rules: { 'target-size': { enabled: false } } };
      const whole = await window.axe.run(document, covered);
      const top = await window.axe.run(open.at(-1), options);
      return [...whole.violations, ...top.violations.filter((one) => one.id === 'target-size')];
    },
    [kTags, within],
  );
  return violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map(
      (one) =>
        `${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
          .join(' | ')}`,
    );
}
