import { ArgsType, Field } from 'type-graphql';
import type { Locale } from '../../server/kernel/messages';
import { declareEdge } from './edge-field';
import { enumeration } from './enumeration';

/** The languages of the platform. */
export const LOCALE = enumeration(['fr', 'en'], 'Locale', 'Langue des textes.', {
  fr: 'Français.',
  en: 'English.',
});

@ArgsType()
class LocaleArgs {
  @Field(() => LOCALE, { nullable: true, description: 'Langue voulue ; sans elle, celle d’Accept-Language.' })
  locale?: Locale | null;
}

/**
 * Declares a text that the platform holds in French and English. The read model serves it under the same name; where
 * every millisecond counts, the plain columns beside it (`titleFr`, `titleEn`) cost less.
 */
export function LocalisedField({ description }: { description: string }): PropertyDecorator {
  return declareEdge(() => String, { description, args: LocaleArgs });
}
