import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';
import { breathing } from './breathing.ts';
import { command, flag, many, type Outcome } from './command.ts';
import { confirm } from './confirm.ts';

export const customersForget = command({
  path: 'customers forget [who]',
  summary: { en: 'erase a person for good, in the archive and its copies', zh: '从档案及其副本中永久删除某个人' },
  examples: [
    'regulars customers forget ann@example.com -n',
    'regulars customers forget 淘小茶 --yes > proof.txt',
    'regulars customers forget --finish',
  ],
  description: {
    en: 'Contact details, notes, tags, consents and refused rows go; orders stay as figures of nobody. Keyed hashes stay, so that no old export brings the person back; an order placed after that day makes somebody new. The proof on stdout names nobody. Where a copy cannot be reached the command ends with 1, and --finish does the rest.',
    zh: '联系信息、记录、标签、许可和拒收行都会删除；订单只作为无名数字保留。加密的散列值会保留，使旧的导出文件不会把此人带回来；此后新下的订单视为新客户。标准输出上的证明不含个人信息。有副本无法处理时退出码为 1，之后可用 --finish 完成。',
  },
  options: {
    finish: flag('--finish', { en: 'do what an earlier run could not', zh: '完成之前未能完成的删除' }),
    remove: many('--remove <copy>', {
      en: 'remove this copy of the archive instead of erasing in it',
      zh: '直接删除这个副本，而不是在其中删除',
    }),
  },
  rows: true,
  async run(context, [who], options) {
    const { words } = context;
    if ((who === undefined) !== options.finish) throw new UsageError(words.rights.whoOrFinish, { code: 'no_choice' });
    const archive = await context.archive('write');
    const { loadPhoneMetadata } = await import('../values/phones.ts');
    await loadPhoneMetadata();
    const remove = await copiesNamed(context, options.remove);
    if (who === undefined) return await finishOnly(context, archive, remove);
    const { requireCustomer } = await import('./who.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers forget ${number}`);
    const { forgetThem } = await import('./forget-them.ts');
    return await forgetThem(context, archive, {
      customers: [customer],
      who: words.rights.customer(customer),
      why: 'asked',
      remove,
      line: shellLine(['regulars', 'customers', 'forget', who, '--yes', ...archiveFlag(context)]),
    });
  },
});

/** As they were typed to where they are; throws where one is no copy of the archive. */
async function copiesNamed(context: Context, typed: readonly string[]): Promise<string[]> {
  const { relatedFiles } = await import('../store/related.ts');
  const { path } = context.archivePath;
  const { files, absent } = relatedFiles(path);
  const known = new Set([...files.map((file) => file.path), ...absent]);
  return typed.map((name) => {
    const copy = resolve(context.folder, name);
    if (!known.has(copy))
      throw new UsageError(context.words.rights.noSuchCopy(name), {
        code: 'no_copy',
        hint: shellLine(['regulars', 'backup', 'list', ...archiveFlag(context)]),
      });
    return copy;
  });
}

async function finishOnly(context: Context, archive: Archive, remove: readonly string[]): Promise<Outcome | undefined> {
  const { io, words, signal, clock } = context;
  const { unfinishedErasures } = await import('../rights/erasure-queries.ts');
  const { finish } = await import('../rights/finish.ts');
  const { writeProof } = await import('./erasure-proof.ts');
  await breathing(context)();
  const [first] = unfinishedErasures(archive);
  if (!first) io.say(words.rights.nothingToFinish);
  if (context.dryRun) io.say(words.common.nothingChanged);
  if (!first || context.dryRun) return undefined;
  if (remove.length > 0)
    await confirm(context, {
      question: words.rights.confirmRemove(remove.join(', ')),
      needed: words.rights.removeNeeded(remove.join(', ')),
      line: shellLine([
        'regulars',
        'customers',
        'forget',
        '--finish',
        '--yes',
        ...remove.flatMap((copy) => ['--remove', copy]),
        ...archiveFlag(context),
      ]),
    });
  const key = archive.encrypted ? await context.keys.of(archive.path) : undefined;
  const at = Math.floor(clock().getTime() / 1000);
  const finished = await finish(archive, { key, signal, remove, at, texts: undefined });
  return await writeProof(context, { at, why: undefined, figures: undefined, finished });
}
