import { createServer, type ServerResponse } from 'node:http';
import { Pool, types, type PoolClient } from 'pg';
import { serve, serverSettings } from './serving';

// The floor: what answering costs when nothing stands between HTTP and SQL. Flat rows by prepared statements, sent in
// one packet where they do not wait for each other, put together in Node and written with JSON.stringify. It has no
// sign-in, no policy, no limits, and answers three questions only: no API can be as fast.

const DATE = 1082;
types.setTypeParser(DATE, (text) => text);

type Row = Record<string, unknown>;
type Answer = (client: PoolClient, id: string) => Promise<unknown>;

const { address, pool: size } = serverSettings();
const pool = new Pool({
  ...('url' in address ? { connectionString: address.url } : address),
  max: size,
  pipeline: true,
});

async function rows(client: PoolClient, name: string, text: string, values: unknown[]): Promise<Row[]> {
  return (await client.query<Row>({ name, text, values })).rows;
}

const campaign: Answer = async (client, id) => {
  const [campaigns, audits] = await Promise.all([
    rows(client, 'campaign', 'select code, title, state from campaign where id = $1', [id]),
    rows(
      client,
      'audits',
      `select a.id, a.reference, a.state, a.visit_on, s.name, s.region_name
       from audit a join audited_service s on s.id = a.audited_service_id
       where a.campaign_id = $1 order by a.reference, a.id limit 50`,
      [id],
    ),
  ]);
  const findings = await rows(
    client,
    'findings',
    `select audit_id, criterion_id, number, kind, severity, statement from finding
     where audit_id = any($1) order by audit_id, number, id`,
    [audits.map((audit) => audit['id'])],
  );
  const criteria = await rows(
    client,
    'criteria',
    'select id, code, text_fr from criterion where id = any($1)',
    [[...new Set(findings.map((finding) => finding['criterion_id']))]],
  );
  const criterionOf = new Map(
    criteria.map((row) => [row['id'], { code: row['code'], textFr: row['text_fr'] }]),
  );
  const findingsOf = new Map<unknown, Row[]>();
  for (const { audit_id, criterion_id, ...finding } of findings) {
    let list = findingsOf.get(audit_id);
    if (!list) findingsOf.set(audit_id, (list = []));
    if (list.length < 20) list.push({ ...finding, criterion: criterionOf.get(criterion_id) ?? null });
  }
  const nodes = audits.map((audit) => ({
    reference: audit['reference'],
    state: audit['state'],
    visitOn: audit['visit_on'],
    auditedService: { name: audit['name'], regionName: audit['region_name'] },
    findings: { nodes: findingsOf.get(audit['id']) ?? [] },
  }));
  return { campaign: campaigns[0] ? { ...campaigns[0], audits: { nodes } } : null };
};

const audit: Answer = async (client, id) => {
  const [audits, grades] = await Promise.all([
    rows(client, 'audit', 'select reference, state from audit where id = $1', [id]),
    rows(
      client,
      'grades',
      `select g.stage, g.value, g.reason, g.comment, g.minutes, c.code, c.is_critical
       from grade g join criterion c on c.id = g.criterion_id
       where g.audit_id = $1 order by g.created_at, g.id limit 100`,
      [id],
    ),
  ]);
  const nodes = grades.map(({ code, is_critical, ...grade }) => ({
    ...grade,
    criterion: { code, isCritical: is_critical },
  }));
  return { audit: audits[0] ? { ...audits[0], grades: { nodes } } : null };
};

const campaigns: Answer = async (client) => {
  const nodes = await rows(
    client,
    'campaigns',
    `select code, title, state, visits_from as "visitsFrom", visits_to as "visitsTo"
     from campaign order by created_at, id limit 20`,
    [],
  );
  return { campaigns: { nodes } };
};

const answers: Readonly<Record<string, Answer>> = { campaign, audit, campaigns };

async function respond(url: string, response: ServerResponse): Promise<void> {
  const [, name = '', id = ''] = url.split('/');
  const answer = answers[name];
  if (!answer) throw new Error(`no question ${name}`);
  const client = await pool.connect();
  try {
    const body = Buffer.from(JSON.stringify({ data: await answer(client, id) }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  } finally {
    client.release();
  }
}

serve(
  createServer((request, response) => {
    respond(request.url ?? '', response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  }),
);
