/** `platforms explain` as a program and as a person ask for it, and the files that tests ask it of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { csv, type Seller } from './seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
export const read = (...path: string[]) => readFileSync(join(fixtures, ...path));

export interface Document {
  readonly container: string | null;
  readonly encoding: { readonly name: string; readonly why: string } | null;
  readonly delimiter: { readonly sign: string; readonly why: string } | null;
  readonly header: { readonly line: number; readonly columns: number; readonly known: boolean } | null;
  readonly layout: { readonly platform: string; readonly name: string } | null;
  readonly other_layouts: readonly {
    readonly platform: string;
    readonly bound: number;
    readonly missing: readonly string[];
  }[];
  readonly fields: readonly {
    readonly field: string;
    readonly columns: readonly { readonly position: number; readonly header: string }[];
    readonly preference: readonly string[];
    readonly examples: readonly string[];
  }[];
  readonly absent_fields: readonly string[];
  readonly ignored_columns: readonly { readonly header: string; readonly examples: readonly string[] }[];
  readonly shops: readonly unknown[];
  readonly rows: Readonly<Record<string, number>> | null;
  readonly order_count: number | null;
  readonly states: readonly unknown[];
  readonly refusals: readonly unknown[];
  readonly orders: readonly Readonly<Record<string, unknown>>[];
  readonly stopped_by: string | null;
}

export async function explain(seller: Seller, file: string, ...args: string[]) {
  const { stdout, stderr, status } = await seller.run(['platforms', 'explain', file, ...args, '--json']);
  return { document: JSON.parse(stdout) as Document, stderr, status };
}

export const screen = (seller: Seller, file: string, ...args: string[]) =>
  seller.run(['platforms', 'explain', file, ...args, '--color', 'never'], { tty: { stdout: true, columns: 80 } });

export const field = ({ fields }: Document, name: string) => fields.find((one) => one.field === name);

export const PLAIN = csv(
  [
    ['order_id', 'order_date', 'order_total', 'email'],
    ['A-1', '23/05/2026', '1.299,50', 'ann@example.com'],
    ['A-2', '04/06/2026', '12,00', 'ben@example.com'],
  ],
  ';',
);
