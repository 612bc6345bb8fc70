import type { MessageTexts } from './messages';

/** What can be said of a request that asks for too much. */
export const limitMessages = {
  DOCUMENT_TOO_LONG: {
    fr: 'Document trop long : {most} caractères au plus. Passez les valeurs en variables.',
    en: 'Document too long: at most {most} characters. Pass values as variables.',
  },
  QUERY_TOO_DEEP: {
    fr: 'Requête trop profonde : {most} niveaux au plus.',
    en: 'Query too deep: at most {most} levels.',
  },
  QUERY_TOO_NESTED: {
    fr: 'Champs et fragments trop imbriqués : {most} niveaux au plus.',
    en: 'Fields and fragments too nested: at most {most} levels.',
  },
  QUERY_TOO_MANY_FIELDS: {
    fr: 'Trop de champs : {most} au plus, fragments développés.',
    en: 'Too many fields: at most {most}, fragments spread out.',
  },
  QUERY_TOO_MANY_ROOT_FIELDS: {
    fr: 'Trop de champs à la racine : {most} au plus par opération.',
    en: 'Too many fields at the root: at most {most} in an operation.',
  },
  QUERY_TOO_MANY_MUTATIONS: {
    fr: 'Trop de mutations : {most} au plus par opération.',
    en: 'Too many mutations: at most {most} in an operation.',
  },
  QUERY_TOO_MANY_ALIASES: {
    fr: 'Trop d’alias : {most} au plus.',
    en: 'Too many aliases: at most {most}.',
  },
  QUERY_TOO_MANY_REPETITIONS: {
    fr: 'Trop de champs répétés au même endroit : {most} au plus.',
    en: 'Too many fields repeated in one place: at most {most}.',
  },
  QUERY_TOO_MANY_DIRECTIVES: {
    fr: 'Trop de directives : {most} au plus.',
    en: 'Too many directives: at most {most}.',
  },
  FIELD_TOO_MANY_DIRECTIVES: {
    fr: 'Trop de directives au même endroit : {most} au plus.',
    en: 'Too many directives in one place: at most {most}.',
  },
  LIST_TOO_LONG: {
    fr: 'Liste trop longue : {most} valeurs au plus.',
    en: 'List too long: at most {most} entries.',
  },
  VARIABLES_TOO_LARGE: {
    fr: 'Trop de valeurs dans les variables : {most} au plus.',
    en: 'Too many values in the variables: at most {most}.',
  },
  TEXT_TOO_LONG: {
    fr: 'Texte trop long pour qui n’est pas connecté : {most} caractères au plus.',
    en: 'Text too long for a caller who is not signed in: at most {most} characters.',
  },
  QUERY_TOO_LARGE: {
    fr: 'Requête trop grande : {asked} objets au moins, {most} au plus. Demandez des pages plus courtes ou moins de niveaux.',
    en: 'Query too large: at least {asked} objects, at most {most}. Ask for shorter pages or fewer levels.',
  },
} as const satisfies MessageTexts;

/** A code under which a request is refused for its size. */
export type LimitCode = keyof typeof limitMessages;
