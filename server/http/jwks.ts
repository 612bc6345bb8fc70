import type { FastifyInstance } from 'fastify';
import type { KeyRing } from '../identity';

/** The public keys of access tokens, for whoever checks them (RFC 7517). */
export const JWKS_PATH = '/.well-known/jwks.json';

/** Serves the ring's public keys; kept by others for a minute at most, as long as a retired key may live on. */
export function jwksRoute(http: FastifyInstance, keyRing: KeyRing): void {
  http.get(JWKS_PATH, (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=60')
      .type('application/jwk-set+json; charset=utf-8')
      .send(JSON.stringify(keyRing.jwks())),
  );
}
