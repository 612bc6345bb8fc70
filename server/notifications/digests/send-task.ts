/** The task that hands one message to the mail server; only processes that have one know it. */
export const SEND_TASK = 'sendMail';
