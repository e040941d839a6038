/** How much memory a child process held at most. */

/** A value of NODE_OPTIONS that makes it write that, in KiB, when it ends. */
export function peakTo(path: string): string {
  const code = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(path)}, String(process.resourceUsage().maxRSS)))`;
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}
