import { createServer, type ServerResponse } from 'node:http';
import { Pool, types, type PoolClient } from 'pg';
import { serve, serverSettings } from './serving';

// The floor: what answering costs when nothing stands between HTTP and SQL. Flat rows by prepared statements, sent in
// one packet where they do not wait for each other, put together in Node and written with JSON.stringify. It has no
// sign-in, no policy, no limits, and answers three questions only: no API can be as fast.

const DATE = 1082;
types.setTypeParser(DATE, (text) => text);

type Answer = (client: PoolClient, id: string) => Promise<unknown>;

const { address, pool: size } = serverSettings();
const pool = new Pool({
  ...('url' in address ? { connectionString: address.url } : address),
  max: size,
  pipeline: true,
});

async function rows<R extends unknown[]>(
  client: PoolClient,
  name: string,
  text: string,
  values: unknown[],
): Promise<R[]> {
  return (await client.query<R>({ name, text, values, rowMode: 'array' })).rows;
}

const campaign: Answer = async (client, id) => {
  const [campaigns, audits] = await Promise.all([
    rows<[code: string, title: string, state: string]>(
      client,
      'campaign',
      'select code, title, state from campaign where id = $1',
      [id],
    ),
    rows<[id: string, reference: string, state: string, visitOn: string, name: string, regionName: string]>(
      client,
      'audits',
      `select a.id, a.reference, a.state, a.visit_on, s.name, s.region_name
       from audit a join audited_service s on s.id = a.audited_service_id
       where a.campaign_id = $1 order by a.reference, a.id limit 50`,
      [id],
    ),
  ]);
  const [head] = campaigns;
  if (!head) return { campaign: null };
  const findings = await rows<
    [
      auditId: string,
      criterionId: string,
      number: number,
      kind: string,
      severity: string | null,
      statement: string,
    ]
  >(
    client,
    'findings',
    `select audit_id, criterion_id, number, kind, severity, statement from finding
     where audit_id = any($1) order by audit_id, number, id`,
    [audits.map(([auditId]) => auditId)],
  );
  const criteria = await rows<[id: string, code: string, textFr: string]>(
    client,
    'criteria',
    'select id, code, text_fr from criterion where id = any($1)',
    [[...new Set(findings.map(([, criterionId]) => criterionId))]],
  );
  const criterionOf = new Map(criteria.map(([criterionId, code, textFr]) => [criterionId, { code, textFr }]));
  const findingsOf = new Map<string, object[]>();
  for (const [auditId, criterionId, number, kind, severity, statement] of findings) {
    let list = findingsOf.get(auditId);
    if (!list) findingsOf.set(auditId, (list = []));
    if (list.length < 20)
      list.push({ number, kind, severity, statement, criterion: criterionOf.get(criterionId) ?? null });
  }
  const nodes = audits.map(([auditId, reference, state, visitOn, name, regionName]) => ({
    reference,
    state,
    visitOn,
    auditedService: { name, regionName },
    findings: { nodes: findingsOf.get(auditId) ?? [] },
  }));
  const [code, title, state] = head;
  return { campaign: { code, title, state, audits: { nodes } } };
};

const audit: Answer = async (client, id) => {
  const [audits, grades] = await Promise.all([
    rows<[reference: string, state: string]>(
      client,
      'audit',
      'select reference, state from audit where id = $1',
      [id],
    ),
    rows<
      [
        stage: string,
        value: string,
        reason: string | null,
        comment: string | null,
        minutes: number | null,
        code: string,
        isCritical: boolean,
      ]
    >(
      client,
      'grades',
      `select g.stage, g.value, g.reason, g.comment, g.minutes, c.code, c.is_critical
       from grade g join criterion c on c.id = g.criterion_id
       where g.audit_id = $1 order by g.created_at, g.id limit 100`,
      [id],
    ),
  ]);
  const [head] = audits;
  if (!head) return { audit: null };
  const nodes = grades.map(([stage, value, reason, comment, minutes, code, isCritical]) => ({
    stage,
    value,
    reason,
    comment,
    minutes,
    criterion: { code, isCritical },
  }));
  const [reference, state] = head;
  return { audit: { reference, state, grades: { nodes } } };
};

const campaigns: Answer = async (client) => {
  const found = await rows<
    [code: string, title: string, state: string, visitsFrom: string, visitsTo: string]
  >(
    client,
    'campaigns',
    'select code, title, state, visits_from, visits_to from campaign order by created_at, id limit 20',
    [],
  );
  const nodes = found.map(([code, title, state, visitsFrom, visitsTo]) => ({
    code,
    title,
    state,
    visitsFrom,
    visitsTo,
  }));
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
