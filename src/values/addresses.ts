/** Chinese one-cell addresses: `省 市 区 rest(postcode)`, split at the first three blanks and never guessed. */
export interface ChineseAddress {
  readonly province?: string;
  readonly city?: string;
  readonly district?: string;
  readonly address: string;
  readonly postcode?: string;
}

const PROVINCE = /(省|市|自治区|特别行政区)$|^(北京|上海|天津|重庆|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)$/;

export function splitChineseAddress(text: string): ChineseAddress {
  const postcode = /\((\d{6})\)\s*$/.exec(text.normalize('NFKC'))?.[1];
  const address = text.replace(/[(（]\d{6}[)）]\s*$/, '').trim();
  const [province = '', city = '', district = '', ...rest] = address.split(' ');
  const stated = postcode !== undefined && postcode !== '000000' ? { postcode } : {};
  if (rest.length === 0 || !PROVINCE.test(province) || city === '') return { address, ...stated };
  return {
    province,
    city,
    ...(district === '' || /^(其它区|其他区)$/.test(district) ? {} : { district }),
    address: rest.join(' ').trim(),
    ...stated,
  };
}
