/**
 * Which characters a text file is written in: byte order mark, the zero bytes of UTF-16, strict
 * UTF-8 over the whole file, then a choice between GB18030 and Windows-1252 by how their upper
 * bytes stand. `gb18030` never `gbk`: that label loses four-byte characters on Node 20.
 */
import type { Source } from './source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

export interface Detected {
  readonly encoding: Encoding;
  readonly why: 'mark' | 'zero_bytes' | 'valid' | 'scored' | 'told';
}

export function detectEncoding(source: Source): Detected {
  const { head } = source;
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', why: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', why: 'mark' };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', why: 'mark' };
  const zeros = zeroBytes(head);
  if (zeros) return { encoding: zeros, why: 'zero_bytes' };
  if (source.utf8) return { encoding: 'utf-8', why: 'valid' };
  return { encoding: paired(head) ? 'gb18030' : 'windows-1252', why: 'scored' };
}

function zeroBytes(head: Buffer): Encoding | undefined {
  const sample = head.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (odd > sample.length / 8 && odd > even * 4) return 'utf-16le';
  if (even > sample.length / 8 && even > odd * 4) return 'utf-16be';
  return undefined;
}

/** Chinese text has its upper bytes in pairs; an accented letter stands alone between ASCII letters. */
function paired(head: Buffer): boolean {
  let pairs = 0;
  let single = 0;
  for (let index = 0; index < head.length; index++) {
    if ((head[index] ?? 0) < 0x80) continue;
    if ((head[index + 1] ?? 0) >= 0x80) {
      pairs++;
      index++;
    } else single++;
  }
  return pairs > single;
}
