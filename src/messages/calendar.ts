/** Sentences of the calendar: festivals, and why nobody may be written to on a day. */
import type { FestivalId } from '../calendar/festival-list.ts';
import type { Closed } from '../calendar/window.ts';

type Festivals = Readonly<Record<FestivalId, string>>;

const enFestivals: Festivals = {
  new_year: 'New Year',
  laba: 'Laba',
  little_new_year: 'Little New Year',
  little_new_year_south: 'Southern Little New Year',
  new_years_eve: "Chinese New Year's Eve",
  spring_festival: 'Spring Festival',
  lantern: 'Lantern Festival',
  valentines: "Valentine's Day",
  dragon_head: 'Dragon Head',
  womens_day: "Women's Day",
  easter: 'Easter',
  qingming: 'Qingming',
  labour_day: 'Labour Day',
  youth_day: 'Youth Day',
  mothers_day: "Mother's Day",
  '520': '520',
  childrens_day: "Children's Day",
  dragon_boat: 'Dragon Boat Festival',
  '618': '618',
  fathers_day: "Father's Day",
  qixi: 'Qixi',
  ghost: 'Ghost Festival',
  teachers_day: "Teachers' Day",
  mid_autumn: 'Mid-Autumn Festival',
  national_day: 'National Day',
  double_ninth: 'Double Ninth',
  halloween: 'Halloween',
  double_11: 'Double 11',
  thanksgiving: 'Thanksgiving',
  black_friday: 'Black Friday',
  cyber_monday: 'Cyber Monday',
  double_12: 'Double 12',
  winter_solstice: 'Winter Solstice',
  christmas_eve: 'Christmas Eve',
  christmas: 'Christmas',
};

const zhFestivals: Festivals = {
  new_year: '元旦',
  laba: '腊八节',
  little_new_year: '小年',
  little_new_year_south: '南方小年',
  new_years_eve: '除夕',
  spring_festival: '春节',
  lantern: '元宵节',
  valentines: '情人节',
  dragon_head: '龙抬头',
  womens_day: '妇女节',
  easter: '复活节',
  qingming: '清明节',
  labour_day: '劳动节',
  youth_day: '青年节',
  mothers_day: '母亲节',
  '520': '520',
  childrens_day: '儿童节',
  dragon_boat: '端午节',
  '618': '618',
  fathers_day: '父亲节',
  qixi: '七夕',
  ghost: '中元节',
  teachers_day: '教师节',
  mid_autumn: '中秋节',
  national_day: '国庆节',
  double_ninth: '重阳节',
  halloween: '万圣夜',
  double_11: '双11',
  thanksgiving: '感恩节',
  black_friday: '黑色星期五',
  cyber_monday: '网络星期一',
  double_12: '双12',
  winter_solstice: '冬至',
  christmas_eve: '平安夜',
  christmas: '圣诞节',
};

/** A message speaks its customer's language, whatever that of the program is. */
const bothFestivals = { en: enFestivals, zh: zhFestivals };

export const en = {
  festivals: enFestivals,
  festivalsIn: bothFestivals,
  closed: (closed: Closed): string => {
    switch (closed.reason) {
      case 'saturday':
        return 'not on a Saturday, where they live';
      case 'sunday':
        return 'not on a Sunday, where they live';
      case 'holiday':
        return `a public holiday where they live: ${closed.name}`;
      case 'no_common_hours':
        return 'no hour of the day is open everywhere they may live';
      case 'hours_over':
        return 'the hours of that day were over';
    }
  },
  uncovered: (place: string, year: number) =>
    `the public holidays of ${place} in ${year} are not known here; look them up before you contact anybody there`,
};

export const zh: typeof en = {
  festivals: zhFestivals,
  festivalsIn: bothFestivals,
  closed: (closed) => {
    switch (closed.reason) {
      case 'saturday':
        return '客户所在地周六不得联系';
      case 'sunday':
        return '客户所在地周日不得联系';
      case 'holiday':
        return `客户所在地公共假日：${closed.name}`;
      case 'no_common_hours':
        return '当天没有一个时段在客户可能的所在地都允许联系';
      case 'hours_over':
        return '当天可联系的时段已过';
    }
  },
  uncovered: (place, year) => `此处没有 ${place} ${year} 年的公共假日；联系当地客户之前请先查明`,
};
