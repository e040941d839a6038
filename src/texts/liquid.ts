/** Liquid with what a message needs of it and nothing that reads files, clocks or chance; loaded when first used. */
import type { FilterImplOptions, Liquid } from 'liquidjs';

type Filter = Extract<FilterImplOptions, (...args: never[]) => unknown>;

export const FILTERS = (
  'abs append at_least at_most capitalize ceil date default divided_by downcase first floor join last lstrip minus ' +
  'modulo plus prepend remove remove_first replace replace_first round rstrip size slice split squish strip times ' +
  'truncate upcase'
).split(' ');
export const TAGS = 'assign break capture case comment continue echo for if unless #'.split(' ');

/** In milliseconds, and what Liquid counts of memory: far more than any message needs. */
const LIMITS = { renderLimit: 1000, memoryLimit: 200_000 };

/** What one field comes to for one customer. */
export interface FieldState {
  /** For filters and conditions; null where nothing is known. */
  readonly plain: unknown;
  /** As it is written out; asked for only then. */
  readonly shown: () => string;
  readonly isMissing: boolean;
  /** Called when it gets into the text: as it is, or made into something else. */
  readonly told: () => void;
}

export interface Engine {
  readonly liquid: Liquid;
  readonly valueOf: (state: FieldState) => unknown;
}

let engine: Promise<Engine> | undefined;

export function liquidEngine(): Promise<Engine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<Engine> {
  const { Drop, Liquid } = await import('liquidjs');

  /** Compared and tested as what it is, written out as people read it. Templates reach nothing of its inside. */
  class FieldValue extends Drop {
    readonly #state: FieldState;

    constructor(state: FieldState) {
      super();
      this.#state = state;
    }

    static stateOf(value: unknown): FieldState | undefined {
      return value instanceof FieldValue ? value.#state : undefined;
    }

    override valueOf(): unknown {
      return this.#state.plain;
    }
  }
  const { stateOf } = FieldValue;
  const plainOf = (value: unknown): unknown => {
    const state = stateOf(value);
    return state ? (state.plain ?? undefined) : value;
  };

  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    lenientIf: true,
    // Nothing is ever read from anywhere.
    templates: {},
    // Days are days, wherever the program runs.
    timezoneOffset: 0,
    locale: 'en',
    ...LIMITS,
    outputEscape: (value: unknown) => {
      const state = stateOf(value);
      state?.told();
      return (state ? state.shown() : value) as string;
    },
  });

  /** What is made of a field that has nothing is still told of as missing, unless a default takes its place. */
  const overFields = (name: string, filter: Filter): Filter =>
    function (this, value: unknown, ...args: unknown[]) {
      if (name === 'default') return isNothing(plainOf(value)) ? args[0] : value;
      const inputs = [value, ...args].map(plainOf);
      // Liquid would look at the clock.
      if (name === 'date' && (inputs[0] === 'now' || inputs[0] === 'today'))
        inputs[0] = plainOf(this.context.getSync(['day']));
      const made: unknown = filter.apply(this, inputs as [unknown]);
      const states = [value, ...args].flatMap((input) => stateOf(input) ?? []);
      const tell = () => {
        for (const { told } of states) told();
      };
      if (states.some(({ isMissing }) => isMissing))
        return new FieldValue({ plain: made, shown: () => written(made), isMissing: true, told: tell });
      tell();
      return made;
    };

  for (const name of Object.keys(liquid.tags)) if (!TAGS.includes(name)) delete liquid.tags[name];
  for (const [name, filter] of Object.entries(liquid.filters))
    if (FILTERS.includes(name) && typeof filter === 'function') liquid.filters[name] = overFields(name, filter);
    else delete liquid.filters[name];
  return { liquid, valueOf: (state) => new FieldValue(state) };
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** As Liquid writes it out. */
function written(made: unknown): string {
  if (Array.isArray(made)) return made.map(written).join('');
  return typeof made === 'string' || typeof made === 'number' ? String(made) : '';
}
