/**
 * Zone abbreviations that mean one offset, in minutes east of UTC. Left out are those that mean
 * several: CST (Chicago, Shanghai, Havana), IST (India, Israel, Ireland), AST, GST, SST.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  pkt: 300,
  wib: 420,
  ict: 420,
  wita: 480,
  sgt: 480,
  hkt: 480,
  pht: 480,
  awst: 480,
  wit: 540,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
  ndt: -150,
  adt: -180,
  nst: -210,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  akdt: -480,
  akst: -540,
  hst: -600,
};

/** Undefined for what is no abbreviation, or one of several meanings. Takes lower case. */
export function offsetNamed(word: string): number | undefined {
  return Object.hasOwn(OFFSETS, word) ? OFFSETS[word] : undefined;
}
