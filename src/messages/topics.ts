/** Help that belongs to no single command: `regulars help <topic>`. Lines of prose stay below 80 columns. */
import * as followups from './followup-topic.ts';
import * as plays from './play-topic.ts';
import * as segments from './segment-topic.ts';

export const en = {
  'exit-codes': `How a run ended, as its exit code

Examples:
  $ regulars ingest orders.csv || echo "ended with $?"
  $ regulars segment members at_risk --fail-if-empty > at-risk.csv

  0    done, also when there was nothing to do or nothing was found
  1    could not do it, or was told not to; the message says why.
       Of doctor: something is wrong
  2    the command line is wrong
  3    done, but some rows were refused; they are listed
  4    nothing found, and --fail-if-empty was given
  75   another program is writing to the archive; try again later
  129  ended with its terminal; nothing was half-written
  130  interrupted with Ctrl-C; nothing was half-written
  143  ended by another program; nothing was half-written

Any other code than 0 is a failure. With --json an error is one JSON line on
stderr:
  {"error":{"code":"no_archive","message":"…","hint":"…"}}`,
  environment: `Variables that change how regulars works; an option always wins, an empty value
counts as absent

Examples:
  $ REGULARS_DB=~/teashop.db regulars status
  $ REGULARS_LANG=zh regulars segment list

  REGULARS_DB        the archive; otherwise $XDG_DATA_HOME/regulars/regulars.db
  REGULARS_KEY_FILE  the file that holds the key of an encrypted archive
  REGULARS_KEY       the key itself; a file is safer
  REGULARS_LANG      language of messages, en or zh; otherwise LC_ALL,
                     LC_MESSAGES, LANG
  REGULARS_DEBUG     1 shows where an unexpected error happened
  NO_COLOR           any value: no colour
  FORCE_COLOR        any value but 0: colour even when piped
  TERM               dumb: no colour
  XDG_DATA_HOME      where programs keep their data

regulars never uses the network.`,
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

Needs one package more: npm install -g better-sqlite3-multiple-ciphers@12
(on Node 20), @13 (later).

A key is looked for in the file of --key-file, in that of REGULARS_KEY_FILE, in
REGULARS_KEY, and then asked for on the terminal. It is never an argument. Of a
file one line end is left out, and nobody else may be able to read it. With a
key given, a new archive is encrypted from its first byte, and one that is not
encrypted is refused.

Everything SQLite writes is encrypted: the archive, its log, copies. What you
ask for is not: lists, rejects, dumps. Copies beside an archive are encrypted
together with it; what is left as it was, as copies in other places are, is
named with the line that encrypts it. A short passphrase can be found by trying.
A lost key cannot be replaced by anything: keep it in a second place.`,
  cron: `Running regulars by itself every night

Examples:
  # what is new in a folder of exports, silent unless something is wrong
  15 3 * * *  regulars ingest -q --no-input --wait 60 --watch-once "$HOME/exports"
  # the morning's list; exit code 4 on a day without one
  0 8 * * 1-6  regulars followup today -q --format csv --fail-if-empty > "$HOME/today.csv"
  # tags that follow segments, which change as days pass
  20 3 * * *  regulars tag refresh --no-input --wait 60
  # who joined or left your segments; nothing where nobody did, and no mail
  30 8 * * *  regulars segment watch -q --no-input
  # on Sundays a copy on another disk, and a look at everything
  0 4 * * 0  regulars backup -q --force /mnt/usb/regulars.db; regulars doctor -q > "$HOME/doctor.csv" || cat "$HOME/doctor.csv"

  --watch-once     takes only files not met before and leaves those still being
                   written; one that cannot be read is told of once
  -q               prints errors only, so that cron mails you only about errors
  --no-input       never waits for an answer
  --wait 60        waits a minute for another run to finish; exit code 75 when
                   it does not
  --as-of DAY      asks as on that day, so that a missed run can be repeated

The same file may be ingested again and again: what is known already changes
nothing. A file that names no shop goes to the only one of its platform; where
there are several, name it with --shop. Set REGULARS_DB in the crontab, because
cron may not see your own data folder.`,
  followups: followups.en,
  plays: plays.en,
  segments: segments.en,
};

export const zh: typeof en = {
  'exit-codes': `退出码：一次运行的结果

示例：
  $ regulars ingest orders.csv || echo "退出码 $?"
  $ regulars segment members at_risk --fail-if-empty > at-risk.csv

  0    完成；没有要做的事、没有找到结果时也是 0
  1    没能完成，或你没有同意；消息会说明原因。doctor：发现了问题
  2    命令写错了
  3    完成，但有些行被拒收，已列出
  4    没有找到结果，而且给出了 --fail-if-empty
  75   另一个程序正在写入档案；请稍后再试
  129  终端关闭时结束；没有写了一半的内容
  130  被 Ctrl-C 中断；没有写了一半的内容
  143  被其他程序结束；没有写了一半的内容

0 以外的退出码都表示没有成功。用 --json 时，错误在标准错误输出中为一行 JSON：
  {"error":{"code":"no_archive","message":"…","hint":"…"}}`,
  environment: `影响 regulars 的环境变量；命令行选项总是优先，空值等于没有设置

示例：
  $ REGULARS_DB=~/teashop.db regulars status
  $ REGULARS_LANG=zh regulars segment list

  REGULARS_DB        使用哪个档案；默认 $XDG_DATA_HOME/regulars/regulars.db
  REGULARS_KEY_FILE  存有档案密钥的文件
  REGULARS_KEY       密钥本身；放在文件里更安全
  REGULARS_LANG      消息的语言，en 或 zh；没有时看 LC_ALL、LC_MESSAGES、LANG
  REGULARS_DEBUG     设为 1 时显示意外错误出现在哪里
  NO_COLOR           任何值：不用颜色
  FORCE_COLOR        除 0 以外的任何值：输出到管道也用颜色
  TERM               dumb：不用颜色
  XDG_DATA_HOME      程序保存数据的文件夹

regulars 从不使用网络。`,
  encryption: `没有密钥谁也读不了的档案

示例：
  # 把随机密钥存在自己的文件里，比任何口令都好
  $ (umask 077; openssl rand -base64 32 > ~/regulars.key)
  $ regulars encrypt --key-file ~/regulars.key
  $ export REGULARS_KEY_FILE=~/regulars.key
  # 或使用口令，需要时输入
  $ regulars encrypt
  $ regulars rekey
  $ regulars decrypt

还需要一个软件包：npm install -g better-sqlite3-multiple-ciphers@12
（Node 20），更新的 Node 用 @13。

依次在 --key-file 指定的文件、REGULARS_KEY_FILE 指定的文件和 REGULARS_KEY 中
查找密钥，都没有时在终端询问。密钥从不写在命令行里。文件末尾的一个换行会被去掉，
文件不能让其他人读取。给出密钥时，新建的档案从第一个字节起就是加密的；没有加密的
档案会被拒绝打开。

SQLite 写入的一切都会加密：档案、日志、副本。你要求输出的内容不加密：名单、
拒收行、导出内容。档案旁边的副本随档案一起加密；保持原样的（如别处的副本）会
列出来，并附上加密它的命令。太短的口令可能被逐个试出。密钥丢失后没有任何
办法可以代替：请另存一处。`,
  cron: `让 regulars 每晚自动运行

示例：
  # 夜里导入文件夹中的新文件，没有问题就不出声
  15 3 * * *  regulars ingest -q --no-input --wait 60 --watch-once "$HOME/exports"
  # 早上的跟进清单；当天没有时退出码为 4
  0 8 * * 1-6  regulars followup today -q --format csv --fail-if-empty > "$HOME/today.csv"
  # 跟随分组的标签，日子过去也会变化
  20 3 * * *  regulars tag refresh --no-input --wait 60
  # 谁进入或离开了你的分组；没有变化就没有输出，也不会有邮件
  30 8 * * *  regulars segment watch -q --no-input
  # 每周日备份到另一块磁盘，并全面检查
  0 4 * * 0  regulars backup -q --force /mnt/usb/regulars.db; regulars doctor -q > "$HOME/doctor.csv" || cat "$HOME/doctor.csv"

  --watch-once     只导入没见过的文件，正在写入的留到下次；读不了的只提示一次
  -q               只输出错误，这样 cron 只在出错时发邮件
  --no-input       从不等待回答
  --wait 60        等另一次运行一分钟；还没结束则退出码为 75
  --as-of 日期     站在那一天来问，错过的运行可以补上

同一个文件可以反复导入：已有的内容不会有任何变化。文件没有写明店铺时，归入
该平台唯一的店铺；有多家店铺时请用 --shop 指明。请在 crontab 里设置
REGULARS_DB，因为 cron 可能找不到你的数据文件夹。`,
  followups: followups.zh,
  plays: plays.zh,
  segments: segments.zh,
};
