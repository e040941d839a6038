/** A workbook of Office Open XML: the parts its relationships lead to, wherever they stand in the archive. */
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import { inflated, type ZipEntry } from '../bytes/zip-file.ts';
import { StyleReader } from './number-formats.ts';
import { Package, type Relation } from './package.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetReader } from './sheet-reader.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { attribute, flag, type XmlHandler, XmlScanner } from './xml-scanner.ts';
import { plainText, xmlDecoder, xmlEncoding } from './xml-text.ts';

export interface XlsxOptions {
  /** Off to have every cell read the long way, as tests do to compare. */
  readonly quick?: boolean;
}

/** Throws FileRefused: bad_workbook, xml_doctype, and what the archive is refused for. */
export async function openXlsx(
  source: Source,
  entries: readonly ZipEntry[],
  { quick = true }: XlsxOptions = {},
): Promise<Workbook> {
  const parts = new Package(entries);
  const read = (entry: ZipEntry, handler: XmlHandler) => readPart(source, entry, handler);
  const relationsOf = async (part: string): Promise<Relation[]> => {
    const relations = parts.relationsReader(part);
    if (relations.entry) await read(relations.entry, relations);
    return relations.found;
  };
  const main = parts.workbookPart(await relationsOf(''));
  if (!main) throw new FileRefused('bad_workbook', { value: 'workbook.xml' });
  const relations = await relationsOf(main.name);
  const part = (type: string) => parts.entry(relations.find((relation) => relation.type === type)?.target ?? '');
  const index = new WorkbookIndex();
  await read(main, index);
  const styles = new StyleReader();
  const strings = new SharedStrings();
  const [styled, shared] = [part('styles'), part('sharedStrings')];
  if (styled) await read(styled, styles);
  let loaded = shared === undefined;
  return {
    date1904: index.date1904,
    sheets: index.sheets.flatMap(({ name, visible, key }) => {
      const relation = relations.find(({ id }) => id === key);
      return relation?.type === 'worksheet' ? [{ name, visible, key: relation.target }] : [];
    }),
    async rows(sheet, take) {
      if (!loaded && shared) await read(shared, strings);
      loaded = true;
      const entry = parts.entry(sheet.key);
      if (!entry) throw new FileRefused('bad_workbook', { value: sheet.key });
      const context = { texts: strings.texts, dates: styles.kinds, date1904: index.date1904, quick };
      const reader = new SheetReader(context, take);
      await read(entry, reader);
      return reader.notes;
    },
  };
}

async function readPart(source: Source, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler, entry.name);
  let decode: ReturnType<typeof xmlDecoder> | undefined;
  for await (const piece of inflated(source, entry)) {
    decode ??= xmlDecoder(xmlEncoding(piece));
    scanner.take(decode(piece));
  }
  scanner.take(decode?.(undefined) ?? '');
  scanner.end();
}

/** The sheets of a workbook in the order of its tabs, `key` being the relationship that leads to each. */
class WorkbookIndex implements XmlHandler {
  readonly wantsText = false;
  readonly sheets: Sheet[] = [];
  date1904 = false;

  open(name: string, attributes: string): void {
    // Extensions repeat the name of the element, not what it says.
    if (name === 'workbookPr') this.date1904 ||= flag(attributes, 'date1904');
    if (name !== 'sheet') return;
    const visible = !/hidden/i.test(attribute(attributes, 'state') ?? '');
    const text = plainText(attribute(attributes, 'name') ?? '');
    this.sheets.push({ name: text, visible, key: attribute(attributes, 'id') ?? '' });
  }

  close(): void {}
  text(): void {}
}
