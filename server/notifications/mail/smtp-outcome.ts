/** How an attempt to hand over a message ended: taken, refused for now or for good, no answer at all, too late to try. */
export const ATTEMPT_OUTCOMES = ['ACCEPTED', 'LATER', 'REFUSED', 'UNREACHED', 'EXPIRED'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** What nodemailer says of a failure. */
interface SmtpError {
  responseCode?: number;
  /** The command that was answered so: RCPT TO, DATA, AUTH, CONN … */
  command?: string;
}

/** Commands that speak of this message and its recipient; a refusal of others is the business of whoever set the server up. */
const OF_THE_MESSAGE = /^(RCPT TO|DATA)$/;

/** Answers of a server that wants a password, or another one, whatever it is asked (RFC 4954 §6). */
const OF_THE_SIGN_IN: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/**
 * What a failure to send means. A message is refused for good (5xx) only when the server answered so to the message itself:
 * a wrong password, a sender that it does not know or a server that takes nobody is mended some day, and the message waits
 * for it.
 */
export function outcomeOf(error: unknown): { outcome: AttemptOutcome; smtpCode: number | null } {
  const { responseCode, command } = error as SmtpError;
  if (!responseCode) return { outcome: 'UNREACHED', smtpCode: null };
  const isForGood =
    responseCode >= 500 && !OF_THE_SIGN_IN.has(responseCode) && OF_THE_MESSAGE.test(command ?? '');
  return { outcome: isForGood ? 'REFUSED' : 'LATER', smtpCode: responseCode };
}

/**
 * Seconds between attempts to send a message, growing: greylisting asks for minutes, a broken server for hours. After the
 * last, the message is too old to be sent.
 */
export const MAIL_RETRY_SECONDS = [
  60, 300, 900, 3_600, 10_800, 21_600, 43_200, 43_200, 86_400, 86_400, 86_400, 43_200,
] as const;

/** Days after which a message is not sent any more: what waited then is in a later one. */
export const MAIL_LASTS_DAYS = 5;
