/** A spinner for work that takes a while: only on a terminal, only after a moment, never in the way of a sentence. */
import type { Ora } from 'ora';
import type { OutputStream, Progress } from '../io.ts';
import { visible } from '../output/visible.ts';

const PATIENCE = 300;

export interface Spinner {
  start(text: string): Progress;
  /** Writes something on the same stream without mixing it with the spinner's line. */
  above(write: () => void): void;
  /** Nothing moves while a question is answered. */
  aside<T>(work: () => Promise<T>): Promise<T>;
}

export function createSpinner(
  stream: OutputStream,
  options: { readonly shown: boolean; readonly colour: boolean },
): Spinner {
  let running: Ora | undefined;
  let asking = false;

  const show = async (text: () => string, wanted: () => boolean): Promise<void> => {
    const { default: ora } = await import('ora');
    if (!wanted()) return;
    running = ora({ stream, text: text(), color: options.colour ? 'cyan' : false, discardStdin: false });
    if (!asking) running.start();
  };

  return {
    start(first) {
      if (!options.shown) return { update() {}, stop() {} };
      let text = visible(first);
      let stopped = false;
      const timer = setTimeout(
        () =>
          void show(
            () => text,
            () => !stopped,
          ),
        PATIENCE,
      );
      timer.unref();
      return {
        update(next) {
          text = visible(next);
          if (running) running.text = text;
        },
        stop() {
          stopped = true;
          clearTimeout(timer);
          running?.stop();
          running = undefined;
        },
      };
    },
    above(write) {
      if (asking) return write();
      running?.clear();
      write();
      running?.render();
    },
    async aside(work) {
      asking = true;
      running?.stop();
      try {
        return await work();
      } finally {
        asking = false;
        running?.start();
      }
    },
  };
}
