import type { Context } from '../context.ts';
import type { Findings } from '../doctor/examine.ts';
import { type Finding, type FindingName, SEVERITIES } from '../doctor/finding.ts';
import { ExitCode } from '../errors.ts';
import { breathing } from './breathing.ts';
import { command, flag, type Option } from './command.ts';

const ignore: Option<readonly string[]> = {
  flags: '--ignore <finding>',
  description: { en: 'leave a finding out, by its name', zh: '按名称略去某类问题' },
  choices: Object.keys(SEVERITIES),
  repeatable: true,
  parse: (value) => [value],
  absent: [],
};

export const doctor = command({
  path: 'doctor',
  summary: { en: 'examine the archive and say what is wrong', zh: '检查档案，说明哪里有问题' },
  examples: [
    'regulars doctor',
    'regulars doctor --json',
    'regulars doctor --quality',
    'regulars doctor -q --ignore gap_in_period || echo "look here"',
  ],
  description: {
    en: 'Reads only. Works out anew what follows from the facts and compares it with what stands; checks facts against the hashes made when they came, imports against their own counts, references, files and copies. Every finding has a name that stays and the line that mends it. Ends with 1 when there is one or when something could not be examined, with 0 when there is none. --quality looks at the customers instead: of how many name, phone, e-mail, address and birthday are known, who may stand twice, who cannot be reached, whose contact details are old. That is information, and ends with 0.',
    zh: '只读。根据事实重新推导并与现有内容比较；用导入时的校验值核对事实，用各次导入自己的计数核对导入，并检查引用、文件和副本。每类问题都有固定的名称和用来修复的命令。发现问题或有内容未能检查时退出码为 1，没有问题时为 0。--quality 改为查看客户资料：姓名、电话、邮箱、地址、生日各有多少客户已知，哪些客户可能重复、无法联系、联系方式陈旧。这只是信息，退出码为 0。',
  },
  options: {
    ignore,
    quality: flag('--quality', {
      en: 'how much is known of customers, and what is hardly of use any more',
      zh: '客户资料有多完整，哪些已不大可用',
    }),
  },
  rows: true,
  async run(context, _, options) {
    if (options.quality) {
      await (await import('./doctor-quality.ts')).showQuality(context);
      return undefined;
    }
    const { Findings } = await import('../doctor/examine.ts');
    const { newestCopy } = await import('../doctor/files.ts');
    const findings = new Findings();
    const progress = context.io.progress(context.words.doctor.working);
    const examined = await look(context, findings).finally(() => progress.stop());
    const all = findings.all();
    const found = all.filter(({ name }) => !options.ignore.includes(name));
    await show(context, found, newestCopy(context.archivePath.path));
    const { io, words } = context;
    if (all.length > found.length) io.say(words.doctor.ignored(all.length - found.length));
    if (!examined.whole) io.insist(words.doctor.notAll);
    if (found.length === 0 && examined.whole) io.say(words.doctor.clean(examined.orders));
    // Half an examination clears nothing, whatever of it is ignored.
    return found.length > 0 || !examined.whole ? { exitCode: ExitCode.failed } : undefined;
  },
});

/** `whole` is false where something could not be looked at. */
async function look(
  context: Context,
  findings: Findings,
): Promise<{ readonly whole: boolean; readonly orders: number }> {
  const { existsSync } = await import('node:fs');
  const { checkBackups, checkEncryptedCopies, checkFiles } = await import('../doctor/files.ts');
  const { partsInto } = await import('../doctor/parts.ts');
  const { path } = context.archivePath;
  const breathe = breathing(context);
  const part = partsInto(findings, breathe);
  if (existsSync(path)) await part('files', () => checkFiles(path));
  // Others may have changed it; it is not opened for that reason, as by every other command.
  if (findings.all().some(({ name, subject }) => name === 'readable_by_others' && subject === path))
    return { whole: false, orders: 0 };
  const archive = await context.archive('read');
  if (archive.encrypted) {
    const key = await context.keys.of(path);
    await part('encrypted copies', () => checkEncryptedCopies(path, key));
  }
  const { examine } = await import('../doctor/examine.ts');
  const now = Math.floor(context.clock().getTime() / 1000);
  if (!(await examine(archive, findings, { now, breathe }))) return { whole: false, orders: 0 };
  const { statusOf } = await import('../archive/status.ts');
  const { firstImport } = await import('../doctor/import-queries.ts');
  const whole = await part('copies', () => checkBackups(path, firstImport(archive), now));
  return { whole, orders: statusOf(archive, '9999-12-31').orders };
}

async function show(context: Context, found: readonly Finding[], copy: string | undefined): Promise<void> {
  const { mendingLine } = await import('./doctor-mend.ts');
  const { io, words } = context;
  if (context.format === 'table') {
    const { renderFindings } = await import('./doctor-screen.ts');
    const shown = found.map((finding) => ({ finding, line: mendingLine(finding, copy, context) }));
    if (found.length > 0) await io.write(renderFindings(shown, io.out, words.doctor));
    const errors = found.filter(({ severity }) => severity === 'error').length;
    if (found.length > 0) io.say(words.doctor.summary(errors, found.length - errors));
    return;
  }
  const { writeTable } = await import('../output/write-table.ts');
  const sentence = (name: FindingName, count: number) => context.rowWords.doctor.found[name](count);
  await writeTable(context, {
    columns: [
      { name: 'finding', kind: 'text' },
      { name: 'severity', kind: 'text' },
      { name: 'count', kind: 'integer' },
      { name: 'explanation', kind: 'text' },
      { name: 'example', kind: 'text' },
      { name: 'command', kind: 'text' },
    ],
    rows: found.map((finding) => {
      const { name, severity, count, example } = finding;
      return [name, severity, count, sentence(name, count), example, mendingLine(finding, copy, context)];
    }),
  });
}
