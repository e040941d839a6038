/** Sentences of the forms a contact list can take. */
import type { TemplateProblem } from '../contacts/lists/template-format.ts';

export const en = {
  /** What each form is for, by its name. */
  uses: {
    brevo: 'import of contacts into Brevo',
    'google-ads': 'Customer Match of Google Ads, hashed before it leaves',
    'google-contacts': 'Google Contacts, and the phones that sync with it',
    klaviyo: 'a list in Klaviyo, with who agreed to what',
    listmonk: 'subscribers in listmonk, with attributes for its messages',
    mailchimp: 'import into a Mailchimp audience',
    mautic: 'import of contacts into Mautic',
    meta: 'a custom audience of Meta, hashed before it leaves',
    shopify: 'import of customers into a Shopify store',
    sms: 'bulk-SMS consoles that take numbers alone, one a line',
    vcard3: 'address books of phones, iPhone and Android alike',
    vcard4: 'address books that read vCard 4.0',
  } as Readonly<Record<string, string>>,
  templateProblem: (problem: TemplateProblem): string => {
    switch (problem.reason) {
      case 'unfilled':
        return `nothing is known to fill ${problem.headers.join(', ')}; the fields are ${problem.fields.join(', ')}`;
      case 'unknown_header':
        return `the sample has no column "${problem.header}"; it has ${problem.headers.join(', ')}`;
      case 'unknown_field':
        return `no field is called "${problem.field}"; there are ${problem.fields.join(', ')}`;
      case 'no_address':
        return `none of the columns is a phone or an e-mail: ${problem.headers.join(', ')}`;
    }
  },
  lostSigns: (signs: readonly string[], encoding: string) =>
    `${encoding} has no place for ${signs.join(' ')}: a question mark stands instead`,
};

export const zh: typeof en = {
  uses: {
    brevo: '导入 Brevo 联系人',
    'google-ads': 'Google Ads 目标客户匹配，离开本机前已哈希',
    'google-contacts': 'Google 通讯录，以及与它同步的手机',
    klaviyo: 'Klaviyo 列表，带同意情况',
    listmonk: 'listmonk 订阅者，带邮件可用的属性',
    mailchimp: '导入 Mailchimp 受众',
    mautic: '导入 Mautic 联系人',
    meta: 'Meta 自定义受众，离开本机前已哈希',
    shopify: '导入 Shopify 店铺的客户',
    sms: '只收号码的短信群发后台，一行一个号码',
    vcard3: '手机通讯录（苹果、安卓皆可）',
    vcard4: '能读 vCard 4.0 的通讯录',
  },
  templateProblem: (problem) => {
    switch (problem.reason) {
      case 'unfilled':
        return `不知道用什么填写 ${problem.headers.join('、')}；可用字段有 ${problem.fields.join('、')}`;
      case 'unknown_header':
        return `样例文件没有“${problem.header}”这一列；其中的列有 ${problem.headers.join('、')}`;
      case 'unknown_field':
        return `没有“${problem.field}”这个字段；可用的有 ${problem.fields.join('、')}`;
      case 'no_address':
        return `没有一列是电话或邮箱：${problem.headers.join('、')}`;
    }
  },
  lostSigns: (signs, encoding) => `${encoding} 无法写出 ${signs.join(' ')}，这些位置会变成问号`,
};
