/** What the demo says between its commands. */
export const en = {
  intro:
    'A tea shop on Taobao and on Shopify, two years of orders, all people invented, as on 2026-11-01. The archive is made in a temporary folder and thrown away.',
  steps: {
    ingest: 'The exports go in as the platforms wrote them: encoding, header and platform are recognised.',
    ingestOther: 'The second shop. The same e-mail in both shops is one customer, whatever the capitals.',
    status: 'What the archive holds now.',
    customer: 'One customer on one screen: usually every forty days, and now long past that.',
    explain: 'Why two shops and three names are taken for one person.',
    segments: 'Groups that follow from the data, with the rule of each.',
    members: 'Who is slipping away, as rows for another program.',
    tag: 'A label for the best, with the reason, for whoever reads it later.',
    contacts: 'A list to call or write to, without anybody who must not be on it, and who was left out and why.',
    plan: 'Whom to contact in the coming week; three promotions a month at most.',
    today: 'Today’s list, to work through.',
  },
  outro: 'That was the demo; nothing is left behind.',
  next: 'Yours: regulars ingest ORDERS.csv',
};

export const zh: typeof en = {
  intro:
    '一家茶铺，淘宝和 Shopify 各一店，两年订单，人物均为虚构，时间为 2026-11-01。档案建在临时文件夹里，演示后即删除。',
  steps: {
    ingest: '按平台导出的原样导入：编码、表头和平台自动识别。',
    ingestOther: '第二家店。两店里相同的邮箱是同一位客户，大小写不影响。',
    status: '档案里现在有什么。',
    customer: '一屏看完一位客户：通常四十天一单，如今已迟了很久。',
    explain: '为什么两家店、三个名字算同一个人。',
    segments: '由数据得出的分组，各附规则。',
    members: '正在流失的客户，以行的形式交给其他程序。',
    tag: '给最好的客户加标签，并写明理由。',
    contacts: '可以联系的名单：不该出现的人不在其中，谁被略去、为何略去都有说明。',
    plan: '未来一周联系谁；每月最多三条营销信息。',
    today: '今天的清单，逐个处理。',
  },
  outro: '演示结束，没有留下任何内容。',
  next: '轮到你了：regulars ingest 订单.csv',
};
