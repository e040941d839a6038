/**
 * IANA zones of the states and provinces of countries that have several, by ISO 3166-2. Those that a part of it keeps,
 * though most of it does not, are there too. Source: the comments of tzdata's zone.tab.
 */
const ZONES: Readonly<Record<string, string>> = {
  US: `
    AK Anchorage Adak;AL Chicago;AR Chicago;AZ Phoenix Denver;CA Los_Angeles;CO Denver;CT New_York;DC New_York;DE New_York;
    FL New_York Chicago;GA New_York;HI Pacific/Honolulu;IA Chicago;ID Boise Los_Angeles;IL Chicago;IN New_York Chicago;
    KS Chicago Denver;KY New_York Chicago;LA Chicago;MA New_York;MD New_York;ME New_York;MI New_York Chicago;MN Chicago;
    MO Chicago;MS Chicago;MT Denver;NC New_York;ND Chicago Denver;NE Chicago Denver;NH New_York;NJ New_York;NM Denver;
    NV Los_Angeles Denver;NY New_York;OH New_York;OK Chicago;OR Los_Angeles Boise;PA New_York;PR Puerto_Rico;RI New_York;
    SC New_York;SD Chicago Denver;TN New_York Chicago;TX Chicago Denver;UT Denver;VA New_York;VT New_York;WA Los_Angeles;
    WI Chicago;WV New_York;WY Denver`,
  CA: `
    AB Edmonton;BC Vancouver Edmonton Creston Dawson_Creek;MB Winnipeg;NB Moncton;NL St_Johns Goose_Bay;NS Halifax;
    NT Edmonton;NU Iqaluit Rankin_Inlet Cambridge_Bay Coral_Harbour;ON Toronto Winnipeg Coral_Harbour;PE Halifax;
    QC Toronto Blanc-Sablon;SK Regina Edmonton;YT Whitehorse`,
  AU: `
    ACT Australia/Sydney;NSW Australia/Sydney Australia/Broken_Hill Australia/Lord_Howe;NT Australia/Darwin;
    QLD Australia/Brisbane;SA Australia/Adelaide;TAS Australia/Hobart;VIC Australia/Melbourne;
    WA Australia/Perth Australia/Eucla`,
};

export const PROVINCE_ZONES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(ZONES).flatMap(([country, list]) =>
    list.split(';').map((entry): [string, string[]] => {
      const [code = '', ...zones] = entry.trim().split(' ');
      return [`${country}-${code}`, zones.map((zone) => (zone.includes('/') ? zone : `America/${zone}`))];
    }),
  ),
);
