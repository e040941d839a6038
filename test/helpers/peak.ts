/** How much memory a child process held at most. */

/**
 * A value of NODE_OPTIONS that makes it write that, in KiB, when it ends. Where the system counts it for the program alone:
 * the usual figure begins with what the process that started it held.
 */
export function peakTo(path: string): string {
  const code = `
    import { existsSync, readFileSync, writeFileSync } from 'node:fs';
    process.on('exit', () => {
      const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
      writeFileSync(${JSON.stringify(path)}, /^VmHWM:\\s+(\\d+) kB$/m.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS));
    });`;
  return `--import data:text/javascript,${encodeURIComponent(code)}`;
}
