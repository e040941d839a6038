/** A drill: the copy is fetched, opened and read from end to end as a restore would, in a folder that is thrown away. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DumpFigures, dumpFigures } from '../archive/dump.ts';
import { type Status, statusOf } from '../archive/status.ts';
import type { Context } from '../context.ts';
import { examine, Findings } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { ExitCode, KnownError } from '../errors.ts';
import { renderFields } from '../output/fields.ts';
import { kindIfReadable } from '../store/header.ts';
import { type Archive, openArchive, sqliteCode } from '../store/open.ts';
import { fetchCopy } from '../store/fetch.ts';
import { removeAbandoned, temporaryFolder } from '../store/temporary.ts';
import { breathing } from './breathing.ts';
import type { Outcome } from './command.ts';
import { copyProblem } from './copy-problem.ts';
import { wantsDocument } from './document.ts';

type Figures = DumpFigures &
  Pick<Status, 'imports' | 'orders' | 'order_lines' | 'customers' | 'first_order' | 'last_order'>;

/** `file` as typed, `copy` where it is. */
export async function restoreDrill(context: Context, file: string, copy: string): Promise<Outcome | undefined> {
  const asDocument = wantsDocument(context);
  removeAbandoned();
  const folder = temporaryFolder();
  try {
    const place = join(folder, 'archive.db');
    const key = kindIfReadable(copy) === 'encrypted' ? await context.keys.of(copy) : undefined;
    const fetched = await fetchCopy(copy, place, { key, signal: context.signal });
    if ('problem' in fetched) throw copyProblem(fetched, file, context);
    const opened = await openArchive(place, { mode: 'read', wait: context.wait, dryRun: false, key });
    if ('problem' in opened) throw copyProblem(opened, file, context);
    const proved = await prove(opened.archive, context).finally(() => opened.archive.close());
    const drill = { copy, ...proved, present: await presentFigures(context) };
    if (asDocument) await (await import('../output/write-json.ts')).writeJson(context, documentOf(drill));
    else await context.io.write(screenOf(drill, context));
    return proved.errors.length > 0 ? { exitCode: ExitCode.failed } : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prove(archive: Archive, context: Context): Promise<Pick<Drill, 'figures' | 'errors'>> {
  const found = new Findings();
  const now = Math.floor(context.clock().getTime() / 1000);
  await examine(archive, found, { now, breathe: breathing(context) });
  const errors = found.all().filter(({ severity }) => severity === 'error');
  return { errors, figures: await figuresOf(archive, context) };
}

async function figuresOf(archive: Archive, context: Context): Promise<Figures> {
  const { imports, orders, order_lines, customers, first_order, last_order } = statusOf(archive, '9999-12-31');
  return {
    imports,
    orders,
    order_lines,
    customers,
    first_order,
    last_order,
    ...(await dumpFigures(archive, breathing(context))),
  };
}

/** Undefined where the archive is not there, or is what the copy is needed for. */
async function presentFigures(context: Context): Promise<Figures | undefined> {
  const { archivePath, wait } = context;
  try {
    if (kindIfReadable(archivePath.path) !== 'ours') return await figuresOf(await context.archive('read'), context);
    // A key may be given for the copy alone.
    const opened = await openArchive(archivePath.path, { mode: 'read', wait, dryRun: false });
    if ('problem' in opened) return undefined;
    return await figuresOf(opened.archive, context).finally(() => opened.archive.close());
  } catch (error) {
    if (error instanceof KnownError || sqliteCode(error) !== undefined) return undefined;
    throw error;
  }
}

interface Drill {
  readonly copy: string;
  readonly figures: Figures;
  readonly errors: readonly Finding[];
  readonly present: Figures | undefined;
}

const documentOf = ({ copy, figures, errors, present }: Drill) => ({
  copy,
  ...figures,
  errors: errors.map(({ name, count, example }) => ({ finding: name, count, example })),
  archive: present ?? null,
  same_as_archive: present === undefined ? null : present.sha256 === figures.sha256,
});

function screenOf({ copy, figures, errors, present }: Drill, { words, io }: Context): string {
  const { check } = words.backups;
  const { first_order: first, last_order: last } = figures;
  const compared =
    present === undefined
      ? check.noArchive
      : present.sha256 === figures.sha256
        ? check.same
        : check.differs(present.orders, present.facts);
  return renderFields(
    [
      [check.copy, copy],
      [check.sound, check.soundText],
      [check.holds, check.holdsText(figures.orders, figures.order_lines, figures.customers, figures.imports)],
      [check.period, first && last ? check.periodText(first, last) : undefined],
      [check.content, check.contentText(figures.facts, figures.sha256.slice(0, 16))],
      [check.doctor, errors.map(({ name, count }) => words.doctor.found[name](count)).join('\n') || check.nothingWrong],
      [check.compared, compared],
    ],
    io.out,
  );
}
