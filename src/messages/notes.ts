/** Sentences around notes on customers. */
import type { NoteProblem } from '../customers/note-kinds.ts';

export const en = {
  future: (day: string) => `${day} has not come yet: a note is of a day that has been`,
  futureHint: 'leave --as-of out for today, or give an earlier day',
  problems: {
    no_text: 'say what is to be noted: regulars customers note WHO "TEXT"',
    text_too_long: 'a note has at most 2000 characters',
    score_missing: 'a note of satisfaction needs --score, from 0 to 10',
    score_elsewhere: '--score is of satisfaction alone: --kind satisfaction',
    referred_missing: 'a referral needs --referred: whom they brought',
    referred_elsewhere: '--referred is of a referral alone: --kind referral',
  } satisfies Record<NoteProblem, string> as Readonly<Record<NoteProblem, string>>,
  badScore: (text: string) => `--score cannot be "${text}"; it is a whole number from 0 to 10`,
  badNumber: (text: string) => `--remove takes the number of a note, not "${text}"`,
  removeAlone: '--remove takes a note away; nothing else can be said with it',
  self: (name: string) => `${name} cannot have brought themselves`,
  noted: (name: string, note: number) => `${name}: noted as ${note}`,
  known: (name: string, note: number) => `${name}: noted before as ${note}; nothing changed`,
  removed: (name: string, note: number) => `${name}: note ${note} removed`,
  unknown: (name: string, note: number) => `${name} has no note ${note}`,
};

export const zh: typeof en = {
  future: (day) => `${day} 还没有到：记录只能属于已经过去的日子`,
  futureHint: '去掉 --as-of 表示今天，或写一个更早的日子',
  problems: {
    no_text: '请写明要记录的内容：regulars customers note 客户 "内容"',
    text_too_long: '备注最多 2000 个字符',
    score_missing: '满意度备注需要 --score，0 到 10',
    score_elsewhere: '--score 只用于满意度：--kind satisfaction',
    referred_missing: '介绍备注需要 --referred：介绍来的客户',
    referred_elsewhere: '--referred 只用于介绍：--kind referral',
  },
  badScore: (text) => `--score 不能是“${text}”；应为 0 到 10 的整数`,
  badNumber: (text) => `--remove 需要备注编号，而不是“${text}”`,
  removeAlone: '--remove 会删除一条备注，不能同时写其他内容',
  self: (name) => `${name} 不能介绍自己`,
  noted: (name, note) => `${name}：已记录，编号 ${note}`,
  known: (name, note) => `${name}：之前已记录，编号 ${note}，未作改动`,
  removed: (name, note) => `${name}：已删除备注 ${note}`,
  unknown: (name, note) => `${name} 没有编号为 ${note} 的备注`,
};
