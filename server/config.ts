import { z } from 'zod';
import { isClamdAddress } from './evidence';
import { RATE_LIMITS } from './graphql/limits/limits';

/** One setting: its environment variable, what it is for, and what stands when it is not given. */
const settings = {
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('`production` invents nothing: what is missing stops the start'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4000)
    .describe('port to listen on; 0 takes a free one'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'PostgreSQL ≥ 15 to use; without it an embedded server keeps its data in `DATA_DIR` (never in production)',
    ),
  DATABASE_RUNTIME_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'the same database with a login that is only a member of `vis_a_vis_runtime`; without it, requests go through `DATABASE_URL` and step down to that role',
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .describe('database connections of this process'),
  DATA_DIR: z
    .string()
    .default('.data')
    .describe('folder of the embedded database and of the development keys'),
  ACCESS_TOKEN_KEY: z
    .string()
    .optional()
    .describe('private EC key (P-256, PEM) that signs access tokens; made in `DATA_DIR` outside production'),
  TRAIL_KEY: z
    .string()
    .optional()
    .describe(
      'private Ed25519 key (PEM) that signs checkpoints of the trail; made in `DATA_DIR` outside production. Former public keys stay listed',
    ),
  ACCESS_TOKEN_PREVIOUS_KEYS: z
    .string()
    .optional()
    .describe('other keys (PEM blocks, private or public) whose access tokens are taken as well'),
  ACCESS_TOKEN_KEYS_FILE: z
    .string()
    .optional()
    .describe(
      'in the place of both: a file of PEM blocks whose first signs; followed while running, so that keys change without a restart',
    ),
  ACCESS_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .min(60)
    .max(3600)
    .default(600)
    .describe('how long an access token is good for'),
  ANONYMOUS_INTROSPECTION: z
    .enum(['on', 'off'])
    .optional()
    .describe(
      'whether callers without an account may look at the schema; `on` outside production, `off` in it',
    ),
  RATE_LIMIT_PER_ACCOUNT: z.coerce
    .number()
    .int()
    .min(1)
    .default(RATE_LIMITS.perAccount)
    .describe('points per minute of one account; a point is one request of up to 100 objects'),
  RATE_LIMIT_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(1)
    .default(RATE_LIMITS.perAddress)
    .describe('points per minute of all callers without an account at one address'),
  SESSION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(60)
    .describe('days after which a session ends, however much it is used'),
  SESSION_IDLE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('days after which a session ends that nobody renewed; auditors work offline'),
  SECRETS_KEY: z
    .string()
    .optional()
    .describe(
      '32 random bytes in base64 (`openssl rand -base64 32`) that encrypt second factors and webhook secrets; made in `DATA_DIR` outside production',
    ),
  SECOND_FACTOR_REQUIRED: z
    .stringbool()
    .optional()
    .describe(
      'whether roles of the programme hold only in a session with a second factor; on in production, off otherwise',
    ),
  EVIDENCE_STORE_FOLDER: z
    .string()
    .optional()
    .describe(
      'folder for the files of evidence, shared by all instances; `evidence` in `DATA_DIR` outside production',
    ),
  EVIDENCE_STORE_BUCKET: z
    .string()
    .optional()
    .describe('in its place: bucket of an S3-compatible service that keeps the files'),
  EVIDENCE_STORE_PREFIX: z
    .string()
    .default('')
    .describe('begins the names of all objects in the bucket: `evidence/`'),
  EVIDENCE_STORE_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address of the service; Amazon’s own when it is left out'),
  EVIDENCE_STORE_REGION: z.string().default('eu-west-3').describe('region of the service'),
  EVIDENCE_STORE_PATH_STYLE: z
    .stringbool()
    .optional()
    .describe(
      'whether the bucket stands in the path of the address and not in its host; on with `EVIDENCE_STORE_ENDPOINT`',
    ),
  EVIDENCE_STORE_ACCESS_KEY: z
    .string()
    .optional()
    .describe(
      'access key of the service; without it, what the AWS SDK finds (environment, role of the machine)',
    ),
  EVIDENCE_STORE_SECRET_KEY: z.string().optional().describe('its secret'),
  CLAMD_ADDRESS: z
    .string()
    .refine(isClamdAddress, 'expected tcp://host:3310 or unix:/run/clamav/clamd.ctl')
    .optional()
    .describe(
      'where the antivirus (ClamAV’s clamd) listens: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; what it has not seen is not published',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'where browsers reach this server; needed with `OIDC_ISSUERS` in production, and with `SMTP_URL`',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'mail server that takes the messages: `smtps://account:password@host:465`, or `smtp://` (with STARTTLS in production); without it they are composed and not sent',
    ),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/,
      'an address, or a name with one: Vis-à-vis <ne-pas-repondre@example.org>',
    )
    .optional()
    .describe('sender of the messages; needed with `SMTP_URL`, as is `PUBLIC_URL`, where their links lead'),
  OIDC_ISSUERS: z
    .string()
    .optional()
    .describe('identity providers (OpenID Connect), as JSON or YAML: see “Signing in”'),
  OIDC_RETURN_URLS: z
    .string()
    .default('')
    .describe('addresses of clients, with commas between, that a sign-in through a provider may return to'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe(
      'addresses of reverse proxies, with commas between, whose `X-Forwarded-For` is believed; wrong guesses are counted by address',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('how much is logged'),
} as const;

const schema = z.object(settings);

/** The validated configuration. */
export type Config = z.infer<typeof schema>;

/** A setting that is missing or wrong; its message is one line that says which and what to do. */
export class ConfigError extends Error {}

/**
 * Reads and checks every environment variable once.
 * @throws ConfigError with one line naming each setting that is missing or wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  const config = parsed.data;
  const mailNeeds = (['MAIL_FROM', 'PUBLIC_URL'] as const).filter((name) => !config[name]);
  if (config.SMTP_URL && mailNeeds.length > 0)
    throw new ConfigError(`with SMTP_URL, set ${mailNeeds.join(' and ')}: messages have a sender and links`);
  if (config.NODE_ENV === 'production') {
    const needed = [
      'DATABASE_URL',
      'SECRETS_KEY',
      'TRAIL_KEY',
      'ACCESS_TOKEN_KEY',
      'EVIDENCE_STORE_FOLDER',
      'PUBLIC_URL',
    ] as const;
    const isNeeded = {
      DATABASE_URL: true,
      SECRETS_KEY: true,
      TRAIL_KEY: true,
      ACCESS_TOKEN_KEY: !config.ACCESS_TOKEN_KEYS_FILE,
      EVIDENCE_STORE_FOLDER: !config.EVIDENCE_STORE_BUCKET,
      PUBLIC_URL: Boolean(config.OIDC_ISSUERS),
    };
    const missing = needed.filter((name) => isNeeded[name] && !config[name]);
    if (missing.length > 0)
      throw new ConfigError(`in production, set ${missing.join(' and ')}: nothing is invented`);
  }
  return config;
}

/** The README's table of settings, from the same source. */
export function configTable(): string {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const standard = schema.safeParse({}).data?.[name as keyof Config];
    return `| \`${name}\` | ${setting.description ?? ''} | ${standard === undefined ? '' : `\`${String(standard)}\``} |`;
  });
  return ['| variable | what for | default |', '| --- | --- | --- |', ...rows].join('\n');
}
