/** Festivals that shops write to their customers about: those of China, and those it has taken over. */
import type { SolarTerm } from './lunar.ts';
import type { YearlyDay } from './yearly-day.ts';

export type FestivalDay =
  | YearlyDay
  /** Month and day of the lunar calendar. */
  | { readonly lunar: readonly [month: number, day: number] }
  /** Month and day of the lunar year before: they count to the Spring Festival that they lead to. */
  | { readonly before: readonly [month: number, day: number] | 'last day' }
  | { readonly term: SolarTerm };

interface Festival {
  readonly id: string;
  readonly day: FestivalDay;
  /** Chinese, pinyin and English; blanks, signs and a 节 at the end make no difference. */
  readonly names: readonly string[];
}

const festival = <Id extends string>(id: Id, day: FestivalDay, names: string) => ({
  id,
  day,
  names: names.split(', '),
});

/** In the order in which they come in most years. */
export const FESTIVALS = [
  festival('new_year', { on: '01-01' }, "元旦, 新年, 阳历年, yuandan, new year, new year's day"),
  festival('laba', { before: [12, 8] }, '腊八, laba, laba festival'),
  festival('little_new_year', { before: [12, 23] }, '小年, 北方小年, xiaonian, little new year'),
  festival(
    'little_new_year_south',
    { before: [12, 24] },
    '南方小年, 南小年, nanfang xiaonian, southern little new year',
  ),
  festival(
    'new_years_eve',
    { before: 'last day' },
    "除夕, 大年三十, 年三十, chuxi, chinese new year's eve, lunar new year's eve",
  ),
  festival(
    'spring_festival',
    { lunar: [1, 1] },
    '春节, 大年初一, 农历新年, 过年, chunjie, spring festival, chinese new year, lunar new year',
  ),
  festival('lantern', { lunar: [1, 15] }, '元宵, 上元, yuanxiao, lantern festival, lantern'),
  festival('valentines', { on: '02-14' }, "情人节, qingrenjie, valentine's day, valentines"),
  festival('dragon_head', { lunar: [2, 2] }, '龙抬头, 二月二, longtaitou, dragon head'),
  festival(
    'womens_day',
    { on: '03-08' },
    "妇女节, 女神节, 女王节, 三八节, 三八妇女节, 国际妇女节, 38节, 3.8, funvjie, funujie, nvshenjie, women's day, international women's day",
  ),
  festival('easter', { easter: 0 }, '复活节, fuhuojie, easter, easter sunday'),
  festival('qingming', { term: 'qingming' }, '清明, qingming, tomb sweeping day, tomb sweeping'),
  festival(
    'labour_day',
    { on: '05-01' },
    '劳动节, 五一, 五一劳动节, 国际劳动节, laodongjie, wuyi, labour day, labor day, may day',
  ),
  festival('youth_day', { on: '05-04' }, '青年节, 五四, 五四青年节, qingnianjie, youth day'),
  festival('mothers_day', { nth: 2, weekday: 0, month: 5 }, "母亲节, muqinjie, mother's day"),
  festival('520', { on: '05-20' }, '520, 5.20, 五二零, 我爱你日, 网络情人节'),
  festival('childrens_day', { on: '06-01' }, "儿童节, 六一, 六一儿童节, 国际儿童节, ertongjie, liuyi, children's day"),
  festival('dragon_boat', { lunar: [5, 5] }, '端午, 端阳, duanwu, dragon boat festival, dragon boat'),
  festival('618', { on: '06-18' }, '618, 6.18, 六一八, 年中大促'),
  festival('fathers_day', { nth: 3, weekday: 0, month: 6 }, "父亲节, fuqinjie, father's day"),
  festival('qixi', { lunar: [7, 7] }, "七夕, 乞巧, 七巧, qixi, chinese valentine's day, double seventh"),
  festival('ghost', { lunar: [7, 15] }, '中元, 七月半, zhongyuan, ghost festival'),
  festival('teachers_day', { on: '09-10' }, "教师节, jiaoshijie, teacher's day, teachers' day"),
  festival(
    'mid_autumn',
    { lunar: [8, 15] },
    '中秋, 八月十五, 团圆节, zhongqiu, mid-autumn festival, mid-autumn, moon festival',
  ),
  festival('national_day', { on: '10-01' }, '国庆, 十一, 十一国庆, guoqing, national day'),
  festival('double_ninth', { lunar: [9, 9] }, '重阳, 重九, 老人节, chongyang, double ninth, double ninth festival'),
  festival('halloween', { on: '10-31' }, '万圣夜, 万圣节前夜, 万圣节, wanshengjie, halloween'),
  festival(
    'double_11',
    { on: '11-11' },
    "双11, 双十一, 11.11, 光棍节, shuangshiyi, shuang11, double 11, double eleven, singles' day",
  ),
  festival('thanksgiving', { nth: 4, weekday: 4, month: 11 }, 'thanksgiving, thanksgiving day, 感恩节, ganenjie'),
  festival(
    'black_friday',
    { nth: 4, weekday: 4, month: 11, plus: 1 },
    '黑色星期五, 黑五, heise xingqiwu, heiwu, black friday',
  ),
  festival('cyber_monday', { nth: 4, weekday: 4, month: 11, plus: 4 }, '网络星期一, 网一, cyber monday'),
  festival('double_12', { on: '12-12' }, '双12, 双十二, 12.12, shuangshier, shuang12, double 12, double twelve'),
  festival('winter_solstice', { term: 'dongzhi' }, '冬至, dongzhi, winter solstice'),
  festival('christmas_eve', { on: '12-24' }, "平安夜, 圣诞夜, ping'anye, christmas eve"),
  festival('christmas', { on: '12-25' }, '圣诞, shengdan, christmas, xmas, christmas day'),
] as const satisfies readonly Festival[];

export type FestivalId = (typeof FESTIVALS)[number]['id'];
