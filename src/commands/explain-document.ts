/** `platforms explain` for a program: keys that stay as they are, amounts in minor units, null for what is not known. */
import { NO_QUOTE } from '../ingest/text/dialect.ts';
import type { Decision } from '../ingest/explain/explained-settings.ts';
import type { Explanation } from '../ingest/explain/explain-file.ts';
import type { RowAccount } from '../ingest/orders/export-read.ts';
import { FileRefused } from '../ingest/refusal.ts';
import { NeedsSetting, WhichShop } from '../ingest/orders/shop.ts';
import type { CellNote } from '../ingest/tables/table-source.ts';
import { explainedOrder } from './explained-order.ts';

export function explanationDocument(file: string, explanation: Explanation): unknown {
  const { found, notes, layouts, shops, built } = explanation;
  const { dialect } = found;
  const taken = found.recognised?.layout;
  return {
    file,
    size: explanation.size ?? null,
    packed: explanation.packed ?? null,
    container: found.container ?? null,
    encoding: found.encoding ? { name: found.encoding.encoding, why: found.encoding.why } : null,
    delimiter: dialect ? { sign: dialect.delimiter, why: dialect.why } : null,
    quote: dialect === undefined || dialect.quote === NO_QUOTE ? null : dialect.quote,
    quote_escaped_by_backslash: dialect?.backslash ?? null,
    sheets: notes.sheets,
    date_1904: notes.date1904,
    hidden_rows: notes.hiddenRows,
    hidden_columns: notes.hiddenColumns,
    error_cells: notes.errorCells.map(cell),
    empty_formulas: notes.emptyFormulas.map(cell),
    header: explanation.header ? { ...explanation.header, known: taken !== undefined } : null,
    layout: taken ? { platform: taken.platform, name: taken.name, grain: taken.grain, evidence: taken.evidence } : null,
    other_layouts: layouts
      .filter(({ layout }) => layout !== taken)
      .map(({ layout, bound, missing }) => ({ platform: layout.platform, name: layout.name, bound, missing })),
    fields: explanation.fields,
    absent_fields: explanation.absent,
    ignored_columns: explanation.ignored,
    decimal: decision(explanation.decimal),
    dates: decision(explanation.dates),
    shops: shops.map((shop) => ({
      name: shop.name,
      name_from: shop.isNew ? shop.nameFrom : 'archive',
      platform: shop.platform,
      time_zone: shop.timeZone,
      time_zone_from: shop.timeZoneFrom,
      currency: shop.currency,
      currency_from: shop.currencyFrom,
      country: shop.country,
      is_new: shop.isNew,
    })),
    rows: built ? rows(built.rows) : null,
    order_count: built?.orders ?? null,
    notes: built
      ? {
          without_status: built.notes.withoutStatus,
          repeated_orders: built.notes.repeatedOrders,
          float_ids: built.notes.floatIds,
          dates_from_serial: built.notes.datesFromSerial,
          dates_from_epoch: built.notes.datesFromEpoch,
          shifted_times: built.notes.shiftedTimes,
          double_times: built.notes.doubleTimes,
          lost_platform_ids: built.notes.lostPlatformIds,
          duplicate_headers: built.notes.duplicateHeaders,
        }
      : null,
    states: explanation.states,
    refusal_count: explanation.refusals.count,
    refusals: explanation.refusals.first.map(({ sheet, line, order, column, value, reason }) => ({
      sheet: sheet ?? null,
      line,
      order_number: order,
      column,
      value,
      reason,
    })),
    orders: explanation.orders.map((order) => explainedOrder(order, shops)),
    stopped_by: stoppedBy(explanation.stopped),
  };
}

const cell = ({ sheet, line, column, text }: CellNote) => ({ sheet: sheet ?? null, line, column: column + 1, text });

function decision(decided: Decision<string> | undefined): unknown {
  if (!decided) return null;
  return { value: decided.value, why: decided.why, example: decided.example };
}

function rows({ repeatedHeader, ...others }: RowAccount): unknown {
  return { ...others, repeated_header: repeatedHeader };
}

/** The code of the error that follows on stderr. */
function stoppedBy(stopped: Explanation['stopped']): string | null {
  if (!stopped) return null;
  if (stopped instanceof FileRefused) return stopped.reason;
  if (stopped instanceof WhichShop) return 'which_shop';
  return stopped instanceof NeedsSetting ? `needs_${stopped.missing[0] ?? 'timezone'}` : 'shop_disagrees';
}
