// Adds up the reports of several test runs. A run that failed without a failed test (a checker before
// the tests, a file that would not load) counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const name of readdirSync(folder)) {
  if (!name.endsWith('.status')) continue;
  const status = Number(readFileSync(join(folder, name), 'utf8'));
  const path = join(folder, name.replace('.status', '.json'));
  const report = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = report.numFailedTests + unloaded.length;
  passed += report.numPassedTests;
  failed += failures === 0 && status !== 0 ? 1 : failures;
}

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
