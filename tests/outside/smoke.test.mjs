// The shortest look that a browser can take: the pages open, are silent, fit, and run nothing foreign. Run by .ci/run.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { launch, open, overflow } from './browser.mjs';
import { make } from './made.mjs';

test('pages open and are silent', { timeout: 600_000 }, async () => {
  const made = make({ large: false });
  const browser = await launch();
  try {
    for (const file of [made.article, made.hostile, join(made.small, 'index.html')]) {
      for (const width of [390, 1024]) {
        const page = await open(browser, file, { width });
        assert.ok((await page.locator('main').innerText()).length > 100, file);
        assert.equal(await page.evaluate(() => window.ran ?? 0), 0, file);
        assert.ok(await overflow(page) <= 0, `${file} is too wide at ${width}`);
        assert.deepEqual(page.noise, [], file);
        await page.context().close();
      }
    }
    const page = await open(browser, made.article);
    const all = await page.locator('.card:visible').count();
    await page.locator('input[name=t][value=new]').uncheck();
    assert.ok(await page.locator('.card:visible').count() < all, 'the filter hides nothing');
  } finally {
    await browser.close();
  }
});
