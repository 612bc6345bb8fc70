import { paragraph, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { groupBlocks } from './finding-blocks';
import { pointsOfAttention, readsAllFindings } from './naming';

const WORDS = {
  fr: { title: 'Constats', none: 'Aucun constat n’appelle d’action.' },
  en: { title: 'Findings', none: 'No finding calls for action.' },
} as const;

/** What calls for attention, gravest first, each finding with its criterion and what became of it. */
export function findings(rendering: Rendering): Part | null {
  const { language } = rendering;
  if (!readsAllFindings(rendering)) return null;
  const groups = pointsOfAttention(rendering);
  return {
    title: WORDS[language].title,
    blocks: groups.length === 0 ? [paragraph(WORDS[language].none)] : groupBlocks(groups, rendering),
  };
}
