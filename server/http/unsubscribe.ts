import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import type { SecretBox } from '../identity';
import { accountOfLink, unsubscribe, UNSUBSCRIBE_PATH } from '../notifications';

const BODY_LIMIT = 8 * 1024;
const PAGE_POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ASK = `<form method="post"><p>Ne plus recevoir les messages facultatifs de Vis-à-vis ?
Ceux que le droit ou un délai rendent obligatoires vous parviendront toujours.</p>
<p lang="en">Receive no optional messages of Vis-à-vis any more? Those that the law or a delay make compulsory will still reach you.</p>
<p><button>Confirmer · Confirm</button></p></form>`;
const DONE = `<p>C’est fait : vous ne recevrez plus que les messages obligatoires. Vos préférences peuvent être changées sur la plateforme.</p>
<p lang="en">Done: you will receive compulsory messages alone. Your preferences can be changed on the platform.</p>`;
const UNKNOWN = `<p>Ce lien n’est plus valable. Changez vos préférences sur la plateforme.</p>
<p lang="en">This link does not hold any more. Change your preferences on the platform.</p>`;

/**
 * The links of messages: `GET` shows a page that changes nothing, since mail filters follow links; `POST` switches the
 * optional messages off, from that page or by one click in a mail program (RFC 8058), without anybody signing in.
 */
export function unsubscribeRoute(
  http: FastifyInstance,
  { dataSource, secretBox }: { dataSource: DataSource; secretBox: SecretBox },
): void {
  void http.register((scope, _options, done) => {
    // What the form says does not matter: that it was sent does. Mail programs send it in either encoding.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, _body, parsed) => parsed(null, null),
    );
    const path = `${UNSUBSCRIBE_PATH}/:token`;
    scope.get<{ Params: { token: string } }>(path, (request, reply) =>
      accountOfLink(secretBox, request.params.token) ? page(reply, 200, ASK) : page(reply, 404, UNKNOWN),
    );
    scope.post<{ Params: { token: string } }>(path, async (request, reply) => {
      const accountId = accountOfLink(secretBox, request.params.token);
      const isDone = accountId !== null && (await unsubscribe(dataSource, accountId));
      return isDone ? page(reply, 200, DONE) : page(reply, 404, UNKNOWN);
    });
    done();
  });
}

function page(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', PAGE_POLICY)
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Vis-à-vis</title></head><body>${body}</body></html>`,
    );
}
