// SARIF as others define it: every finding of every rule, by the published schema.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

import { FIXTURES, claims, ready } from './made.mjs';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(join(dirname(require.resolve('@microsoft/jest-sarif')), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));

test('the findings of every rule are valid SARIF 2.1.0', () => {
  ready();
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(schema);
  const ledgers = readdirSync(join(FIXTURES, 'lint')).map((rule) => join(FIXTURES, 'lint', rule, 'bad/claims'));
  ledgers.push(join(FIXTURES, 'harbour/claims'));
  const seen = new Set();
  let results = 0;
  for (const ledger of ledgers.filter((folder) => existsSync(folder))) {
    const log = JSON.parse(claims('lint', '--ledger', ledger, '--format', 'sarif'));
    assert.ok(valid(log), `${ledger}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
    const [run] = log.runs;
    const prints = new Set();
    for (const result of run.results) {
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
      prints.add(result.partialFingerprints.primaryLocationLineHash);
      seen.add(result.ruleId);
    }
    assert.equal(prints.size, run.results.length, `${ledger}: fingerprints repeat`);
    results += run.results.length;
  }
  assert.ok(!valid({ version: '2.1.0', runs: [{}] }), 'the schema refuses nothing');
  assert.ok(seen.size > 30, `only ${seen.size} rules found anything`);
  console.log(`${results} findings of ${seen.size} rules in ${ledgers.length} ledgers`);
});
