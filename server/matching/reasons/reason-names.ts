import type { LocalisedText } from '../../templates';
import type { PlanSeat } from '../matcher/instance';
import type { Reason } from './reason';

/** How ids and codes read to whoever asks: what he may not know, the API leaves out before it asks for a sentence. */
export interface ReasonNames {
  auditor: (id: string) => string;
  service: (id: string) => string;
  group: (id: string) => string;
  region: (code: string) => string;
  rule: (code: string) => LocalisedText;
  modality: (code: string) => LocalisedText;
}

/** What a template writes its parameters with, in one language. */
export interface Wording {
  number: (name: string) => string;
  word: (name: string) => string;
  auditor: (name?: string) => string;
  service: (name?: string) => string;
  services: () => string;
  auditors: () => string;
  group: (name?: string) => string;
  region: () => string;
  rule: () => string;
  rules: () => string;
  modalities: (name: string) => string;
  week: (name?: string) => string;
  weeks: () => string;
  seat: (name: string) => string;
}

/** A sentence with places for parameters. */
export interface Template {
  fr: (wording: Wording) => string;
  en: (wording: Wording) => string;
}

type Language = keyof LocalisedText;

const SEATS: Record<PlanSeat, LocalisedText> = {
  RADIOLOGIST: { fr: 'radiologue', en: 'radiologist' },
  RADIOGRAPHER: { fr: 'manipulateur', en: 'radiographer' },
  MEDICAL_PHYSICIST: { fr: 'physicien médical', en: 'medical physicist' },
  TRAINEE: { fr: 'auditeur en formation', en: 'auditor in training' },
};

/** A template filled in, in both languages. */
export const worded = (
  template: Template,
  parameters: Reason['parameters'],
  names: ReasonNames,
): LocalisedText => ({
  fr: template.fr(wording(parameters, names, 'fr')),
  en: template.en(wording(parameters, names, 'en')),
});

function wording(parameters: Reason['parameters'], names: ReasonNames, language: Language): Wording {
  const word = (name: string): string => {
    const value = parameters[name];
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  };
  const list = (name: string, read: (word: string) => string): string => {
    const value = parameters[name] ?? [];
    const words = Array.isArray(value) ? value : String(value).split(' ').filter(Boolean);
    return words.map(read).join(', ');
  };
  const rule = (code: string) => `${code} (${names.rule(code)[language]})`;
  return {
    word,
    number: (name) => Number(parameters[name]).toLocaleString(language, { maximumFractionDigits: 2 }),
    auditor: (name = 'auditor') => names.auditor(word(name)),
    service: (name = 'service') => names.service(word(name)),
    services: () => list('services', names.service),
    auditors: () => list('auditors', names.auditor),
    group: (name = 'group') => names.group(word(name)),
    region: () => names.region(word('region')),
    rule: () => rule(word('rule')),
    rules: () => list('rules', rule),
    modalities: (name) => list(name, (code) => names.modality(code)[language]),
    week: (name = 'week') => weekName(word(name), language),
    weeks: () => list('weeks', (week) => weekName(week, language)),
    seat: (name) => SEATS[word(name) as PlanSeat][language],
  };
}

/** "2027-W03" as people say it. */
function weekName(week: string, language: Language): string {
  const [year, number] = week.split('-W');
  if (number === undefined) return week;
  return language === 'fr' ? `semaine ${Number(number)} de ${year}` : `week ${Number(number)} of ${year}`;
}
