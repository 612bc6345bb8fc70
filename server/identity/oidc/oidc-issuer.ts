import { parse } from 'yaml';
import { z } from 'zod';

const issuer = z.strictObject({
  /** In our own addresses, and in what is kept of identities: never to be given to another issuer. */
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  label: z.strictObject({ fr: z.string().min(1), en: z.string().min(1) }),
  issuer: z.url(),
  /** Where its metadata stands, when that is not the usual place below the issuer. */
  discovery: z.url().optional(),
  /** Its metadata, when it cannot be read from the provider. */
  metadata: z.record(z.string(), z.unknown()).optional(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  tokenAuthentication: z.enum(['basic', 'post']).default('basic'),
  algorithms: z
    .array(z.enum(['RS256', 'PS256', 'ES256']))
    .min(1)
    .default(['RS256']),
  /** Beside the client id, which every id_token must name. */
  audience: z.string().optional(),
  scope: z.string().default('openid'),
  acrValues: z.string().optional(),
  /** Values of `acr` that say that the provider saw two factors. */
  secondFactorAcr: z.array(z.string()).default([]),
  claims: z.strictObject({ rpps: z.string().optional() }).default({}),
});

/** One identity provider, as the configuration has it. */
export type OidcIssuer = z.infer<typeof issuer>;

/**
 * The identity providers in a text of JSON or YAML: a list, one entry each.
 * @throws Error with one line naming what is wrong
 */
export function oidcIssuersFrom(text: string): OidcIssuer[] {
  const parsed = z.array(issuer).safeParse(parse(text));
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  }
  const names = parsed.data.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error('two issuers have the same name');
  return parsed.data;
}
