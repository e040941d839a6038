/**
 * Months by name, as exports of the world's marketplaces write them: English, German, Spanish, French,
 * Portuguese, Italian, Dutch, Indonesian and Malay, whole and cut short, without accents. No word means two months.
 */
const NAMES = [
  'january jan januar jaenner janner enero ene janvier janv janeiro gennaio gen januari',
  'february feb februar februari febrero fevrier fevr fev fevereiro febbraio pebruari',
  'march mar marz mrz maerz marzo mars marco maart mrt maret mac',
  'april apr abril abr avril avr aprile',
  'may mai mayo maio maggio mag mei',
  'june jun juni junio juin junho giugno giu',
  'july jul juli julio juillet juil juill julho luglio lug julai',
  'august aug agosto ago aout augustus agustus agu agt ags ogos ogo',
  'september sep sept septiembre setiembre septembre setembro set settembre',
  'october oct oktober okt octubre octobre outubro out ottobre ott',
  'november nov noviembre novembre novembro nopember nop',
  'december dec dezember dez diciembre dic decembre dezembro dicembre desember des disember dis',
];

const MONTHS = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** 1 to 12; undefined for any other word. Takes lower case without accents. */
export function monthNamed(word: string): number | undefined {
  return MONTHS.get(word);
}
