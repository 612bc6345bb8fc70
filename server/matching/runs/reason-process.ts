import { explainShortfalls } from '../reasons/explain-shortfalls';
import { resolveAfterChange } from '../reasons/resolve-after-change';
import { whyNotPair } from '../reasons/why-not-pair';
import type { AnyQuestion, ReasonWord } from './ask-apart';

// The process of `askApart`: takes one question, answers it and ends.

function answer(question: AnyQuestion): Promise<unknown> {
  const { instance, plan } = question;
  if (question.kind === 'SHORTFALLS') return explainShortfalls(instance, plan);
  if (question.kind === 'WHY_NOT') return whyNotPair(instance, plan, question.auditor, question.service);
  const { withdrawn, fixed } = question;
  return resolveAfterChange(instance, plan, { withdrawn, fixed });
}

process.once('message', (question: AnyQuestion) => {
  answer(question)
    .then((given): ReasonWord => ({ given }))
    .catch((error: Error): ReasonWord => ({ failed: error.stack ?? String(error) }))
    // Ends once it is said.
    .then((word) => process.send?.(word, () => process.exit()))
    .catch(() => process.exit(1));
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
