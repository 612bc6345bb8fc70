import { paragraph, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { groupBlocks } from './finding-blocks';
import { strengthsOf } from './naming';

const WORDS = {
  fr: { title: 'Points forts et pratiques remarquables', none: 'L’équipe n’a pas rédigé de point fort.' },
  en: { title: 'Strengths and remarkable practices', none: 'The team wrote no strength.' },
} as const;

/** What the service does well, before anything else about findings. */
export function strengths(rendering: Rendering): Part | null {
  if (!rendering.report.body?.findings) return null;
  const words = WORDS[rendering.language];
  const groups = strengthsOf(rendering);
  return {
    title: words.title,
    blocks: groups.length === 0 ? [paragraph(words.none)] : groupBlocks(groups, rendering),
  };
}
