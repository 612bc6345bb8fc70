import type { Block, Cell, Part } from './blocks';
import { amendment } from './parts/amendment';
import { coverage } from './parts/coverage';
import { doses } from './parts/doses';
import { findings } from './parts/findings';
import { measures } from './parts/measures';
import { plan } from './parts/plan';
import { proof } from './parts/proof';
import { scope } from './parts/scope';
import { sections } from './parts/sections';
import { strengths } from './parts/strengths';
import { summary } from './parts/summary';
import { treatment } from './parts/treatment';
import type { Rendering } from './shown-report';
import { typeset } from './typography';

/** The order of a report: strengths before findings, proof last. */
const ORDER: readonly ((rendering: Rendering) => Part | null)[] = [
  scope,
  sections,
  strengths,
  findings,
  measures,
  doses,
  treatment,
  amendment,
  plan,
  coverage,
  proof,
];

const WORDS = {
  fr: {
    title: 'Rapport d’audit clinique par les pairs',
    version: 'version',
    contents: 'Sommaire',
    page: 'Vis-à-vis – audit clinique par les pairs en radiologie',
  },
  en: {
    title: 'Report of a peer clinical audit',
    version: 'version',
    contents: 'Contents',
    page: 'Vis-à-vis – peer clinical audits in radiology',
  },
} as const;

/** A report ready to be printed, as HTML or as PDF. */
export interface PrintableReport {
  language: Rendering['language'];
  title: string;
  /** Reference and version, on each page. */
  running: string;
  /** What the platform is, on each page. */
  platform: string;
  contents: string;
  authors: readonly string[];
  /** Stands before the table of contents. */
  summary: readonly Block[];
  body: readonly Block[];
}

/** Puts the parts together, in both forms alike: numbered, each heading with its own id, all texts typeset. */
export function printable(rendering: Rendering): PrintableReport {
  const { report, language } = rendering;
  const words = WORDS[language];
  const parts = ORDER.flatMap((part) => part(rendering) ?? []);
  const running = [report.body?.audit?.reference, `${words.version} ${report.number ?? 1}`]
    .filter(Boolean)
    .join(' – ');
  const named = (part: Part, number: number): Block[] =>
    blocksOf(part, number).map((block) => mapTexts(block, typeset));
  return {
    language,
    title: typeset(`${words.title} – ${running}`),
    running: typeset(running),
    platform: words.page,
    contents: words.contents,
    authors: (report.body?.team ?? []).map(({ givenName, familyName }) =>
      typeset(`${givenName ?? ''} ${familyName ?? ''}`.trim()),
    ),
    summary: named(summary(rendering), 0),
    body: parts.flatMap((part, index) => named(part, index + 1)),
  };
}

function blocksOf({ title, blocks }: Part, number: number): Block[] {
  const id = `part-${number}`;
  const text = number === 0 ? title : `${number}. ${title}`;
  let below = 0;
  return [
    { kind: 'heading', level: 1, id, text },
    ...blocks.map((block) => (block.kind === 'heading' ? { ...block, id: `${id}-${(below += 1)}` } : block)),
  ];
}

function mapTexts(block: Block, write: (text: string) => string): Block {
  const cell = (value: Cell): Cell =>
    typeof value === 'string' ? write(value) : { ...value, alt: write(value.alt) };
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(write) };
    case 'facts':
      return { ...block, facts: block.facts.map(([name, value]) => [write(name), write(value)]) };
    case 'table':
      return {
        ...block,
        caption: write(block.caption),
        columns: block.columns.map((column) => ({ ...column, title: write(column.title) })),
        rows: block.rows.map((row) => row.map(cell)),
      };
    case 'figure':
      return { ...block, caption: write(block.caption), plot: { ...block.plot, alt: write(block.plot.alt) } };
    default:
      return { ...block, text: write(block.text) };
  }
}
