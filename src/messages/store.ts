/** Sentences about the archive file: why it cannot be opened, read or written, and what to do. */
/** The process that holds the write lock, where it is known. */
type Holder = { readonly pid: number; readonly since: string } | undefined;

export const en = {
  missing: (path: string) => `there is no archive at ${path}`,
  missingHint: 'make one with regulars ingest FILE, or point to yours with --db FILE',
  notOurs: (path: string) => `${path} is a database of another program`,
  notADatabase: (path: string) => `${path} is not an archive of regulars`,
  otherFileHint: 'name your archive with --db FILE; this file was left untouched',
  isFolder: (path: string) => `${path} is not a file`,
  isLink: (path: string) => `${path} is a link, and an archive is only opened under its own name`,
  isLinkHint: 'give the file the link points to with --db FILE',
  newer: (path: string, version: number, known: number) =>
    `${path} was written by a newer regulars (version ${version} of the archive, this program knows ${known})`,
  newerHint: 'upgrade with npm install -g regulars; the archive was left untouched',
  older: (path: string, version: number, known: number) =>
    `${path} is of an earlier version (version ${version} of the archive, this program works with ${known}), and only what writes brings it up to date`,
  olderHint: 'run regulars rebuild; a copy of the archive as it is now is kept',
  readableByOthers: (path: string, mode: string) =>
    `${path} can be read by other users of this computer (mode ${mode})`,
  chmodHint: (path: string) => `chmod 600 ${path}`,
  folder: (folder: string, reason: string) => `the folder ${folder} cannot be used: ${reason}`,
  folderHint: 'choose another place with --db FILE',
  driverTooNew: (node: string, name: string, version: string) => `${name} ${version} does not run on Node ${node}`,
  driverTooNewHint: (name: string) => `use Node 22 or newer, or run npm install ${name}@12`,
  noBinary: (name: string) => `the database driver ${name} is installed without its compiled part`,
  noBinaryHint: (name: string) => `run npm rebuild ${name} (a C++ compiler is needed where no ready-made build exists)`,
  created: (path: string) => `made a new archive: ${path}`,
  migrated: (from: number, to: number, backup: string) =>
    `the archive was brought from version ${from} to ${to}; the one before is kept as ${backup}`,
  busy: (path: string, seconds: number, holder: Holder) =>
    `${holder ? `process ${holder.pid} has been writing to ${path} since ${holder.since}` : `another program is writing to ${path}`}; waited ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
  busyHint: (seconds: number) => `try again, or wait longer with --wait ${seconds}`,
  replaced: (path: string) =>
    `${path} was moved, replaced, encrypted or decrypted while it was in use; nothing was written`,
  replacedHint: 'run it again',
  full: (path: string) => `the disk is full; nothing was changed in ${path}`,
  fullHint: 'free some space, then run it again',
  readOnly: (path: string) => `${path} cannot be written to`,
  readOnlyHint: 'check that the file and its folder belong to you and are writable',
  cannotOpen: (path: string) => `${path} cannot be opened`,
  corrupt: (path: string) => `${path} is damaged`,
  corruptHint: 'put a copy back with regulars restore FILE; regulars backup list knows them',
  keyLost: (path: string) =>
    `the key of the suppression list is missing from ${path}, so that nobody can tell who must not be contacted`,
  keyLostHint:
    'put a copy back with regulars restore FILE (regulars backup list knows them), then ingest what came since',
  inputOutput: (path: string) => `the disk failed while ${path} was read or written`,
  inputOutputHint: 'check the disk, and keep a copy of the archive before the next try',
};

export const zh: typeof en = {
  missing: (path) => `${path} 处没有档案`,
  missingHint: '用 regulars ingest 文件 新建一个，或用 --db 文件 指定已有的档案',
  notOurs: (path) => `${path} 是其他程序的数据库`,
  notADatabase: (path) => `${path} 不是 regulars 的档案`,
  otherFileHint: '请用 --db 文件 指定你的档案；这个文件没有被改动',
  isFolder: (path) => `${path} 不是文件`,
  isLink: (path) => `${path} 是一个链接，档案只能用它本来的文件名打开`,
  isLinkHint: '请用 --db 文件 直接指定链接所指的文件',
  newer: (path, version, known) => `${path} 由更新版本的 regulars 写成（档案版本 ${version}，本程序只认得 ${known}）`,
  newerHint: '请用 npm install -g regulars 升级；档案没有被改动',
  older: (path, version, known) =>
    `${path} 是较早的版本（档案版本 ${version}，本程序使用 ${known}），只有写入档案的命令才会升级它`,
  olderHint: '请运行 regulars rebuild；会先保留一份现在的副本',
  readableByOthers: (path, mode) => `这台电脑上的其他用户可以读取 ${path}（权限 ${mode}）`,
  chmodHint: (path) => `chmod 600 ${path}`,
  folder: (folder, reason) => `无法使用文件夹 ${folder}：${reason}`,
  folderHint: '请用 --db 文件 换个位置',
  driverTooNew: (node, name, version) => `${name} ${version} 不能在 Node ${node} 上运行`,
  driverTooNewHint: (name) => `请使用 Node 22 或更新版本，或运行 npm install ${name}@12`,
  noBinary: (name) => `数据库驱动 ${name} 缺少编译好的部分`,
  noBinaryHint: (name) => `请运行 npm rebuild ${name}（没有现成编译版本时需要 C++ 编译器）`,
  created: (path) => `已新建档案：${path}`,
  migrated: (from, to, backup) => `档案已从版本 ${from} 升级到 ${to}；升级前的副本保存在 ${backup}`,
  busy: (path, seconds, holder) =>
    `${holder ? `进程 ${holder.pid} 自 ${holder.since} 起正在写入 ${path}` : `另一个程序正在写入 ${path}`}；已等待 ${seconds} 秒`,
  busyHint: (seconds) => `请稍后再试，或用 --wait ${seconds} 多等一会儿`,
  replaced: (path) => `${path} 在使用中被移动、替换、加密或解密；没有写入任何内容`,
  replacedHint: '请重新运行',
  full: (path) => `磁盘已满；${path} 没有任何改动`,
  fullHint: '请腾出空间后重新运行',
  readOnly: (path) => `${path} 无法写入`,
  readOnlyHint: '请确认该文件及其文件夹属于你并且可写',
  cannotOpen: (path) => `无法打开 ${path}`,
  corrupt: (path) => `${path} 已损坏`,
  corruptHint: '请用 regulars restore 文件 恢复一个副本；用 regulars backup list 查看副本',
  keyLost: (path) => `${path} 缺少禁止联系名单的密钥，无法判断禁止联系的是谁`,
  keyLostHint: '请用 regulars restore 文件 恢复一个副本（regulars backup list 可查），再导入其后的文件',
  inputOutput: (path) => `读写 ${path} 时磁盘出错`,
  inputOutputHint: '请检查磁盘，并在再次尝试之前先复制一份档案',
};
