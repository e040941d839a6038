/** Why what was said of a channel just now is not what decides. */
export const en = {
  word: (customer: number, status: string, source: string, day: string) =>
    `this does not hold now: ${status} of ${day} does (${source}); regulars consent show ${customer} --history`,
  part: (customer: number) =>
    `this does not hold now: not all who were merged into #${customer} have agreed; regulars consent show ${customer} --history`,
  neighbour: (customer: number) =>
    `this does not hold now: somebody who is reached at the same address as #${customer} has refused`,
  refusedThere: (channel: string, customer: number, others: string) =>
    `${channel}: ${others}, reached at the same address or number as #${customer}, refused; nobody is contacted there`,
  suppression: (hint: string, reason: string | null) =>
    `nothing is sent all the same: ${hint} is suppressed${reason === null ? '' : ` (${reason})`}; regulars suppress list`,
};

export const zh: typeof en = {
  word: (customer, status, source, day) =>
    `目前不以此为准：以 ${day} 的“${status}”为准（${source}）；regulars consent show ${customer} --history`,
  part: (customer) =>
    `目前不以此为准：合并为 #${customer} 的各方并非都已同意；regulars consent show ${customer} --history`,
  neighbour: (customer) => `目前不以此为准：与 #${customer} 共用联系方式的人已拒绝`,
  refusedThere: (channel, customer, others) =>
    `${channel}：与 #${customer} 共用联系方式的 ${others} 已拒绝；那里谁也不联系`,
  suppression: (hint, reason) =>
    `仍然不会发送：${hint} 已列为禁止联系${reason === null ? '' : `（${reason}）`}；regulars suppress list`,
};
