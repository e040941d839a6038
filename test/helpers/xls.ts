/** Writes small BIFF8 workbooks in the compound file that Office used before zip. */

export type XlsCell = string | number | { readonly date: number } | { readonly error: number };

export interface XlsSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly XlsCell[])[];
}

export interface XlsBook {
  readonly sheets: readonly XlsSheet[];
  readonly date1904?: boolean;
  /** 0x500 is what Excel 95 wrote. */
  readonly version?: number;
  readonly encrypted?: boolean;
}

const record = (type: number, ...data: readonly (Buffer | number)[]): Buffer => {
  const body = Buffer.concat(data.map((one) => (typeof one === 'number' ? u16(one) : one)));
  return Buffer.concat([u16(type), u16(body.length), body]);
};

const u16 = (value: number) => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const double = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const wide = (text: string) => Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);

const begin = (version: number, type: number) => record(0x809, version, type, 0, 0, u32(0), u32(0));
const END = record(0x0a);
const DATE_STYLE = 1;

export function xls({ sheets, date1904 = false, version = 0x600, encrypted = false }: XlsBook): Buffer {
  const style = (format: number) => record(0xe0, 0, format, 0, Buffer.alloc(14));
  const globals = (offsets: readonly number[]) =>
    Buffer.concat([
      begin(version, 5),
      ...(encrypted ? [record(0x2f, 1, 1, 1, Buffer.alloc(48))] : []),
      record(0x22, date1904 ? 1 : 0),
      style(0),
      style(22),
      ...sheets.map(({ name, hidden }, at) =>
        record(0x85, u32(offsets[at] ?? 0), Buffer.from([hidden ? 1 : 0, 0, name.length]), wide(name)),
      ),
      END,
    ]);
  const bodies = sheets.map(({ rows }) =>
    Buffer.concat([
      begin(version, 0x10),
      ...rows.flatMap((cells, row) => cells.map((cell, column) => cellRecord(row, column, cell))),
      END,
    ]),
  );
  let next = globals([]).length;
  const offsets = bodies.map((body) => (next += body.length) - body.length);
  return compound('Workbook', Buffer.concat([globals(offsets), ...bodies]));
}

function cellRecord(row: number, column: number, cell: XlsCell): Buffer {
  if (typeof cell === 'string') return record(0x204, row, column, 0, cell.length, wide(cell));
  if (typeof cell === 'number') return record(0x203, row, column, 0, double(cell));
  if ('date' in cell) return record(0x203, row, column, DATE_STYLE, double(cell.date));
  return record(0x205, row, column, 0, Buffer.from([cell.error, 1]));
}

/** One stream in sectors of 512 bytes: the table that links them, the directory, the stream. */
export function compound(name: string, stream: Buffer): Buffer {
  const size = Math.max(4096, Math.ceil(stream.length / 512) * 512);
  const sectors = size / 512;
  const links = Buffer.alloc(Math.ceil((sectors + 2) / 127) * 512, 0xff);
  const tables = links.length / 512;
  for (let at = 0; at < tables; at++) links.writeUInt32LE(0xfffffffd, at * 4);
  links.writeUInt32LE(0xfffffffe, tables * 4);
  for (let at = 0; at < sectors; at++)
    links.writeUInt32LE(at === sectors - 1 ? 0xfffffffe : tables + 2 + at, (tables + 1 + at) * 4);
  const head = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 76);
  Buffer.from([0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]).copy(head, 24);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(tables, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(0xfffffffe, 60);
  head.writeUInt32LE(0xfffffffe, 68);
  for (let at = 0; at < tables; at++) head.writeUInt32LE(at, 76 + at * 4);
  const entry = (title: string, type: number, start: number, length: number, child: number) => {
    const bytes = Buffer.alloc(128);
    bytes.write(title, 'utf16le');
    bytes.writeUInt16LE(title.length * 2 + 2, 64);
    bytes[66] = type;
    bytes[67] = 1;
    for (const [at, link] of [0xffffffff, 0xffffffff, child].entries()) bytes.writeUInt32LE(link, 68 + at * 4);
    bytes.writeUInt32LE(start, 116);
    bytes.writeUInt32LE(length, 120);
    return bytes;
  };
  const directory = Buffer.concat([
    entry('Root Entry', 5, 0xfffffffe, 0, 1),
    entry(name, 2, tables + 1, size, 0xffffffff),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([head, links, directory, stream, Buffer.alloc(size - stream.length)]);
}
