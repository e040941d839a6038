/** Templates: what is wrong with one, which fields it names, and what it comes to for one customer. */
import type { Template } from 'liquidjs';
import { nearest } from '../values/nearest.ts';
import { type Engine, liquidEngine } from './liquid.ts';
import { onOneLine } from './one-line.ts';
import { plainValue, shownValue, type TextLanguage } from './shown-value.ts';
import { beforeReading, problemOf } from './syntax-problem.ts';
import { EXAMPLES, FIELD_NAMES, FIELD_WORDS, fieldNamed, TEXT_FIELDS, type TextFieldName } from './text-fields.ts';
import type { TextValues } from './text-fields.ts';
import { TemplateError, type TemplateProblem } from './template-problem.ts';

export interface CheckedTemplate {
  readonly problems: readonly TemplateProblem[];
  /** In the order of TEXT_FIELDS; empty where the template cannot be read. */
  readonly fields: readonly TextFieldName[];
}

export interface RenderSettings {
  readonly language: TextLanguage;
  /** As text messages are; else lines stay. */
  readonly oneLine: boolean;
}

export interface Rendered {
  readonly text: string;
  /** The fields that got into the text, with what stands there of them. */
  readonly told: Readonly<Partial<Record<TextFieldName, string>>>;
  /** The fields the text has a gap for: named, without anything known, and with nothing in their place. */
  readonly missing: readonly TextFieldName[];
}

export async function checkTemplate(text: string): Promise<CheckedTemplate> {
  const engine = await liquidEngine();
  const { problems, fields, templates } = readTemplate(engine, text);
  if (problems.length > 0) return { problems, fields };
  const tried = tryOut(() => fill(engine, templates, EXAMPLES, 'en'), text);
  return { problems: 'problem' in tried ? [tried.problem] : [], fields };
}

/** Throws a TemplateError where the template has problems. */
export async function render(text: string, values: TextValues, settings: RenderSettings): Promise<Rendered> {
  const engine = await liquidEngine();
  const { problems, templates } = readTemplate(engine, text);
  if (problems.length > 0) throw new TemplateError(problems);
  const tried = tryOut(() => fill(engine, templates, values, settings.language), text);
  if ('problem' in tried) throw new TemplateError([tried.problem]);
  const { text: filled, ...rest } = tried.made;
  return { ...rest, text: settings.oneLine ? onOneLine(filled) : filled.replace(/\r\n?/g, '\n').trim() };
}

interface ReadTemplate extends CheckedTemplate {
  readonly templates: Template[];
}

/** One template is filled in for everybody a play reaches, and reading it takes longer than that. */
const read = new Map<string, ReadTemplate>();
const MOST_READ = 100;

function readTemplate(engine: Engine, text: string): ReadTemplate {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST_READ) read.clear();
  const made = readAnew(engine, text);
  read.set(text, made);
  return made;
}

function readAnew({ liquid }: Engine, text: string): ReadTemplate {
  const before = beforeReading(text);
  if (before.length > 0) return { problems: before, fields: [], templates: [] };
  const parsed = tryOut(() => liquid.parse(text), text);
  if ('problem' in parsed) return { problems: [parsed.problem], fields: [], templates: [] };
  const { variables, globals } = liquid.analyzeSync(parsed.made, { partials: false });
  const problems: TemplateProblem[] = [];
  const add = (code: 'unknown_field' | 'no_parts', words: string, { row, col }: { row: number; col: number }) => {
    const meant = words.split('.').at(-1) ?? words;
    const like = code === 'no_parts' ? undefined : (fieldNamed(meant) && meant) || nearest(meant, FIELD_WORDS);
    problems.push({ code, line: row, column: col, words, nearest: like });
  };
  for (const [root, uses] of Object.entries(globals))
    if (!fieldNamed(root)) for (const use of uses) add('unknown_field', String(use), use.location);
  for (const [root, uses] of Object.entries(variables))
    if (root !== 'forloop' && (fieldNamed(root) || !Object.hasOwn(globals, root)))
      for (const use of uses) if (use.segments.length > 1) add('no_parts', String(use), use.location);
  const named = new Set(Object.keys(globals).map(fieldNamed));
  return {
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
    fields: FIELD_NAMES.filter((name) => named.has(name)),
    templates: parsed.made,
  };
}

function fill(engine: Engine, templates: Template[], values: TextValues, language: TextLanguage): Rendered {
  const told = new Map<TextFieldName, string>();
  const missing = new Set<TextFieldName>();
  const scope: Record<string, unknown> = {};
  for (const name of FIELD_NAMES) {
    const plain = plainValue(name, values);
    const shown = () => shownValue(name, values, language);
    const isMissing = plain === null;
    const value = engine.valueOf({
      plain,
      shown,
      isMissing,
      told: () => (isMissing ? missing.add(name) : told.set(name, shown())),
    });
    for (const word of [name, ...TEXT_FIELDS[name].aliases]) scope[word] = value;
  }
  const text = String(engine.liquid.renderSync(templates, scope));
  return { text, told: Object.fromEntries(told), missing: FIELD_NAMES.filter((name) => missing.has(name)) };
}

/** Only what Liquid says of the template is a problem of the template. */
function tryOut<T>(make: () => T, text: string): { readonly made: T } | { readonly problem: TemplateProblem } {
  try {
    return { made: make() };
  } catch (error) {
    const problem = problemOf(error, text);
    if (!problem) throw error;
    return { problem };
  }
}
