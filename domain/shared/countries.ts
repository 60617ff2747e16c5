/** Why the service cannot be set up in a country or region (ISO 3166-1 alpha-2; names are the cards' business, from `Intl.DisplayNames`). */
export interface Unavailability {
  readonly country: string;
  readonly because: 'sanctions' | 'new-sales-suspended';
  readonly source: string;
  readonly checkedOn: string;
}

const sanctions = {
  because: 'sanctions',
  source: 'Comprehensive United States sanctions; not compared with a list of Microsoft’s own, and whether they still hold for Syria has not been verified',
  checkedOn: '2026-11-20',
} as const;

/**
 * Where the service cannot be set up: a redemption stops there (mission, row 1).
 * Microsoft's own list could not be opened from the build machine: an operator who knows better changes this table.
 */
export const unavailable: readonly Unavailability[] = [
  { country: 'CU', ...sanctions },
  { country: 'IR', ...sanctions },
  { country: 'KP', ...sanctions },
  { country: 'SY', ...sanctions },
  {
    country: 'RU',
    because: 'new-sales-suspended',
    source: 'Microsoft’s announcement of 2022-03-04 that all new sales in Russia are suspended; whether it still holds has not been verified',
    checkedOn: '2026-11-20',
  },
  {
    country: 'BY',
    because: 'new-sales-suspended',
    source: 'Taken together with Russia here; the announcement of 2022-03-04 names Russia only, so this has not been verified',
    checkedOn: '2026-11-20',
  },
];

const unavailableCodes: ReadonlySet<string> = new Set(unavailable.map((entry) => entry.country));

/** All 249 codes of ISO 3166-1, in the order of the alphabet. Checked against `Intl` and the count of the standard on 2026-11-20. */
export const countries: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

const known: ReadonlySet<string> = new Set(countries);

/** Can the service be set up there? No for a code that is none. */
export function isServiceAvailable(country: string): boolean {
  return known.has(country) && !unavailableCodes.has(country);
}

/** All countries for a choice: the partner's own, then Czechia and Slovakia, then the rest in the order of their codes. */
export function countryOrder(own: string): readonly string[] {
  const first = [...new Set([own, 'CZ', 'SK'])].filter((country) => known.has(country));
  return [...first, ...countries.filter((country) => !first.includes(country))];
}
