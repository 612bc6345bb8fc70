import fc from 'fast-check';
import { explainShortfalls } from '../../../server/matching/reasons/explain-shortfalls';
import { HARD_REASONS, PLAN_REASONS, WORTH_REASONS } from '../../../server/matching/reasons/reason';
import type { ReasonNames } from '../../../server/matching/reasons/reason-names';
import {
  furtherMoveSentence,
  reasonSentence,
  verdictSentence,
} from '../../../server/matching/reasons/reason-sentences';
import { RELAXATION_KINDS } from '../../../server/matching/reasons/relaxations';
import { LIMITS } from '../../../server/matching/reasons/shortfall-limits';
import {
  blockingSentence,
  relaxationSentence,
  shortfallSentence,
} from '../../../server/matching/reasons/shortfall-sentences';
import { whyNotPair } from '../../../server/matching/reasons/why-not-pair';
import { whyPair } from '../../../server/matching/reasons/why-pair';
import { smallPlans } from '../../support/matching/small-plans';

const names: ReasonNames = {
  auditor: (id) => `Dr ${id}`,
  service: (id) => `CH ${id}`,
  group: (id) => `GHT ${id}`,
  region: () => 'Bretagne',
  rule: () => ({ fr: 'bassin voisin', en: 'neighbouring area' }),
  modality: (code) => ({ fr: code === 'CT' ? 'scanner' : code, en: code }),
};

describe('reasons as sentences', () => {
  it('read in French and in English, with names instead of ids', () => {
    const conflict = { code: 'CONFLICT', parameters: { rules: ['C09'] } };
    expect(reasonSentence(conflict, names)).toEqual({
      fr: 'Conflit : C09 (bassin voisin)',
      en: 'Conflict: C09 (neighbouring area)',
    });
    const busy = { code: 'BUSY_WEEK', parameters: { week: '2027-W03', service: 'S2' } };
    expect(reasonSentence(busy, names)).toEqual({
      fr: 'Audite CH S2 en semaine 3 de 2027',
      en: 'Audits CH S2 in week 3 of 2027',
    });
    const fit = {
      code: 'FIT',
      parameters: { mastered: 1, needed: 2, skills: ['CT'], missing: ['MRI'] },
    };
    expect(reasonSentence(fit, names)).toEqual({
      fr: 'Maîtrise 1 modalité(s) sur 2 : scanner ; pas MRI',
      en: 'Masters 1 of 2 modalities: CT; not MRI',
    });
    const after = { kind: 'REPLACE' as const, service: 'S2', leaves: 'A1', joins: null };
    expect(furtherMoveSentence(after, names).fr).toBe('Après que Dr A1 a quitté CH S2');
    const more = {
      kind: 'MORE_AUDITORS',
      detail: { profession: 'RADIOLOGIST', region: 'BRE', capacity: 2, lead: 1, skills: 'CT MRI' },
      gain: 1,
      filled: 1,
    };
    expect(relaxationSentence(more, names)).toEqual({
      fr: 'Un radiologue de plus (Bretagne), qui peut diriger, maîtrisant scanner, MRI',
      en: 'One more radiologist (Bretagne) who may lead, mastering CT, MRI',
    });
    expect(blockingSentence({ limit: 'C09', auditors: ['A1'] }, names).en).toBe(
      'Rule C09 (neighbouring area) keeps 1 auditor away',
    );
  });

  it('are there for each code', () => {
    for (const code of [...HARD_REASONS, ...PLAN_REASONS, ...WORTH_REASONS]) {
      const { fr, en } = reasonSentence(
        { code, parameters: { profession: 'RADIOLOGIST', seat: 'TRAINEE' } },
        names,
      );
      expect([fr, en]).not.toContain(code);
      expect(fr).not.toBe(en);
    }
    for (const kind of RELAXATION_KINDS)
      expect(
        relaxationSentence({ kind, detail: { profession: 'RADIOLOGIST' }, gain: 0, filled: 1 }, names).fr,
      ).not.toBe('');
    for (const limit of LIMITS)
      expect(blockingSentence({ limit, auditors: [] }, names).fr).not.toMatch(/^La règle/);
  });

  it('are there for whatever is found, and leave nothing out', async () => {
    const seen = new Set<string>();
    const isWhole = ({ fr, en }: { fr: string; en: string }, code: string) => {
      seen.add(code);
      for (const sentence of [fr, en]) {
        expect(sentence).not.toMatch(/undefined|NaN|null|\[object|^$/);
        // Codes of reasons are for programs.
        if (code.length > 3) expect(sentence).not.toContain(code);
      }
    };
    await fc.assert(
      fc.asyncProperty(smallPlans({ services: 3, auditors: 6 }), async ({ instance, teams }) => {
        for (const { id: where } of instance.services)
          for (const { id: who } of instance.auditors) {
            const why = whyPair(instance, { teams }, who, where);
            for (const part of [...(why?.valueParts ?? []), ...(why?.planParts ?? [])])
              isWhole(reasonSentence(part, names), part.code);
            for (const { after } of why?.alternatives ?? [])
              if (after) isWhole(furtherMoveSentence(after, names), after.kind);
            const whyNot = (await whyNotPair(instance, { teams }, who, where))!;
            isWhole(verdictSentence(whyNot), whyNot.verdict);
            for (const reason of [...whyNot.hard, ...whyNot.inPlan])
              isWhole(reasonSentence(reason, names), reason.code);
          }
        for (const shortfall of await explainShortfalls(instance, { teams }, { seats: 2 })) {
          isWhole(shortfallSentence(shortfall, names), 'EMPTY');
          for (const blocking of shortfall.blocking)
            isWhole(blockingSentence(blocking, names), blocking.limit);
          for (const relaxation of shortfall.relaxations)
            isWhole(relaxationSentence(relaxation, names), relaxation.kind);
        }
      }),
      { numRuns: 25 },
    );
    expect(seen.size).toBeGreaterThan(20);
  });
});
