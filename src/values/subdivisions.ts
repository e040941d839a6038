/** States and provinces by their ISO 3166-2 codes: what one export calls NY another calls New York. */
const NAMES: Readonly<Record<string, string>> = {
  CN: `AH 安徽省;BJ 北京市;CQ 重庆市;FJ 福建省;GD 广东省;GS 甘肃省;GX 广西壮族自治区;GZ 贵州省;HA 河南省;HB 湖北省;HE 河北省;HI 海南省;
    HK 香港特别行政区;HL 黑龙江省;HN 湖南省;JL 吉林省;JS 江苏省;JX 江西省;LN 辽宁省;MO 澳门特别行政区;NM 内蒙古自治区;NX 宁夏回族自治区;QH 青海省;
    SC 四川省;SD 山东省;SH 上海市;SN 陕西省;SX 山西省;TJ 天津市;TW 台湾省;XJ 新疆维吾尔自治区;XZ 西藏自治区;YN 云南省;ZJ 浙江省`,
  US: `AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia;FL Florida;
    GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;
    MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;
    NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island;SC South Carolina;
    SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;PR Puerto Rico`,
  CA: `AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador;NS Nova Scotia;NT Northwest Territories;
    NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec;SK Saskatchewan;YT Yukon`,
  AU: `ACT Australian Capital Territory;NSW New South Wales;NT Northern Territory;QLD Queensland;SA South Australia;TAS Tasmania;
    VIC Victoria;WA Western Australia`,
};

interface Subdivision {
  readonly code: string;
  readonly name: string;
}

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const KNOWN: ReadonlyMap<string, Subdivision> = new Map(
  Object.entries(NAMES).flatMap(([country, list]) =>
    list.split(';').flatMap((entry) => {
      const [, code = '', name = ''] = /^\s*(\S+) (.+)$/.exec(entry) ?? [];
      const found = { code: `${country}-${code}`, name };
      // 浙江 stands for 浙江省 in some exports.
      const short = name.replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/, '');
      return [code, name, short].map((key): [string, Subdivision] => [`${country} ${folded(key)}`, found]);
    }),
  ),
);

/** By the code or the name that an export writes; undefined of one that is not known. */
export const subdivision = (country: string, written: string): Subdivision | undefined =>
  KNOWN.get(`${country} ${folded(written)}`);
