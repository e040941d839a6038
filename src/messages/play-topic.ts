/** `regulars help plays`: what a file of plays may say, on one page. Lines of prose stay below 80 columns. */
export const en: string = `What a file of plays says: every key of a play, and of the policy

Examples:
  $ regulars play export --to plays.toml
  $ regulars play check plays.toml
  $ regulars play apply plays.toml -n

One play, as a file of its own:
  [[play]]
  name = "tea_again"
  trigger = { on = "order", product = "%Souchong%", delay_days = 20 }
  where = "number_of_orders >= 2"
  kind = "care"
  channels = ["email", "sms"]
  expires_after_days = 14
  repeat = { after_days = 60 }
  stops = ["order", "refund", "complaint"]
  holdout = 0.1
  [[play.messages]]
  language = "en"
  subject = "How is your tea?"
  text = "Hello {{ name | default: 'friend' }}, how is your tea?"

Needed:
  name                letters, digits, _ and -, with single blanks; at most 40
  trigger             what sets it off: see below
  kind                "service" is about an order; "care", "promotion"
  channels            the first one open to a customer is taken, of "sms",
                      "email", "phone", "wechat", "parcel"
  expires_after_days  worth doing until so many days after it was due: 0 to 730

As wanted, with what holds without it:
  summary             what it is for, in your words (none)
  on                  whether it makes follow-ups once applied (true)
  where               only of those in it that day; regulars help segments (all)
  messages            a [[play.messages]] for each: text, and channel, language
                      ("en", "zh"), subject; the first that fits is taken (none)
  verify              what to make sure of in a call: ["…", "…"] ([])
  minutes             how long a call takes: 1 to 120 (not counted)
  priority            more comes first where there is no room: 0 to 100 (50)
  capacity            at most so many a day: from 1 (no end)
  repeat              "every" time, "once" for a customer, or
                      { after_days = 90 }, 1 to 3650 ("every")
  stops               what ends it after it was set off: "order", "refund",
                      "complaint" ([])
  holdout             share left alone to see what comes without it, by
                      regulars play report: 0 to 0.9 (0)
  window_days         orders so long after a contact count for it: 1 to 365 (30)
  backfill            also what was due before it was switched on (false)

Triggers; days are 0 to 730, and 0 where nothing is said but for lead_days of
replenishment (5):
  trigger = { on = "order", state = "shipped", nth = 1, delay_days = 2 }
    state: "placed" (usual), "shipped", "completed"; nth: 1 is the first order,
    none is every; product: SKU or title, % is anything
  trigger = { on = "rhythm", multiple = 1.5, minimum_orders = 2 }
    the last order so many times (0.5 to 10) their rhythm ago; orders: from 2
  trigger = { on = "replenishment", product = "%Souchong%", lead_days = 5 }
  trigger = { on = "segment_joined", segment = "champions", delay_days = 1 }
  trigger = { on = "segment_left", segment = "champions", delay_days = 0 }
  trigger = { on = "birthday", lead_days = 3 }
  trigger = { on = "anniversary", lead_days = 0 }
  trigger = { on = "refund", delay_days = 1 }
  trigger = { on = "complaint", delay_days = 3 }
  trigger = { on = "festival", festival = "中秋", lead_days = 7 }
  trigger = { on = "date", month = 11, day = 11 }

The policy holds for all plays together. As it is where nobody says otherwise:
  [policy]
  per_day = 1                           # to one customer, 1 to 10
  promotions = { most = 3, days = 30 }  # to one customer, on all channels
  all = { most = 6, days = 30 }         # promotion and care together
  hours = { from = "09:00", to = "20:00" }
  pause_days = { refund = 30, complaint = 30 }  # without promotion
  [policy.channels]                     # capacity: a day, of the whole shop
  sms = { most = 4, days = 30, gap_days = 1 }
  email = { most = 8, days = 30, gap_days = 1 }
  phone = { most = 2, days = 30, gap_days = 7, capacity = 10 }
  wechat = { most = 4, days = 30, gap_days = 1, capacity = 30 }
  parcel = { most = 2, days = 30, gap_days = 0, capacity = 20 }
  [policy.sms]
  opt_out = true                        # how to refuse more, in promotions
  [policy.email]
  opt_out = true

Not set unless you do: language ("en" or "zh", of messages); hours of a channel;
of sms provider, signature (without 【】) and price_per_part; of email
unsubscribe = { en = "…", zh = "…" }.

What messages may name, and how a morning goes: regulars help followups.`;

export const zh: string = `玩法文件怎么写：玩法和联系规则的每一项

示例：
  $ regulars play export --to plays.toml
  $ regulars play check plays.toml
  $ regulars play apply plays.toml -n

一个玩法，单独成为一个文件（中文内容可直接写）：
  [[play]]
  name = "喝茶回访"
  trigger = { on = "order", product = "%Souchong%", delay_days = 20 }
  where = "number_of_orders >= 2"
  kind = "care"
  channels = ["email", "sms"]
  expires_after_days = 14
  repeat = { after_days = 60 }
  stops = ["order", "refund", "complaint"]
  holdout = 0.1
  [[play.messages]]
  language = "zh"
  subject = "茶还合口味吗"
  text = "{{ 称呼 | default: '您好' }}，茶还合口味吗？"

必填：
  name                字母、数字、汉字、_ 和 -，词间一个空格，最多 40 字
  trigger             什么情况下触发，见下
  kind                "service" 订单事务、"care" 关怀、"promotion" 营销
  channels            按顺序取该客户可用的第一个："sms" 短信、"email" 邮件、
                      "phone" 电话、"wechat" 微信、"parcel" 随包裹
  expires_after_days  到期后多少天内仍值得做：0 到 730

选填，括号内是不写时的值：
  summary             用途，用自己的话写（无）
  on                  应用后是否产生跟进（true）
  where               只针对当天符合条件的，见 regulars help segments（所有人）
  messages            每条一个 [[play.messages]]：text，以及 channel、language
                      （"en"、"zh"）、subject；取第一条合适的（无）
  verify              通话时要确认的事：["…", "…"]（[]）
  minutes             通话需要几分钟：1 到 120（不计）
  priority            名额不够时高的在先：0 到 100（50）
  capacity            每天最多几位：1 起（不限）
  repeat              "every" 每次、"once" 每位客户一次，或
                      { after_days = 90 } 至少隔几天，1 到 3650（"every"）
  stops               触发之后什么会终止它："order" 再次下单、"refund" 退款、
                      "complaint" 投诉（[]）
  holdout             留作对照、不联系的比例，见 regulars play report：
                      0 到 0.9（0）
  window_days         联系后多少天内的订单计入：1 到 365（30）
  backfill            开启之前到期的也做（false）

触发；天数为 0 到 730，不写为 0，只有 replenishment 的 lead_days 为 5：
  trigger = { on = "order", state = "shipped", nth = 1, delay_days = 2 }
    state："placed" 下单（默认）、"shipped" 发货、"completed" 完成；nth：1 为
    首单，不写为每一单；product：货号或标题，% 代表任意文字
  trigger = { on = "rhythm", multiple = 1.5, minimum_orders = 2 }
    距上次下单达到自己节奏的几倍：0.5 到 10；至少几单：2 起
  trigger = { on = "replenishment", product = "%Souchong%", lead_days = 5 }
  trigger = { on = "segment_joined", segment = "champions", delay_days = 1 }
  trigger = { on = "segment_left", segment = "champions", delay_days = 0 }
  trigger = { on = "birthday", lead_days = 3 }
  trigger = { on = "anniversary", lead_days = 0 }
  trigger = { on = "refund", delay_days = 1 }
  trigger = { on = "complaint", delay_days = 3 }
  trigger = { on = "festival", festival = "中秋", lead_days = 7 }
  trigger = { on = "date", month = 11, day = 11 }

联系规则管所有玩法。没有改过时是这样：
  [policy]
  per_day = 1                           # 每位客户每天几次，1 到 10
  promotions = { most = 3, days = 30 }  # 每位客户，所有渠道合计
  all = { most = 6, days = 30 }         # 营销和关怀合计
  hours = { from = "09:00", to = "20:00" }
  pause_days = { refund = 30, complaint = 30 }  # 期间不做营销
  [policy.channels]                     # capacity：全店每天
  sms = { most = 4, days = 30, gap_days = 1 }
  email = { most = 8, days = 30, gap_days = 1 }
  phone = { most = 2, days = 30, gap_days = 7, capacity = 10 }
  wechat = { most = 4, days = 30, gap_days = 1, capacity = 30 }
  parcel = { most = 2, days = 30, gap_days = 0, capacity = 20 }
  [policy.sms]
  opt_out = true                        # 营销内容末尾写明如何退订
  [policy.email]
  opt_out = true

不写就没有的：language（消息的语言，"en" 或 "zh"）；单个渠道的 hours；sms 的
provider、signature（不含【】）和 price_per_part；email 的
unsubscribe = { en = "…", zh = "…" }。

消息里可以用哪些值，每天早上怎么做：regulars help followups。`;
