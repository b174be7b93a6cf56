// What only a browser can tell: that pages ask nothing of a network, run nothing foreign, and can be used.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open, overflow } from './browser.mjs';
import { OUT, make } from './made.mjs';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = [390, 1024, 1600];

let browser;
let made;
let pages;

before(async () => {
  made = make();
  browser = await launch();
  const some = (folder, wanted) => readdirSync(join(folder, 'claim')).filter(wanted).map((name) => join(folder, 'claim', name));
  pages = {
    article: made.article, hostile: made.hostile, index: join(made.large, 'index.html'),
    list: join(made.large, 'list/2.html'), small: join(made.small, 'index.html'),
  };
  // Hostile ones, one with a denial, and of the large ledger two with figures over time.
  const claims = [
    ...some(made.small, (name) => /house|drones|harbour/.test(name)).slice(0, 4),
    ...some(made.large, (name) => /district-(3|16)-/.test(name)),
  ];
  claims.forEach((file, at) => { pages[`claim${at}`] = file; });
});

after(() => browser?.close());

test('pages are silent and fit at every width, light and dark', async () => {
  for (const [name, file] of Object.entries(pages)) {
    for (const width of SIZES) {
      for (const scheme of ['light', 'dark']) {
        const page = await open(browser, file, { width, scheme });
        await page.screenshot({ path: join(OUT, `${name}-${width}-${scheme}.png`), fullPage: !['hostile', 'list', 'index'].includes(name) });
        assert.deepEqual(page.noise, [], `${name} ${width} ${scheme}`);
        assert.ok(await overflow(page) <= 0, `${name} is too wide at ${width}`);
        await page.context().close();
      }
    }
  }
});

test('nothing violates WCAG A and AA', async () => {
  for (const [name, file] of Object.entries(pages)) {
    for (const scheme of ['light', 'dark']) {
      const page = await open(browser, file, { scheme });
      await page.evaluate(() => document.querySelectorAll('details').forEach((note) => { note.open = true; }));
      await page.evaluate(AXE);
      const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), LEVELS);
      const say = found.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 4).map((node) => node.html).join(' ')}`);
      assert.deepEqual(say, [], `${name} ${scheme}`);
      await page.context().close();
    }
  }
});

test('a hostile article runs nothing', async () => {
  for (const file of [made.hostile, join(made.small, 'index.html'), ...readdirSync(join(made.small, 'claim')).map((name) => join(made.small, 'claim', name))]) {
    const page = await open(browser, file);
    await page.waitForTimeout(50);
    const state = await page.evaluate(() => ({
      ran: window.ran ?? 0,
      images: document.images.length,
      links: [...document.links].map((link) => link.protocol).filter((protocol) => !/^(file|https?):$/.test(protocol)),
      scripts: [...document.scripts].filter((script) => /ran/.test(script.textContent) && script.type === '').length,
    }));
    assert.deepEqual(state, { ran: 0, images: 0, links: [], scripts: 0 }, file);
    assert.deepEqual(page.noise, [], file);
    await page.context().close();
  }
});

test('the article filters by change and kind', async () => {
  const page = await open(browser, made.article);
  const shown = () => page.locator('.card:visible').count();
  const all = await shown();
  assert.ok(all > 3);
  assert.ok(await page.locator('.change').count() > 0 && await page.locator('.why').count() > 0, 'nothing changes');
  await page.locator('input[name=t][value=new]').uncheck();
  const rest = await shown();
  assert.ok(rest < all);
  assert.equal(await page.locator('mark:not(.off)').count() > 0, rest > 0);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForTimeout(20);
  assert.equal(await shown(), all);
  await page.locator('select[name=kind]').selectOption({ index: 1 });
  assert.ok(await shown() < all || all === 1);
  await page.getByRole('button', { name: 'Unfold notes' }).click();
  assert.equal(await page.locator('.card:visible:not([open])').count(), 0);
  await page.context().close();
});

test('a number in the text leads to its note and back', async () => {
  const page = await open(browser, made.article);
  await page.locator('#m1').click();
  assert.ok(await page.locator('#n1').isVisible());
  await page.locator('#n1').getByRole('link', { name: 'In the text' }).click();
  assert.ok(page.url().endsWith('#m1'));
  await page.context().close();
});

test('pages can be read without a program', async () => {
  for (const file of [made.article, join(made.large, 'index.html')]) {
    const page = await open(browser, file, { script: false });
    assert.equal(await page.locator('#filter').isVisible(), false);
    assert.ok((await page.locator('main').innerText()).length > 500);
    await page.context().close();
  }
  const page = await open(browser, join(made.large, 'index.html'), { script: false });
  assert.equal(await page.locator('#pages a').count(), 49);
  await page.context().close();
});

test('the index of 10,000 claims searches, filters and sorts', async () => {
  const page = await open(browser, join(made.large, 'index.html'));
  const output = page.locator('output');
  assert.equal(await output.innerText(), '10000 of 10000 claims');
  await page.getByRole('searchbox').fill('district 4711');
  assert.equal(await output.innerText(), '1 of 10000 claims');
  assert.match(await page.locator('.item a').first().innerText(), /district 4711 /);
  await page.reload();
  assert.equal(await output.innerText(), '1 of 10000 claims');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForTimeout(20);
  await page.locator('select[name=kind]').selectOption('meeting');
  assert.equal(await output.innerText(), '1250 of 10000 claims');
  await page.locator('input[name=overdue]').check();
  const late = await output.innerText();
  assert.notEqual(late, '1250 of 10000 claims');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForTimeout(20);
  await page.locator('select[name=sort]').selectOption('text');
  const texts = await page.locator('.item a').allTextContents();
  assert.deepEqual(texts, [...texts].sort());
  await page.getByRole('button', { name: 'Show more' }).click();
  assert.equal(await page.locator('.item').count(), 100);
  const times = await page.evaluate(() => ['h', 'harb', 'plan district 9', 'no such words', ''].map((query) => {
    const field = document.querySelector('[name=q]');
    field.value = query;
    const start = performance.now();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.body.getBoundingClientRect();
    return Math.round(performance.now() - start);
  }));
  console.log(`search of 10,000 claims, with layout: ${times.join(', ')} ms; export: ${Math.round(made.exported)} ms`);
  await page.context().close();
});

test('the keyboard reaches everything, and focus is seen', async () => {
  for (const file of [made.article, join(made.small, 'index.html')]) {
    const page = await open(browser, file);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    assert.ok((await page.locator('.skip').boundingBox()).y >= 0);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    const wanted = await page.evaluate(() => [...document.querySelectorAll('main :is(a[href], input, select, button, summary), footer a')]
      .filter((part) => part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length);
    const seen = new Set();
    for (let step = 0; step < wanted + 20; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const part = document.activeElement;
        if (part === document.body) return null;
        const style = getComputedStyle(part);
        const all = [...document.querySelectorAll('*')];
        return { index: all.indexOf(part), outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0, html: part.outerHTML.slice(0, 80) };
      });
      if (at === null) break;
      assert.ok(at.outline, `no outline: ${at.html}`);
      seen.add(at.index);
    }
    assert.ok(seen.size >= wanted, `${seen.size} of ${wanted} reached in ${file}`);
    await page.context().close();
  }
});

test('an article of a thousand claims stays a small page', () => {
  // With what is on file of a claim for each of them, it is larger.
  for (const [file, most] of [[made.long, 1e6], [made.matched, 2.5e6]]) {
    assert.ok((readFileSync(file, 'utf8').match(/<details class="card/g) ?? []).length >= 1000, file);
    assert.ok(statSync(file).size < most, `${file}: ${statSync(file).size} bytes`);
  }
});

test('pages are valid HTML', () => {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const files = [...Object.values(pages), made.long, made.matched];
  execFileSync('java', ['-Xss8m', '-jar', jar, '--errors-only', ...files], { stdio: ['ignore', 'inherit', 'inherit'] });
});
