/** Version of the rules by which files are judged, kept with each verdict: raised whenever a rule changes. */
export const SCANNER_VERSION = '2';
