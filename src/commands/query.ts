import { DataError, UsageError } from '../errors.ts';
import { command } from './command.ts';

export const query = command({
  path: 'query <sql>',
  summary: { en: 'ask the archive in SQL, reading only', zh: '用 SQL 查询档案，只读' },
  examples: [
    'regulars query "SELECT day, count(*) AS orders FROM orders_view WHERE counting GROUP BY day ORDER BY day"',
    'regulars query "SELECT title, sum(quantity) AS pieces FROM order_lines_view GROUP BY title ORDER BY pieces DESC LIMIT 10" --csv',
  ],
  description: {
    en: 'Views: customers_view, orders_view, order_lines_view, consents_view. Their columns stay; the tables behind them may change. Money is in minor units (cents, fen).',
    zh: '可用视图：customers_view、orders_view、order_lines_view、consents_view。视图的列不会变，背后的表可能会变。金额以最小单位（分）表示。',
  },
  options: {},
  rows: true,
  async run(context, [sql = '']) {
    const archive = await context.archive('read');
    const { faultOf, runQuery } = await import('../store/read-query.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { customers } = context.words;
    // It may run for ever, and all the while within SQLite.
    context.endAtOnce();
    try {
      const result = runQuery(archive, sql);
      if ('problem' in result)
        throw new UsageError(customers.queryNotRead, { code: 'query_writes', hint: customers.queryNotReadHint });
      return await writeTable(context, {
        columns: result.columns.map((name) => ({ name, title: name, kind: 'phone' })),
        rows: result.rows,
      });
    } catch (error) {
      const fault = archive.db.open ? faultOf(archive, error) : undefined;
      if (!fault) throw error;
      throw new DataError(
        customers.queryFailed(fault.message),
        { code: 'query_failed', hint: customers.queryHint(fault.views.join(', ')) },
        error,
      );
    }
  },
});
