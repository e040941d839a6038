// The real program with a few commands that do nothing but what is tested: streams, signals, prompts.
import { commands } from '../../dist/commands/index.js';
import { writeTable } from '../../dist/output/write-table.js';

const toy = (path, run, options = {}) => ({
  path,
  summary: { en: path, zh: path },
  examples: [`regulars ${path}`],
  options,
  run,
});

function* numbers(count, made) {
  for (let n = 1; n <= count; n++) {
    made.rows = n;
    yield [n, `茶 ${n}`];
  }
}

commands.push(
  toy('flood <count>', async (context, [count]) => {
    const made = { rows: 0 };
    const columns = [
      { name: 'n', kind: 'integer' },
      { name: 'title', kind: 'text' },
    ];
    try {
      return await writeTable(context, { columns, rows: numbers(Number(count), made) });
    } finally {
      context.io.say(`made ${made.rows}`);
    }
  }),
  toy('hold', async (context) => {
    const archive = await context.archive('create');
    archive.db.exec("BEGIN IMMEDIATE; INSERT INTO settings VALUES ('half', 'written')");
    await context.io.write('holding\n');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    archive.db.exec('COMMIT');
  }),
  toy('setting <key>', async (context, [key]) => {
    const { readSetting } = await import('../../dist/store/settings.js');
    await context.io.write(`${readSetting(await context.archive('read'), key)}\n`);
  }),
  toy('write', async (context) => {
    const archive = await context.archive('create');
    archive.write(() => archive.db.exec("INSERT OR REPLACE INTO settings VALUES ('whole', 'written')"));
  }),
  toy('drink', async (context) => {
    let bytes = 0;
    for await (const chunk of context.io.stdin) bytes += chunk.length;
    await context.io.write(`${bytes}\n`);
  }),
  toy('ask', async (context) => {
    if (!context.interactive) return { exitCode: 1 };
    await context.io.write(`${await context.io.ask('really?')}\n`);
    return undefined;
  }),
  toy('spin', async (context) => {
    const progress = context.io.progress('brewing');
    await new Promise((resolve) => setTimeout(resolve, 900));
    context.io.say('a sentence');
    await new Promise((resolve) => setTimeout(resolve, 300));
    progress.stop();
  }),
  toy('break', async () => {
    throw new Error('kettle');
  }),
);

await import('../../dist/main.js');
