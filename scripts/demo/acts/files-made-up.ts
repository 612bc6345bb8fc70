import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { OwnFile } from '../transfer';

const LEFT = 60;
const TOP = 760;
const LINE = 22;
const SIZE = 12;

/** The protocols of a service, one page. */
export async function protocolPdf(service: string): Promise<OwnFile> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage();
  const lines = [
    `Protocoles de scanographie : ${service}`,
    'Document inventé pour la démonstration.',
    'Chaque protocole est revu une fois par an par un radiologue et un physicien médical.',
  ];
  for (const [index, line] of lines.entries())
    page.drawText(line, { x: LEFT, y: TOP - index * LINE, size: SIZE, font });
  return {
    fileName: 'protocoles.pdf',
    mediaType: 'application/pdf',
    bytes: Buffer.from(await pdf.saveAsBase64(), 'base64'),
  };
}

const PARAGRAPH = 'Le demandeur est rappelé quand un autre examen répondrait mieux à la question posée.';
const PARAGRAPHS = 3000;

/** A text of some 250 kB, long enough for a connection to break in it. */
export function longText(service: string): OwnFile {
  const lines = [`Compte rendu des réunions : ${service}`, ...Array<string>(PARAGRAPHS).fill(PARAGRAPH)];
  return text('reunions.txt', lines);
}

/** The number on the specimen of the French health card, which belongs to nobody. */
const SPECIMEN_NIR = '2 69 05 49 588 157 80';

/** A text in which a patient's number was left. */
export function textWithNir(service: string): OwnFile {
  return text('relecture.txt', [`Relecture des demandes : ${service}`, '', `Dossier relu : ${SPECIMEN_NIR}`]);
}

/** A text that speaks of somebody by a date of birth. */
export function textWithBirthDate(service: string): OwnFile {
  return text('cas-ecole.txt', [
    `Cas d’école : ${service}`,
    'Patiente née le 12/03/1954, adressée pour un scanner.',
  ]);
}

function text(fileName: string, lines: readonly string[]): OwnFile {
  return { fileName, mediaType: 'text/plain', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
