export { agreementBand, AGREEMENT_BANDS, type AgreementBand } from './agreement-bands';
export { brennanPrediger, congerKappa, fleissKappa, gwetAC, percentAgreement } from './chance-corrected';
export {
  UNDEFINED_AGREEMENTS,
  type Agreement,
  type AgreementOptions,
  type UndefinedAgreement,
} from './coefficient';
export { krippendorffAlpha, type MeasurementLevel } from './krippendorff';
export { fleissErrorUnderChance, fleissKappaByCategory, lightKappa, type CategoryKappa } from './many-raters';
export { categoriesOf, ratingsOfCounts, ratingsOfTable, type Category, type Ratings } from './ratings';
export { studentT975 } from './student-t';
export { cohenKappa, scottPi, type CohenKappa } from './two-raters';
export { weightsOf, type WeightKind, type Weights } from './weights';
