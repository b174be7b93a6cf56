// A browser that notices everything a page should not do: requests, messages, dialogs, errors.
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Starts the browser; each start has a profile of its own. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** Opens a file; `page.noise` collects what it should not do. */
export async function open(browser, file, { width = 1024, scheme = 'light', script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script,
  });
  const page = await context.newPage();
  page.noise = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) page.noise.push(`request ${request.url()}`);
  });
  page.on('console', (message) => page.noise.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.noise.push(`error ${error.message}`));
  page.on('dialog', (dialog) => { page.noise.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('popup', () => page.noise.push('popup'));
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Returns by how many pixels a page is wider than its window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
