/** Whole processes, timed and weighed. */
import { spawn } from 'node:child_process';

/** Writes the most memory the process held, in KiB, to stderr when it ends. */
const peak = `data:text/javascript,${encodeURIComponent("import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`))")}`;

/** Seconds, MiB and what it said of one run of Node; throws where it does not end with 0. */
export async function measure(...args) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', peak, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')}: ended with ${status}\n${said.stderr}`);
  return { seconds, stdout: said.stdout, megabytes: Number(/^peak (\d+)$/m.exec(said.stderr)?.[1] ?? 0) / 1024 };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
