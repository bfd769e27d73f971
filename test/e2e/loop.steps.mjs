// What a person does at the desk, as short functions: choose, tick, type, send. Visible controls only.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './harness.mjs';

const file = path.join(root, 'law/wording/zh-CN.json');
const wording = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { commands: {}, enums: {} };
/** The name of a command as the desk shows it. */
export const named = (command) => wording.commands[command] ?? command;
/** The word of an enumerator as the desk shows it. */
export const word = (type, value) => wording.enums[type]?.[value] ?? value;

const drawer = (page) => page.getByRole('dialog');

/** The control of a field by its label, in the open form. */
export const field = (page, label) => drawer(page).getByLabel(label, { exact: false }).first();

/** Notes what is typed where hands are counted, and whether the page showed it already: then it is typed twice. */
async function noteTyped(page, text) {
  if (!page.tally) return;
  page.tally.typed.push(text);
  const shown = await page.evaluate(
    () =>
      document.body.innerText +
      [...document.querySelectorAll('input, textarea')].map((one) => `\n${one.value}`).join(''),
  );
  for (const line of text.split('\n')) if (line.length > 3 && shown.includes(line)) page.tally.again.push(line);
}

export async function type(page, label, text) {
  await noteTyped(page, text);
  await field(page, label).fill(text);
}

/** Takes one of the texts that are offered under a field. */
export async function phrase(page, label, text) {
  await drawer(page)
    .getByRole('group', { name: `${label}：常用语` })
    .getByRole('button', { name: text, exact: true })
    .click();
}

/** Writes on the pad, once it stands still: a stroke there and one across. */
export async function signByHand(page) {
  const pad = page.getByTestId('signature');
  await pad.hover();
  const box = await pad.boundingBox();
  const at = (x, y) =>
    page.mouse.move(box.x + box.width * x, box.y + box.height * y, {
      steps: 6,
    });
  for (const [from, to] of [
    [
      [0.2, 0.3],
      [0.5, 0.35],
    ],
    [
      [0.35, 0.15],
      [0.3, 0.8],
    ],
    [
      [0.45, 0.5],
      [0.6, 0.7],
    ],
  ]) {
    await at(...from);
    await page.mouse.down();
    await at(...to);
    await page.mouse.up();
  }
}

export async function choose(page, label, option) {
  await field(page, label).click();
  await page.getByRole('option', { name: option }).filter({ visible: true }).first().click();
}

/** Finds a violation by words and takes the first. */
export async function findViolation(page, label, words) {
  const box = field(page, label);
  await box.click();
  if (page.tally) page.tally.typed.push(words);
  await box.fill(words);
  await page.getByRole('option', { disabled: false }).filter({ hasText: words, visible: true }).first().click();
}

/** Takes a violation out of those that the words of the finding brought, without typing. */
export async function takeViolation(page, label, title) {
  await field(page, label).click();
  await page.getByRole('option', { disabled: false }).filter({ hasText: title, visible: true }).first().click();
}

export async function tick(page, label, on = true) {
  const line = drawer(page)
    .locator('label')
    .filter({ has: page.getByRole('checkbox'), hasText: label })
    .first();
  if ((await line.getByRole('checkbox').isChecked()) !== on) await line.click();
}

/** Sends the open form and waits until it has gone and the desk has told so. */
export async function send(page, command) {
  await drawer(page).getByRole('button', { name: '提交' }).click();
  await page
    .getByRole('status')
    .getByText(`${named(command)}：已办理`)
    .waitFor({ timeout: 15_000 })
    .catch(async (error) => {
      const answer = page.getByTestId('refused').or(drawer(page));
      const told = await answer
        .last()
        .innerText()
        .catch(() => '');
      throw new Error(`${command} was not taken:\n${told}`, { cause: error });
    });
  await drawer(page).waitFor({ state: 'detached' });
}

/** Opens the form of a step that is lawful now; one out of the ordinary course stands folded. */
export async function begin(page, command) {
  const lawful = page.getByTestId('lawful');
  const button = lawful.locator('button').filter({ hasText: new RegExp(`^${named(command)}$`) });
  await button.waitFor({ state: 'attached' });
  if (!(await button.isVisible())) await lawful.locator('.rare > summary').click();
  await button.click();
  await drawer(page).waitFor();
}

/** Takes a step: opens its form, fills it in, sends it. */
export async function step(page, command, fill = async () => {}) {
  await begin(page, command);
  await fill();
  await send(page, command);
}

/** Sends the open form and reads the law's no. */
export async function refused(page) {
  await drawer(page).getByRole('button', { name: '提交' }).click();
  const answer = page.getByTestId('refused');
  await answer.waitFor();
  const text = await answer.innerText();
  await drawer(page).getByRole('button', { name: '取消' }).click();
  await drawer(page).waitFor({ state: 'detached' });
  return text;
}

/** Sends a form that the law advises against, gives the reason, sends it again. */
export async function sendWithReason(page, command, reason) {
  await drawer(page).getByRole('button', { name: '提交' }).click();
  for (const box of await drawer(page).getByLabel('继续办理的理由').all()) await box.fill(reason);
  await drawer(page).getByLabel('继续办理的理由').first().fill(reason);
  await drawer(page).getByRole('button', { name: '说明理由并办理' }).click();
  await page
    .getByRole('status')
    .getByText(`${named(command)}：已办理`)
    .waitFor();
  await drawer(page).waitFor({ state: 'detached' });
}

/** Comes to the file that another page shows, as a colleague who was sent the link. */
export async function visit(page, other) {
  const { pathname } = new URL(other.url());
  await page.goto(pathname);
  await page.getByRole('heading', { name: '下一步' }).waitFor();
}
