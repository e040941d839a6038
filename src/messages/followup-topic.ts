/** `regulars help followups`: from a play to a file every morning, on one page. Lines of prose stay below 80 columns. */
export const en: string = `Follow-ups every morning: from a play to a file to send from

Examples:
  $ regulars play show win_back --preview
  $ regulars followup handover --channel sms --to sms.csv -n
  # every morning; % is \\% in a crontab, and cron mails what is said to MAILTO
  MAILTO=you@example.com
  REGULARS_DB=/home/you/shop.db
  15 3 * * *   regulars ingest -q --no-input --wait 60 --watch-once "$HOME/exports"
  0 8 * * 1-6  regulars followup handover -q --wait 60 --channel sms --to "$HOME/sms-$(date +\\%F).csv"
  5 8 * * 1-6  regulars followup handover -q --wait 60 --channel phone --to "$HOME/calls-$(date +\\%F).xlsx"

The same by systemd, which makes up for a morning the machine was off:
  # ~/.config/systemd/user/followups.service
  [Service]
  Type=oneshot
  Environment=REGULARS_DB=%h/shop.db
  ExecStart=/bin/sh -c 'regulars followup handover -q --wait 60 --channel sms --to "%h/sms-$$(date +%%F).csv"'
  # ~/.config/systemd/user/followups.timer
  [Timer]
  OnCalendar=Mon..Sat 08:00
  Persistent=true
  [Install]
  WantedBy=timers.target
  $ systemctl --user enable --now followups.timer

  0    handed over, or nothing was due: then there is no file, and no word
  1    could not: a file of that name is there (--force), a full disk
  2    the command line is wrong, or the day is before the last hand-over
  3    handed over, but some texts have an error and stayed out; they are told,
       with -q too, and come as soon as the play is mended
  4    nothing was due, and --fail-if-empty was given
  75   another program was writing for longer than --wait; nothing happened

Nobody is handed over twice: neither by a second run nor by two at once. What
was due on a day without a run comes with the next one, until it expires. A
file that is there is never overwritten by itself. A file gets its name once
it is kept who is on it: should the machine stop in between, the next run
names that file first, and says so.

Whoever the share of a play (holdout) keeps out takes one of the places of the
day, as whoever is contacted does, and is noted with them, to be compared later:
by the hand-over, or with the first that followup done or import has of it.
Plays that go by segments take the snapshot they need with every hand-over,
also when nothing is due.

A message is a Liquid template. What it may name:
  name salutation account gender birthday city province country
  number_of_orders amount_spent first_order_date last_order_date
  days_since_last_order last_items favourite_product level
  shop product order_number festival day
  {{ salutation | default: "friend" }}   {% if level %}…{% endif %}
A value that is not known, with nothing in its place, keeps the text back.
What is wrong with texts: regulars play check. What else a play may say:
regulars help plays.

A promotion ends in how to refuse more: a text message as its provider words
it, an e-mail in a line below it. The line may be your own, as the link of a
mailer, or with the postal address that is asked for in the United States:
  [policy.email]
  unsubscribe = { en = "Unsubscribe: …", zh = "退订：…" }
To customers in China an e-mail that promotes has AD: or 【广告】 before its
subject, as the law there asks. Where a provider of text messages puts 【…】 in
front itself, the file has texts without it; the preview shows what arrives.`;

export const zh: string = `每天早上的跟进：从玩法到可发送的文件

示例：
  $ regulars play show win_back --preview
  $ regulars followup handover --channel sms --to sms.csv -n
  # 每天早上；crontab 里 % 要写成 \\%，有话要说时 cron 会发邮件到 MAILTO
  MAILTO=you@example.com
  REGULARS_DB=/home/you/shop.db
  15 3 * * *   regulars ingest -q --no-input --wait 60 --watch-once "$HOME/exports"
  0 8 * * 1-6  regulars followup handover -q --wait 60 --channel sms --to "$HOME/sms-$(date +\\%F).csv"
  5 8 * * 1-6  regulars followup handover -q --wait 60 --channel phone --to "$HOME/calls-$(date +\\%F).xlsx"

用 systemd 也一样，关机错过的早上会补上：
  # ~/.config/systemd/user/followups.service
  [Service]
  Type=oneshot
  Environment=REGULARS_DB=%h/shop.db
  ExecStart=/bin/sh -c 'regulars followup handover -q --wait 60 --channel sms --to "%h/sms-$$(date +%%F).csv"'
  # ~/.config/systemd/user/followups.timer
  [Timer]
  OnCalendar=Mon..Sat 08:00
  Persistent=true
  [Install]
  WantedBy=timers.target
  $ systemctl --user enable --now followups.timer

  0    已交出；或没有到期的：不写文件，也不出声
  1    没能完成：已有同名文件（--force），磁盘已满等
  2    命令写错了，或日期早于上次交出
  3    已交出，但有些内容有错误，没有交出；会逐一说明（-q 时也说），
       改好玩法后自然会交出
  4    没有到期的，而且给出了 --fail-if-empty
  75   另一个程序写入的时间超过 --wait；什么也没有发生

谁也不会交出两次：再次运行不会，两个程序同时运行也不会。没有运行的日子里到期的，
下次一并交出，直到过期。已有的文件不会自行覆盖。文件在其中的人都已记下之后才得到
正式名称：如果机器恰好在这之间停止，下次运行会先给那个文件命名，并说明。

玩法的对照比例（holdout）留下的人与被联系的人一样占用当天的名额，并一同记下，供以后
比较：交出时，或用 followup done、import 记下该玩法当天的第一项时。依据分组的玩法在
每次交出时记录所需的快照，没有到期的也一样。

消息是 Liquid 模板，可以使用：
  姓名 称呼 账号 性别 生日 城市 省份 国家 订单数 消费金额 首单日期
  最近下单 未下单天数 上次购买 最常买商品 会员等级 店铺 商品 订单号
  节日 日期（英文名见 regulars help followups --lang en）
  {{ 称呼 | default: "您" }}   {% if 会员等级 %}…{% endif %}
没有值又没有替代文字的，内容不会交出。检查内容：regulars play check。
玩法的其他设置：regulars help plays。

营销内容的末尾写明如何退订：短信按短信商的文案，邮件在正文下面另起一行。这一行可以
自己写，比如群发工具的链接；在美国还要写明通信地址：
  [policy.email]
  unsubscribe = { en = "Unsubscribe: …", zh = "退订：…" }
发给中国客户的营销邮件，主题前会按规定加上【广告】或 AD:。
短信商自己会在前面加上签名【…】的，文件里的内容不含签名；预览显示客户收到的全文。`;
