import { daysBetween } from '../values/days.ts';
import { formatMoney } from '../values/money.ts';
import { command } from './command.ts';

type Figure = string | number | null | Readonly<Record<string, string | number>>;

/** Days after which a shop that sells is hardly without an order: a newer export was not ingested. */
const SILENT_DAYS = 31;

const MONEY: ReadonlySet<string> = new Set(['net', 'refunded', 'total']);

export const status = command({
  path: 'status',
  summary: { en: 'what the archive holds', zh: '档案里有什么' },
  examples: ['regulars status', 'regulars status --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { statusOf } = await import('../archive/status.ts');
    const { io, words } = context;
    const today = context.today(archive);
    const { dayEnd } = await import('../measures/gather.ts');
    const said = statusOf(archive, today, dayEnd(archive, today));
    const { netOfAll } = await import('../measures/order-queries.ts');
    const { reportingCurrency } = await import('../measures/queries.ts');
    const currency = reportingCurrency(archive);
    const all = netOfAll(archive, { asOf: today, currency });
    // Without a rate it would be no total, but the one currency again.
    const isTotal = all.converted > 0;
    const total = isTotal ? { [currency]: all.net } : {};
    const figures = { ...said, total, total_left_out: isTotal ? all.leftOut : {} };
    if (context.format === 'json' || context.format === 'ndjson') {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, { ...figures, encrypted: archive.encrypted });
      return undefined;
    }
    if (context.format !== 'table') {
      const { writeTable } = await import('../output/write-table.ts');
      const flat = Object.entries<Figure>({ ...figures, encrypted: Number(archive.encrypted) }).flatMap(
        ([name, value]): [string, string | number | null][] =>
          value !== null && typeof value === 'object'
            ? Object.entries(value).map(([of, figure]) => [
                `${name} ${of}`,
                typeof figure === 'number' && MONEY.has(name) ? formatMoney(figure, of) : figure,
              ])
            : [[name, value]],
      );
      return writeTable(context, {
        columns: [
          { name: 'figure', kind: 'text' },
          { name: 'value', kind: 'number' },
        ],
        rows: flat,
      });
    }
    const { renderFields } = await import('../output/fields.ts');
    const { amounts } = await import('../output/amounts.ts');
    const labels = words.customers.status;
    const { first_order: first, last_order: last } = figures;
    const silent = Object.entries(figures.last_order_by_shop)
      .map(([shop, day]) => ({ shop, day, days: daysBetween(day, today) }))
      .filter(({ days }) => days > SILENT_DAYS);
    await io.write(
      renderFields(
        [
          [labels.archive, archive.encrypted ? words.keys.archive(archive.path) : archive.path],
          [labels.shops, labels.shopsText(Object.entries(figures.orders_by_shop))],
          [labels.imports, String(figures.imports)],
          [labels.orders, labels.ordersText(figures.orders, figures.counting_orders, figures.order_lines)],
          [labels.period, first && last ? labels.periodText(first, last) : labels.empty],
          [labels.silent, silent.map(({ shop, day, days }) => labels.silentText(shop, day, days)).join('\n')],
          [
            labels.customers,
            labels.customersText(figures.customers, figures.customers_without_orders, figures.anonymous_orders),
          ],
          [labels.net, amounts(figures.net)],
          [labels.total, isTotal ? labels.totalText(amounts(total), Object.entries(all.leftOut)) : undefined],
          [labels.refunded, amounts(figures.refunded)],
          [labels.refusals, labels.refusalsText(figures.refusals)],
        ],
        io.out,
      ),
    );
    return undefined;
  },
});
