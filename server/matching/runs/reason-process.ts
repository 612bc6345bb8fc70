import { checkPlan } from '../checker/check-plan';
import { comparePlans } from '../reasons/compare-plans';
import { explainShortfalls } from '../reasons/explain-shortfalls';
import { resolveAfterChange } from '../reasons/resolve-after-change';
import { substitutes } from '../reasons/substitutes';
import { whyNotPair } from '../reasons/why-not-pair';
import { whyPair } from '../reasons/why-pair';
import type { AnyQuestion, ReasonWord } from './ask-apart';

// The process of `askApart`: takes one question, answers it and ends.

function answer(question: AnyQuestion): unknown {
  const { instance, plan } = question;
  switch (question.kind) {
    case 'CHECK':
      return checkPlan(instance, question.plan);
    case 'SHORTFALLS':
      return explainShortfalls(instance, plan);
    case 'WHY':
      return whyPair(instance, plan, question.auditor, question.service);
    case 'WHY_NOT':
      return whyNotPair(instance, plan, question.auditor, question.service);
    case 'SUBSTITUTES':
      return substitutes(instance, plan, question.service, question.seat);
    case 'COMPARISON':
      return comparePlans(instance, question.before, plan);
    case 'RESOLVE':
      return resolveAfterChange(instance, plan, question);
  }
}

process.once('message', (question: AnyQuestion) => {
  Promise.resolve(question)
    .then(answer)
    .then((given): ReasonWord => ({ given }))
    .catch((error: Error): ReasonWord => ({ failed: error.stack ?? String(error) }))
    // Ends once it is said.
    .then((word) => process.send?.(word, () => process.exit()))
    .catch(() => process.exit(1));
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
