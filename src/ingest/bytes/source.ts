/**
 * The bytes of one export: a file, or what a pipe or a compressed file held, set down in a temporary
 * file that only its owner can read, so that every reader may pass over it more than once. Hashed and
 * checked for UTF-8 once.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isZip, packedExport } from './packed-export.ts';
import { FileRefused } from '../refusal.ts';
import { removeAbandoned } from '../../store/temporary.ts';
import { Scratch } from './scratch.ts';
import { assertSteady, stampOf } from './steady.ts';

export interface Source {
  readonly path: string;
  /** Base name, for messages and the archive; `-` for stdin. */
  readonly name: string;
  readonly size: number;
  /** As it was before it was hashed: whoever has read it to the end asks `assertSteady`. */
  readonly stamp: string;
  /** SHA-256 of the bytes as they came, compressed or not, hexadecimal. */
  readonly hash: string;
  readonly utf8: boolean;
  /** The first bytes, enough to tell container, encoding, delimiter and header. */
  readonly head: Buffer;
  /** What the bytes were unpacked from, where they were. */
  readonly packed?: 'gzip' | 'zip';
  /** Path for a temporary file of that name. */
  scratch(name: string): string;
  /** Removes whatever was set down. */
  dispose(): void;
}

const HEAD_BYTES = 1 << 20;

/**
 * Throws FileRefused where there is no such file, or nothing in it that could be an export. At the signal
 * whatever was set down is removed.
 */
export async function openSource(path: string, stdin: NodeJS.ReadableStream, signal?: AbortSignal): Promise<Source> {
  removeAbandoned();
  const scratch = new Scratch(signal);
  const setDown = async (name: string, bytes: AsyncIterable<Buffer> | NodeJS.ReadableStream): Promise<string> => {
    const spooled = scratch.path(name);
    await pipeline(bytes, createWriteStream(spooled, { mode: 0o600, flags: 'wx' }));
    return spooled;
  };
  try {
    const outer =
      path === '-'
        ? await examine(await setDown('stdin', stdin), '-', scratch)
        : await examine(isPipe(path) ? await setDown('pipe', createReadStream(path)) : path, basename(path), scratch);
    const packed = await packedExport(outer);
    if (!packed) return outer;
    const inner = await examine(await setDown('unpacked', packed), outer.name, scratch);
    assertSteady(outer);
    return { ...inner, hash: outer.hash, packed: isZip(outer.head) ? 'zip' : 'gzip' };
  } catch (error) {
    scratch.dispose();
    throw error;
  }
}

/** `<(gunzip -c orders.csv.gz)` and /dev/stdin can be read once. */
function isPipe(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() ?? false;
}

async function examine(path: string, name: string, scratch: Scratch): Promise<Source> {
  const stamp = stampOf(path);
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
    stamp,
    hash: hash.digest('hex'),
    utf8: utf8 && tail.length === 0,
    head: Buffer.concat(head),
    scratch: (file) => scratch.path(file),
    dispose: () => scratch.dispose(),
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
