/** Words that sell. A judgement of our own: providers say that selling is forbidden, not by which words they tell. */

const CHINESE =
  /优惠|折扣|\d(?:\.\d)?\s*折|满\d+(?:元)?(?:减|送|赠)|立减|促销|大促|特价|特惠|钜惠|秒杀|抢购|限时|清仓|红包|代金券|领券|买一[送赠]一|包邮|新品|上新|爆款|回馈|福利|选购|下单立|立即购买|点击购买|双1[12]|618/gu;
const ENGLISH =
  /\b(?:discounts?|sale|coupons?|vouchers?|promo(?:tion|tions|tional)?|deals?|special offers?|free shipping|buy now|shop now|order now|limited[- ]time|new arrivals?|bestsellers?)\b|\d+\s?% off\b/giu;

export interface WordsAt {
  readonly words: string;
  readonly at: number;
}

export const promotionWordsIn = (text: string): WordsAt[] =>
  [CHINESE, ENGLISH]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: words, index }) => ({ words, at: index }));
