/**
 * What can go wrong, as values a person can act on. A message is one sentence; a hint is the next
 * step, pasteable where possible. `main` turns any error into words and an exit code.
 */
export const ExitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  someRefused: 3,
  nothingFound: 4,
  busy: 75,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export interface ErrorDetails {
  /** Stable snake_case name, part of the JSON error line. */
  readonly code: string;
  readonly hint?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** An error whose message is meant for the person at the terminal. */
export class KnownError extends Error {
  readonly exitCode: ExitCode;
  readonly details: ErrorDetails;

  constructor(message: string, exitCode: ExitCode, details: ErrorDetails, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** The command line is wrong: exit 2. */
export class UsageError extends KnownError {
  constructor(message: string, details: ErrorDetails) {
    super(message, ExitCode.usage, details);
  }
}

/** A file, an archive or a request cannot be served as it is: exit 1. */
export class DataError extends KnownError {
  constructor(message: string, details: ErrorDetails, cause?: unknown) {
    super(message, ExitCode.failed, details, cause);
  }
}

/** What the archive holds of an order, by its number, is none of what is ever stored there. */
export class OrderUnreadable extends Error {
  readonly orderNumber: string;

  constructor(orderNumber: string, cause: unknown) {
    super('an order cannot be read', { cause });
    this.orderNumber = orderNumber;
  }
}
