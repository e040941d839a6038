/**
 * The bytes of one export: a file, or stdin spooled to a temporary file that only its owner can
 * read, so that every reader may pass over it more than once. Hashed and checked for UTF-8 once.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from './refusal.ts';

export interface Source {
  readonly path: string;
  /** Base name, for messages and the archive; `-` for stdin. */
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly utf8: boolean;
  /** The first bytes, enough to tell container, encoding, delimiter and header. */
  readonly head: Buffer;
  dispose(): void;
}

const HEAD_BYTES = 1 << 20;

export async function openSource(path: string, stdin: NodeJS.ReadableStream): Promise<Source> {
  if (path !== '-') return examine(path, basename(path), () => {});
  const folder = mkdtempSync(join(tmpdir(), 'regulars-stdin-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  try {
    const spooled = join(folder, 'stdin');
    await pipeline(stdin, createWriteStream(spooled, { mode: 0o600 }));
    return await examine(spooled, '-', dispose);
  } catch (error) {
    dispose();
    throw error;
  }
}

async function examine(path: string, name: string, dispose: () => void): Promise<Source> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new FileRefused('missing');
  if (stat.isDirectory()) throw new FileRefused('is_directory');
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let kept = 0;
  let utf8 = true;
  let tail: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      if (kept < HEAD_BYTES) {
        head.push(chunk);
        kept += chunk.length;
      }
      if (utf8) {
        const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
        const whole = joined.length - incompleteTail(joined);
        utf8 = isUtf8(joined.subarray(0, whole));
        tail = joined.subarray(whole);
      }
    }
  } catch (error) {
    throw new FileRefused('unreadable', { value: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
  return {
    path,
    name,
    size: stat.size,
    hash: hash.digest('hex'),
    utf8: utf8 && tail.length === 0,
    head: Buffer.concat(head),
    dispose,
  };
}

/** Bytes at the end that begin a UTF-8 sequence they do not finish. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}
