/** Writes small zip archives, right ones and wrong ones. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** Taken for the real check sum. */
  readonly sum?: number;
}

const isList = (parts: object): parts is readonly ZipPart[] => Array.isArray(parts);

/** Parts in the order in which they are given. */
export function zip(parts: readonly ZipPart[] | Readonly<Record<string, string | Uint8Array>>): Buffer {
  const list: readonly ZipPart[] = isList(parts)
    ? parts
    : Object.entries(parts).map(([name, content]) => ({ name, content }));
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of list) {
    const name = Buffer.from(part.name as string);
    const content = Buffer.from(part.content as string);
    const data = part.stored ? content : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    head.writeUInt16LE(part.method ?? (part.stored ? 0 : 8), 4);
    head.writeUInt32LE(part.sum ?? crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, tail, name]));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end]);
}
