/** A sheet set down for reading: its rows with merged columns filled, and what its reader found beside them. */
import { type Pause, type RawRow, SAMPLE_ROWS } from '../tables/table-source.ts';
import { mergedColumns } from './merged-columns.ts';
import { Spool, type SpoolRoom } from './spool.ts';
import type { Sheet, SheetFindings, Workbook } from './workbook.ts';

export interface SpooledSheet {
  readonly sheet: Sheet;
  readonly findings: SheetFindings;
  /** Rows that hold anything. */
  readonly rows: number;
  readonly sample: readonly RawRow[];
  read(take: (line: number, cells: string[]) => boolean | void, pause?: Pause): Promise<void>;
}

/** Reads the sheet from the workbook, the only time. */
export async function spoolSheet(
  workbook: Workbook,
  sheet: Sheet,
  path: string,
  room: SpoolRoom,
): Promise<SpooledSheet> {
  const spool = new Spool(path, room);
  let findings: SheetFindings;
  try {
    findings = await workbook.rows(sheet, spool.add);
  } finally {
    spool.close();
  }
  const read: SpooledSheet['read'] = (take, pause) => {
    const fill = mergedColumns(findings.merges);
    return spool.read((line, cells) => {
      fill(line, cells);
      return take(line, cells);
    }, pause);
  };
  const sample: RawRow[] = [];
  await read((line, cells) => sample.push({ line, cells }) < SAMPLE_ROWS);
  return { sheet, findings, rows: spool.rows, sample, read };
}
