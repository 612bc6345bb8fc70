import type { FastifyInstance } from 'fastify';
import { ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { SIGN_IN_BAR, SIGN_IN_SCRIPT } from './explorer-sign-in';
import { GRAPHQL_PATH } from './graphql-route';

/** Where the explorer page answers. */
export const EXPLORER_PATH = '/explorer';

const STATIC_PATH = `${EXPLORER_PATH}/static/`;
const SCRIPT_PATH = `${EXPLORER_PATH}/sign-in.js`;

// The page's own inline scripts come from the package; everything else stays on this host.
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function page(): string {
  return ruruHTML({ endpoint: GRAPHQL_PATH, staticPath: STATIC_PATH })
    .replace(/<title>[^<]*<\/title>/, '<title>Vis-à-vis : explorateur</title><link rel="icon" href="data:,">')
    .replace('<head>', `<head>\n<script src="${SCRIPT_PATH}"></script>`)
    .replace('<body>', `<body>${SIGN_IN_BAR}`);
}

/** Serves GraphiQL (the ruru build) with a sign-in bar, without any outside host. */
export function explorerRoute(http: FastifyInstance): void {
  const html = page();
  http.get('/', (_request, reply) => reply.redirect(EXPLORER_PATH));
  http.get(EXPLORER_PATH, (_request, reply) =>
    reply
      .header('content-security-policy', CONTENT_POLICY)
      .header('x-content-type-options', 'nosniff')
      .type('text/html; charset=utf-8')
      .send(html),
  );
  http.get(SCRIPT_PATH, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SIGN_IN_SCRIPT),
  );
  http.get(`${STATIC_PATH}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC_PATH,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (!file) return reply.callNotFound();
    return reply.headers(file.headers).header('x-content-type-options', 'nosniff').send(file.content);
  });
}
