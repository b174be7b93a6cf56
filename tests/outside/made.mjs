// The pages under test, made by the program itself from our own articles and a generated ledger.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const CLAIMS = process.env.CLAIMS ?? join(ROOT, 'target/release/claims');
/** Our own articles and ledgers. */
export const FIXTURES = join(ROOT, 'tests/fixtures');
const ARTICLES = join(FIXTURES, 'articles');
/** Where pages, tables and screenshots are put. */
export const OUT = join(ROOT, 'target/outside');

const FIRE = `date 2022-07-17

Seven people died in a fire at Harbour House in Leith on Sunday, police said. "The roof came down within minutes," said Ann Dale, a neighbour.
`;
/** Denies one claim of the ledger, gives another a second source, and revises a figure. */
const STORY = `date 2022-07-19

The Kremlin denied on Tuesday that Iran is preparing to give Russia up to several hundred drones. Jake Sullivan said that Iran would also train Russian forces to fly them.

Police said on Monday that 12 people had died in the fire at Harbour House in Leith on Sunday, up from seven. The Courier reported that the mayor had said that the doors were locked. A neighbour, quoted by the Courier, said that at least 14 people had died in the fire at Harbour House.
`;

/** Runs the program; exit code 1 (findings) is no failure. */
export function claims(...args) {
  try {
    return execFileSync(CLAIMS, ['--today', '2022-07-20', '--by', 'Ada Example', ...args], { cwd: OUT, maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(`claims ${args.join(' ')}: ${error.stderr}`);
  }
}

/** Makes an empty folder for what a test makes. */
export function ready() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
}

/** Makes all pages anew and returns where they are; a large ledger takes the longest. */
export function make({ large = true } = {}) {
  ready();
  const made = {
    article: join(OUT, 'article.html'), hostile: join(OUT, 'hostile.html'), long: join(OUT, 'long.html'), matched: join(OUT, 'matched.html'),
    small: join(OUT, 'small'), large: join(OUT, 'large'),
  };
  claims('init', 'desk');
  writeFileSync(join(OUT, 'fire.txt'), FIRE);
  writeFileSync(join(OUT, 'story.txt'), STORY);
  for (const file of [join(ARTICLES, 'us-drones-claim.txt'), 'fire.txt']) {
    claims('--ledger', 'desk', 'check', '--record', file, '--outlet', 'Daily Post', '--url', 'https://example.org/post');
  }
  writeFileSync(join(OUT, 'hostile.json'), JSON.stringify(hostile()));
  writeFileSync(join(OUT, 'long.txt'), long(1000));
  const page = (article, to) => claims('--ledger', 'desk', 'check', article, '--format', 'html', '-o', to);
  page('story.txt', made.article);
  page(join(OUT, 'hostile.json'), made.hostile);
  page(join(OUT, 'long.txt'), made.long);
  claims('--ledger', 'desk', 'check', '--record', 'story.txt', '--outlet', 'Courier', '--url', 'https://example.org/courier');
  claims('--ledger', 'desk', 'check', '--record', join(OUT, 'hostile.json'));
  claims('--ledger', 'desk', 'export', 'html', made.small);
  if (!large) return made;
  claims('init', 'filed');
  claims('--ledger', 'filed', 'check', '--record', join(OUT, 'long.txt'), '--outlet', 'Daily Post', '--quiet', '-o', join(OUT, 'filed.txt'));
  claims('--ledger', 'filed', 'check', join(OUT, 'long.txt'), '--outlet', 'Courier', '--format', 'html', '-o', made.matched);
  mkdirSync(join(OUT, 'desk10k/archive'), { recursive: true });
  writeFileSync(join(OUT, 'desk10k/ledger.toml'), 'name = "Ten thousand claims"\n');
  writeFileSync(join(OUT, 'desk10k/archive/made.jsonl'), many(10_000));
  const start = performance.now();
  claims('--ledger', 'desk10k', 'export', 'html', made.large);
  made.exported = performance.now() - start;
  return made;
}

/** Returns an article of which every part tries to do harm. */
function hostile() {
  const run = 'window.ran=1;document.title=&quot;ran&quot;;alert(1)';
  const harm = `<script>window.ran=1;alert(1)</script><img src=x onerror="window.ran=1;alert(2)"><svg onload="window.ran=1">` +
    `</style></title></textarea><!-- ]]> <a href="javascript:window.ran=1">x</a> "' onfocus=window.ran=1 autofocus x="${run}"`;
  const hidden = '\u202Etxet neddih\u202C zero\u200Bwidth\uFEFF bell\u0007 \u001B[31mred';
  const long = 'x'.repeat(5000);
  return {
    id: harm, title: `Toll rises ${harm}`, outlet: `Post ${harm}`, url: 'javascript:window.ran=1', date: '2022-07-19',
    text: `At least 12 people died in Harbour ${harm}, the police said on Monday. ${hidden}\n\n` +
      `The minister ${harm} said that “${hidden} 30 ships had sunk ${long}”. Police denied that ${long} people were hurt.\n\n` +
      `${long} said that Iran sold drones to Russia. </script><script>window.ran=1</script>\n`,
  };
}

/** Returns an article with about this many claims, a paragraph each few of them. */
function long(number) {
  const places = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Rowan'];
  const lines = ['date 2022-07-19\n'];
  for (let at = 0; at < number; at += 1) {
    const place = `${places[at % 10]} ${places[Math.floor(at / 10) % 10]} ${places[Math.floor(at / 100) % 10]}`;
    lines.push(`The mayor of ${place} said on Monday that ${at + 3} people were killed in a flood near ${place}. `);
    if (at % 4 === 3) lines.push('\n\n');
  }
  return lines.join('');
}

/** Returns an archive of claims of all kinds: said, repeated, denied, with figures that move. */
function many(number) {
  const kinds = ['casualty', 'deal', 'meeting', 'policy', 'economy', 'legal', 'election', 'other'];
  const speakers = [['Kremlin', 'kremlin'], ['the White House', 'white-house'], ['the police', null], ['the mayor', null], ['Reuters', null]];
  const words = ['harbour', 'bridge', 'grain', 'tariff', 'ceasefire', 'pipeline', 'ballot', 'vaccine', 'railway', 'budget', 'ferry', 'school'];
  const lines = [];
  for (let at = 0; at < number; at += 1) {
    const pick = (list, step) => list[Math.floor(at / step) % list.length];
    const kind = pick(kinds, 1);
    const statement = `The ${pick(words, 1)} and the ${pick(words, 7)} of district ${at} are part of the ${pick(words, 3)} plan`;
    const month = String(1 + (at % 12)).padStart(2, '0');
    const id = `2021-${month}-plan-of-district-${at}-${(at % 65536).toString(16).padStart(4, '0')}`;
    const entries = [];
    for (let turn = 0; turn < 1 + (at % 4); turn += 1) {
      entries.push(appearance(at, turn, month, speakers[(at + turn) % speakers.length], kind));
    }
    const claim = {
      schema: 'claim-1', id, statement, wordings: [], kind, parties: [{ actor: 'russia', role: 'party' }],
      measure: kind === 'casualty' ? 'killed' : null, planned_for: kind === 'meeting' ? `2022-${month}-09` : null,
      tags: [], created: `2021-${month}-01`,
    };
    lines.push(JSON.stringify({ claim, entries }));
  }
  return `${lines.join('\n')}\n`;
}

function appearance(at, turn, month, [who, actor], kind) {
  const day = `2021-${month}-${String(2 + turn * 3).padStart(2, '0')}`;
  const value = 7 + turn * 5;
  const figure = kind === 'casualty' ? {
    text: `at least ${value}`, span: { start: 0, end: 0 }, value, bound: 'at_least', low: value, high: null, soft: false, delta: false,
    likely: [value, Math.max(value, Math.ceil(1.2 * value) - 1)], unit: null, measure: 'killed', basis: 'reported', former: null,
  } : null;
  return {
    schema: 'entry-1', type: 'appearance', said: day, published: day, recorded: day, by: 'desk', accepted_by: 'desk',
    article: { title: `Story ${at}.${turn}`, outlet: 'Outlet', url: `https://example.org/${at}/${turn}`, archive_url: null, sha256: null },
    span: null, quote: null, stance: turn === 2 ? 'denies' : 'asserts', scope: 'whole', modality: 'happened', quotation: 'indirect', confidence: 1,
    attribution: [{ source: { text: who, actor, class: 'body' }, cue: { text: 'said', force: 'neutral' } }], figure, periods: [],
  };
}
