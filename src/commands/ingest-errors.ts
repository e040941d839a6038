/** What can go wrong with a file or a flag of ingest, in words, or answered on the terminal. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import { type FileDetail, FileRefused } from '../ingest/refusal.ts';
import { NeedsCountry } from '../ingest/customers/whose-customers.ts';
import { NeedsSetting, ShopDisagrees, WhichShop } from '../ingest/orders/shop.ts';
import { GENERIC_AMOUNTS, GENERIC_FIELDS, GENERIC_REQUIRED, type GenericField } from '../platforms/generic.ts';
import { shellLine } from '../output/shell-word.ts';
import { visible } from '../output/visible.ts';
import { normaliseHeader } from '../values/text.ts';
import { checkSettings } from './check-settings.ts';

/** Throws the error in words, or gives the setting a person typed in. */
export async function wordFileError(
  context: Context,
  file: string,
  request: IngestRequest,
  error: unknown,
): Promise<Partial<IngestRequest>> {
  const { words } = context;
  if (error instanceof NeedsSetting) return settle(context, file, error);
  if (error instanceof ShopDisagrees) {
    const [message, hint] = words.ingest.shopDisagrees(error.shop, error.setting, error.known, error.told);
    throw new UsageError(message, { code: 'shop_disagrees', hint });
  }
  if (error instanceof WhichShop) {
    const { platform, shops } = error;
    const hint = `${['regulars', shellLine([...context.typed, '--shop', shops[0] ?? ''])].join(' ')}\n${words.ingest.whichShopHint}`;
    throw new UsageError(words.ingest.whichShop(file, platform, shops), { code: 'which_shop', hint });
  }
  if (error instanceof NeedsCountry) return await askCountry(context, file);
  if (!(error instanceof FileRefused)) throw error;
  const { proposal } = error.detail;
  if (error.reason === 'orders') {
    throw (await import('./customers-file-errors.ts')).ordersNotCustomers(context, file, error);
  }
  if (error.reason === 'no_header' && request.customers)
    return await (await import('./customers-file-errors.ts')).settleCustomers(context, file, request, error);
  if (error.reason === 'no_header' && Object.keys(request.map).length === 0) {
    if (proposal?.complete)
      return await (await import('./orders-proposal.ts')).settleOrders(context, file, request, error, proposal);
    if (isOfCustomers(error.detail))
      throw (await import('./customers-file-errors.ts')).customersNotOrders(
        context,
        file,
        mapLine(context, request, error.detail),
      );
  }
  const detail =
    error.reason === 'no_header'
      ? { ...error.detail, map: mapLine(context, request, error.detail), fields: OTHER_FIELDS }
      : error.detail;
  const place = detail.sheet === undefined ? file : `${file}:${visible(detail.sheet)}`;
  const [message, hint] = words.fileProblems.fileRefused[error.reason](place, detail);
  throw new DataError(message, { code: error.reason, hint, file, line: error.detail.line }, error);
}

/** People can be told by it and more is known of them, and nothing of what they bought. */
function isOfCustomers({ proposal, customers }: FileDetail): boolean {
  const ofOrders = proposal?.columns.some(({ field }) => OF_ORDERS.has(field)) ?? false;
  return customers?.complete === true && customers.columns.length > 1 && !ofOrders;
}

const OF_ORDERS: ReadonlySet<GenericField> = new Set<GenericField>([...GENERIC_AMOUNTS, 'item', 'sku', 'quantity']);

async function settle(context: Context, file: string, needs: NeedsSetting): Promise<Partial<IngestRequest>> {
  const { words } = context;
  const { missing, shop } = needs;
  const setting = missing[0] ?? 'timezone';
  if (!context.interactive || file === '-') {
    const flags = missing.map((name) => (name === 'timezone' ? '--timezone Asia/Shanghai' : '--currency CNY'));
    throw new UsageError(words.ingest.needs[setting](shop), {
      code: `needs_${setting}`,
      hint: `${['regulars', shellLine(context.typed), ...flags].join(' ')}\n${words.ingest.needsOwn}`,
    });
  }
  const answer = await context.io.ask(words.ingest.ask[setting](shop));
  const options = setting === 'timezone' ? { timezone: answer } : { currency: answer.toUpperCase() };
  checkSettings(context, options);
  return setting === 'timezone' ? { timeZone: answer } : { currency: answer.toUpperCase() };
}

/** Throws the line to paste, or gives what a person typed in. */
async function askCountry(context: Context, file: string): Promise<Partial<IngestRequest>> {
  const { customerFiles: said } = context.words;
  if (!context.interactive || file === '-')
    throw new UsageError(said.needsCountry(file), {
      code: 'needs_country',
      hint: said.needsCountryHint(['regulars', shellLine([...context.typed, '--country', 'CN'])].join(' ')),
      file,
    });
  const country = (await context.io.ask(said.askCountry)).trim().toUpperCase();
  checkSettings(context, { country });
  return { country };
}

const OTHER_FIELDS = Object.keys(GENERIC_FIELDS).filter(
  (field) => !GENERIC_REQUIRED.includes(field as GenericField) && field !== GENERIC_AMOUNTS[0],
);

/** The line as typed, with what is likely, and a place for each header that must be named, or named anew: the last --map of a field holds. */
function mapLine(context: Context, { map }: IngestRequest, { headers = [], proposal }: FileDetail): string {
  const present = new Set(headers.map(normaliseHeader));
  const likely = Object.keys(map).length > 0 ? [] : (proposal?.columns ?? []);
  const found = new Set(likely.map(({ field }) => field));
  const amount = GENERIC_AMOUNTS.some((field) => found.has(field)) ? [] : GENERIC_AMOUNTS.slice(0, 1);
  const needed = [...new Set([...GENERIC_REQUIRED, ...amount, ...(Object.keys(map) as GenericField[])])]
    .filter((field) => !found.has(field) && !present.has(normaliseHeader(map[field] ?? field)))
    .map((field) => `--map ${field}='…'`);
  const told = likely.flatMap(({ field, header }) => ['--map', `${field}=${header}`]);
  return ['regulars', shellLine([...context.typed, ...told]), ...needed].join(' ');
}
