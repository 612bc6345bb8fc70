import { Field, ID, InputType } from 'type-graphql';
import {
  REPORT_FORMATS,
  type ReportAudience,
  type ReportFormat,
  type ReportLanguage,
} from '../../server/reports';
import { enumeration } from '../relay/enumeration';
import { LOCALE } from '../relay/localised-field';
import { Write } from '../relay/write';
import { REPORT_AUDIENCE } from './report-variant.type';

export const REPORT_FORMAT = enumeration(REPORT_FORMATS, 'ReportFormat', 'Format d’un rapport téléchargé.', {
  PDF: 'PDF balisé (PDF/UA-1).',
  HTML: 'Une page HTML qui se suffit à elle-même.',
  JSON: 'Le JSON canonique (RFC 8785), dont l’empreinte se vérifie.',
});

@InputType('ReportDownloadInput')
export class ReportDownloadInput extends Write {
  @Field(() => ID)
  reportId!: string;

  @Field(() => REPORT_FORMAT, { description: 'Format du fichier.' })
  format!: ReportFormat;

  @Field(() => LOCALE, {
    description: 'Langue de la mise en page ; ce que des personnes ont écrit reste tel quel.',
  })
  language!: ReportLanguage;

  @Field(() => REPORT_AUDIENCE, { description: 'À qui le fichier est destiné.' })
  audience!: ReportAudience;
}
