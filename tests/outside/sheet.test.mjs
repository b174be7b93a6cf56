// Our tables in a real spreadsheet: every cell arrives as it was written, and none computes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';

import { FIXTURES, OUT, claims, ready } from './made.mjs';

const SHEETS = join(OUT, 'sheets');
const ID = '2024-05-sheet-0001';
// What people, articles and attackers write into cells.
const WORDS = [
  'Überführung für 12 Öltanker in Straße 7', 'О погибших в Харькове сообщили дважды', '消防隊 counts 👩‍🚒 and 🇺🇦',
  '=SUM(1;2)', '=HYPERLINK("https://example.org/?"&A1;"click")', '+1+1', '-2+3', '@SUM(1;2)', ' =1+1', '＝1+1',
  '007', '10-12', '3/4', '1e5', '12345678901234567890', 'May 5', "'quoted", 'a;b\tc', 'one\n“two”, "three"\nfour',
];
// The same as a spreadsheet reads on a desk, with the dangerous choice made: formulas in the file are computed.
const CHOICES = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1,true';

before(() => {
  ready();
  mkdirSync(SHEETS, { recursive: true });
  claims('init', 'sheet');
  claims('--ledger', 'sheet', 'new', 'Words arrive as they were written', '--kind', 'other', '--id', ID, '--date', '2024-05-01');
  WORDS.forEach((words, at) => {
    const day = `2024-05-${String(at + 1).padStart(2, '0')}`;
    claims('--ledger', 'sheet', 'add', ID, `--outlet=${words}`, `--title=${words}`, `--quote=${words}`, `--source=${words}`, '--date', day);
  });
});

/** Opens a table in the spreadsheet and returns its rows: the text of each cell, its type, and its formula. */
function opened(name, choices = CHOICES) {
  execFileSync('soffice', [
    `-env:UserInstallation=file://${join(SHEETS, 'profile')}`, '--headless', `--infilter=${choices}`,
    '--convert-to', 'fods', '--outdir', SHEETS, join(SHEETS, name),
  ], { stdio: 'ignore', timeout: 120_000 });
  const text = readFileSync(join(SHEETS, name.replace(/csv$/, 'fods')), 'utf8');
  const table = text.slice(text.indexOf('<table:table '), text.indexOf('</table:table>'));
  return [...table.matchAll(/<table:table-row[^>]*?(?<!\/)>(.*?)<\/table:table-row>/gs)].map(([, row]) => {
    const cells = [];
    for (const [, attributes, body] of row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)) {
      const cell = {
        text: [...(body ?? '').matchAll(/<text:p>(.*?)<\/text:p>|<text:p\/>/gs)].map(([, line]) => plain(line ?? '')).join('\n'),
        type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? '', date: /office:date-value="([^"]+)"/.exec(attributes)?.[1],
        formula: /table:formula="([^"]+)"/.exec(attributes)?.[1],
      };
      const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
      for (let at = 0; at < Math.min(times, 50); at += 1) cells.push(cell);
    }
    return cells;
  });
}

function plain(text) {
  const spaces = text.replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)));
  const words = spaces.replace(/<text:tab\/>/g, '\t').replace(/<[^>]+>/g, '');
  return words.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
}

test('a cell that is not guarded computes, so that what follows proves something', () => {
  writeFileSync(join(SHEETS, 'bare.csv'), 'a,b\n=1+1,007\n');
  const [, [sum, code]] = opened('bare.csv');
  assert.ok(sum.formula && sum.text === '2', JSON.stringify(sum));
  assert.equal(code.text, '7');
});

test('every cell of a table arrives, and none computes', () => {
  claims('--ledger', 'sheet', 'export', 'csv', '--table', 'entries', '--for', 'excel', '-o', join(SHEETS, 'entries.csv'));
  const [header, ...rows] = opened('entries.csv');
  const names = header.map((cell) => cell.text).filter(Boolean);
  const column = (name) => names.indexOf(name);
  assert.equal(names.length, 24);
  assert.equal(rows.length, WORDS.length);
  WORDS.forEach((words, at) => {
    for (const name of ['outlet', 'title', 'quote', 'source']) {
      const cell = rows[at][column(name)];
      // The apostrophe of a guard is seen, and the words behind it are whole.
      const seen = cell.text === words || cell.text === `'${words}`;
      assert.ok(seen && cell.type === 'string' && !cell.formula, `${name}: ${JSON.stringify(words)} became ${JSON.stringify(cell)}`);
    }
    const day = `2024-05-${String(at + 1).padStart(2, '0')}`;
    assert.equal(rows[at][column('published')].date ?? rows[at][column('published')].text, day);
    assert.equal(rows[at][column('claim_id')].text, ID);
  });
});

test('the other tables arrive, too, also in their plain form', () => {
  for (const table of ['claims', 'entries', 'verdicts', 'changes', 'figures']) {
    for (const program of [[], ['--for', 'excel']]) {
      claims('--ledger', join(FIXTURES, 'harbour/claims'), 'export', 'csv', '--table', table, ...program, '-o', join(SHEETS, 'table.csv'));
      const lines = readFileSync(join(SHEETS, 'table.csv'), 'utf8').replace('\uFEFF', '').split(/\r?\n/);
      const rows = opened('table.csv');
      assert.equal(rows[0].map((cell) => cell.text).filter(Boolean).join(','), lines[0]);
      assert.ok(rows.flat().every((cell) => !cell.formula), table);
    }
  }
});
