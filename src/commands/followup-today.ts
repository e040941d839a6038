import { command, flag, text } from './command.ts';
import { playChannelOption } from './play-channel-option.ts';

export const followupToday = command({
  path: 'followup today',
  summary: {
    en: 'the list to work through today: who, why now, what to say and make sure of',
    zh: '今天要处理的清单：联系谁、为什么、说什么、确认什么',
  },
  examples: [
    'regulars followup today',
    'regulars followup today --channel phone --out calls.xlsx',
    'regulars followup today --channel parcel',
    'regulars followup today --csv > today.csv',
  ],
  description: {
    en: "To a file it is a call sheet: whoever works through it fills in outcome, note and until_day, and regulars followup import takes it back. With --channel parcel it is a packing list by order number. Whoever's text has an error is not on it and is told of.",
    zh: '写入文件时是一张跟进清单：处理的人填写 outcome、note 和 until_day，再用 regulars followup import 导入。加上 --channel parcel 则是按订单号排列的装箱单。内容有错误的不列出，会说明。',
  },
  options: {
    channel: playChannelOption({ en: 'only those by this channel', zh: '只要此渠道的' }),
    play: text('--play <name>', { en: 'only those of this play', zh: '只要此玩法的' }),
    out: text('-o, --out <file>', {
      en: 'write there instead of stdout; .xlsx, .csv, .json say the format',
      zh: '写入该文件，而不是标准输出；扩展名 .xlsx、.csv、.json 即格式',
    }),
    force: flag('--force', { en: 'replace an older file of that name', zh: '替换同名的旧文件' }),
  },
  rows: true,
  binary: true,
  async run(context, _, { channel, play, out, force }) {
    const archive = await context.archive('read');
    const { dayPlanner } = await import('../followups/day-planner.ts');
    const planner = await dayPlanner(archive, context.today(archive), context.moment());
    const { handOverOf } = await import('../followups/handover.ts');
    const { policyOf } = await import('../followups/policy-queries.ts');
    const { writer } = await import('../followups/writing/written.ts');
    const { archiveZone } = await import('../measures/queries.ts');
    const { workList } = await import('./work-list.ts');
    const { callTable, packingTable } = await import('./work-table.ts');
    const { tellOthers, tellUncovered, tellUnseenMoves } = await import('./followup-others.ts');
    const { tellRefused } = await import('./told-handover.ts');
    const { writeOut } = await import('../output/write-out.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { population } = planner;
    const { asOf } = population;
    const { requirePlay } = await import('./play-named.ts');
    const only = play === undefined ? undefined : (await requirePlay(context, archive, play)).name;
    const write = writer(archive, population, policyOf(archive), context.rowWords.calendar.festivalsIn);
    const { plan, ready, refused } = await handOverOf(planner, {
      channel,
      play: only,
      isText: true,
      withTomorrow: false,
      write,
    });
    const items = await workList(context, archive, population, ready, write);
    const zone = archiveZone(archive);
    const isScreen = context.format === 'table' && out === undefined && context.binaryFormat === undefined;
    const table =
      channel === 'parcel' ? packingTable(items) : callTable(context.rowWords, items, population.currency, zone);
    const tell = async () => {
      tellRefused(context, refused);
      if (channel === undefined && only === undefined) tellOthers(context, plan);
      tellUncovered(
        context,
        ready.map(({ planned }) => planned),
      );
      await tellUnseenMoves(
        context,
        archive,
        planner.plays.filter(({ name }) => only === undefined || name === only),
      );
    };
    if (isScreen && items.length > 0) {
      const { callSheet, totalOf } = await import('./call-sheet.ts');
      const { terminalTable } = await import('../output/terminal-table.ts');
      const sheet =
        channel === 'parcel' ? terminalTable(table, context.io.out, context.words) : callSheet(context, items, zone);
      await context.io.write(`${sheet}\n${totalOf(context, items)}\n`);
      await tell();
      return undefined;
    }
    const outcome = isScreen
      ? await writeTable(context, table, { empty: context.words.followups.nothingToday(asOf) })
      : await writeOut(context, table, { path: out, replace: force, day: asOf });
    await tell();
    return outcome;
  },
});
