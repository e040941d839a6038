/** The refused rows of an ingest in files to mend and feed again, one per header. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { ImportSummary } from '../ingest/facts/summary.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import type { Archive } from '../store/open.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';

interface Rejects {
  readonly header: readonly string[];
  /** The command that takes them, and its flags. */
  readonly command: readonly string[];
  readonly flags: readonly string[];
  readonly imports: number[];
}

export class RejectsFiles {
  readonly #context: Context;
  readonly #path: string;
  readonly #byHeader = new Map<string, Rejects>();

  constructor(context: Context, path: string) {
    this.#context = context;
    this.#path = path;
  }

  /** Before anything is stored: whoever asks for the file is to have it from this run. */
  async assertWritable(): Promise<void> {
    const { resolve } = await import('node:path');
    const { assertWritable } = await import('../output/private-file.ts');
    await this.#worded(this.#path, () => assertWritable(resolve(this.#context.folder, this.#path), { replace: false }));
  }

  /** Of an import of this run, or of the one that took the same file before. */
  note(request: IngestRequest, summary: ImportSummary): void {
    if (summary.rows.refused === 0) return;
    const key = JSON.stringify(summary.header);
    const known = this.#byHeader.get(key);
    if (known) known.imports.push(summary.import);
    else
      this.#byHeader.set(key, {
        header: summary.header,
        command: takenBy(summary),
        flags: flagsOf(request, summary),
        imports: [summary.import],
      });
  }

  /** What was refused is kept with the imports. */
  async write(archive: Archive): Promise<void> {
    if (this.#context.dryRun) return;
    const { extname, resolve } = await import('node:path');
    const { refusedRows } = await import('../ingest/facts/import-queries.ts');
    const { stringify } = await import('csv-stringify/sync');
    const { BYTE_ORDER_MARK } = await import('../output/delimited.ts');
    const { writePrivateFile } = await import('../output/private-file.ts');
    const { io, words } = this.#context;
    let nth = 0;
    for (const { header, command, flags, imports } of this.#byHeader.values()) {
      const rows = imports.flatMap((id) => refusedRows(archive, id));
      if (rows.length === 0) continue;
      const extension = extname(this.#path);
      const stem = this.#path.slice(0, this.#path.length - extension.length);
      const path = ++nth === 1 ? this.#path : `${stem}-${nth}${extension}`;
      const text = BYTE_ORDER_MARK + stringify([header, ...rows]);
      const full = resolve(this.#context.folder, path);
      await this.#worded(path, () => writePrivateFile(full, text, { replace: false }));
      io.say(
        words.ingest.rejectsWritten(
          rows.length,
          path,
          shellLine(['regulars', ...command, path, ...flags, ...archiveFlag(this.#context)]),
        ),
      );
    }
  }

  async #worded(path: string, work: () => void): Promise<void> {
    const { FileExists } = await import('../output/private-file.ts');
    try {
      work();
    } catch (error) {
      if (!(error instanceof FileExists)) throw error;
      throw new DataError(this.#context.words.common.inTheWay.file(path), { code: 'file_exists', file: path }, error);
    }
  }
}

/** The command that takes a file of the kind. */
export const takenBy = ({ part }: Pick<ImportSummary, 'part'>): readonly string[] =>
  part === 'customers' ? ['customers', 'import'] : ['ingest'];

/** What the mended rows must be read with: they are too few to decide for themselves what the whole file did. */
function flagsOf(request: IngestRequest, { decided, part }: ImportSummary): string[] {
  const { platform, shop, customers, saveMap } = request;
  const map = customers?.map ?? request.map;
  const flag = (name: string, value: string | undefined) => (value === undefined ? [] : [name, value]);
  return [
    ...flag('--platform', platform),
    ...flag('--shop', shop),
    // The shop of orders keeps its country.
    ...flag('--country', part === 'customers' ? request.country : undefined),
    ...(saveMap === undefined ? Object.entries(map).flatMap(([field, header]) => ['--map', `${field}=${header}`]) : []),
    ...flag('--date-format', decided.dates),
    ...flag('--decimal', decided.decimal),
  ];
}
