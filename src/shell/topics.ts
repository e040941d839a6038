/** Help that belongs to no single command: `regulars help <topic>`. */
export const topics: Readonly<Record<string, string>> = {
  'exit-codes': `How a run ended, as its exit code

Examples:
  $ regulars ingest orders.csv || echo "ended with $?"
  $ regulars segment members at_risk --fail-if-empty > at-risk.csv

  0    done, also when there was nothing to do or nothing was found
  1    could not do it; the message says why. Of doctor: something is wrong
  2    the command line is wrong
  3    done, but some rows were refused; they are listed
  4    nothing found, and --fail-if-empty was given
  75   another program is writing to the archive; try again later
  130  interrupted with Ctrl-C; nothing was half-written
  143  ended by another program; nothing was half-written

Any other code than 0 is a failure. With --json an error is one JSON line on stderr:
  {"error":{"code":"no_archive","message":"…","hint":"…"}}
`,
  environment: `Variables that change how regulars works; an option always wins, an empty value counts as absent

Examples:
  $ REGULARS_DB=~/teashop.db regulars status
  $ REGULARS_LANG=zh regulars segment list

  REGULARS_DB        the archive; otherwise $XDG_DATA_HOME/regulars/regulars.db
  REGULARS_KEY_FILE  the file that holds the key of an encrypted archive
  REGULARS_KEY       the key itself; a file is safer
  REGULARS_LANG      language of messages, en or zh; otherwise LC_ALL, LC_MESSAGES, LANG
  REGULARS_DEBUG     1 shows where an unexpected error happened
  NO_COLOR           any value: no colour
  FORCE_COLOR        any value but 0: colour even when piped
  TERM               dumb: no colour
  XDG_DATA_HOME      where programs keep their data

regulars never uses the network.
`,
  encryption: `An archive nobody reads without its key

Examples:
  # a random key in a file of your own, better than any passphrase
  $ (umask 077; openssl rand -base64 32 > ~/regulars.key)
  $ regulars encrypt --key-file ~/regulars.key
  $ export REGULARS_KEY_FILE=~/regulars.key
  # or a passphrase, typed whenever it is needed
  $ regulars encrypt
  $ regulars rekey
  $ regulars decrypt

Needs one package more: npm install -g better-sqlite3-multiple-ciphers@12 (on Node 20), @13 (later).

A key is looked for in the file of --key-file, in that of REGULARS_KEY_FILE, in
REGULARS_KEY, and then asked for on the terminal. It is never an argument. Of a file one
line end is left out, and nobody else may be able to read it. With a key given, a new
archive is encrypted from its first byte, and one that is not encrypted is refused.

Everything SQLite writes is encrypted: the archive, its log, copies. What you ask for is
not: lists, rejects, dumps. Copies beside an archive are encrypted together with it;
copies in other places are named, to be made anew. A short passphrase can be found by
trying. A lost key cannot be replaced by anything: keep it in a second place.
`,
  cron: `Running regulars by itself every night

Examples:
  # the night's export in, silent unless something is wrong
  15 3 * * *  regulars ingest -q --no-input --wait 60 "$HOME/exports/orders.csv"
  # the morning's list; exit code 4 on a day without one
  0 8 * * 1-6  regulars followup today -q --format csv --fail-if-empty > "$HOME/today.csv"
  # on Sundays a copy on another disk, and a look at everything
  0 4 * * 0  regulars backup -q --force /mnt/usb/regulars.db && regulars doctor -q > "$HOME/doctor.csv" || cat "$HOME/doctor.csv"

  -q               prints errors only, so that cron mails you only about errors
  --no-input       never waits for an answer
  --wait 60        waits a minute for another run to finish; exit code 75 when it does not
  --as-of DAY      asks as on that day, so that a missed run can be repeated

The same file may be ingested again and again: what is known already changes nothing.
A file that names no shop is taken for the only shop of its platform; where there are several, name it with --shop.
Set REGULARS_DB in the crontab, because cron may not see your own data folder.
`,
};
