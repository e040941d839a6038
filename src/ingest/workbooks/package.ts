/** How the parts of an Office file refer to each other. */
import type { ZipEntry } from '../bytes/zip-file.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';
import { plainText } from './xml-text.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type, which Strict and Transitional files share. */
  readonly type: string;
  /** Name of the part it leads to. */
  readonly target: string;
}

export class Package {
  readonly #parts: ReadonlyMap<string, ZipEntry>;

  constructor(entries: readonly ZipEntry[]) {
    this.#parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  entry(name: string): ZipEntry | undefined {
    return this.#parts.get(name.toLowerCase());
  }

  /** Reads the relationships of a part, or of the whole file for ''. */
  relationsReader(part: string): RelationsReader {
    const cut = part.lastIndexOf('/') + 1;
    const [folder, name] = [part.slice(0, cut), part.slice(cut)];
    return new RelationsReader(folder, this.entry(`${folder}_rels/${name}.rels`));
  }

  /** The part that holds the list of sheets: where the file says, else where it usually is. */
  workbookPart(relations: readonly Relation[]): ZipEntry | undefined {
    const stated = relations.find(({ type }) => type === 'officeDocument')?.target ?? '';
    return this.entry(stated) ?? this.entry('xl/workbook.xml') ?? this.entry('workbook.xml');
  }
}

class RelationsReader implements XmlHandler {
  readonly wantsText = false;
  readonly found: Relation[] = [];
  readonly entry: ZipEntry | undefined;
  readonly #folder: string;

  constructor(folder: string, entry: ZipEntry | undefined) {
    this.#folder = folder;
    this.entry = entry;
  }

  open(name: string, attributes: string): void {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    const type = attribute(attributes, 'Type') ?? '';
    const target = resolved(this.#folder, plainText(attribute(attributes, 'Target') ?? ''));
    this.found.push({ id: attribute(attributes, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target });
  }

  close(): void {}
  text(): void {}
}

/** Targets are relative to the folder of the part, or start with `/`. A name of an entry, never a path on disk. */
function resolved(folder: string, target: string): string {
  const whole = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (whole.startsWith('/') ? whole : folder + whole).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
