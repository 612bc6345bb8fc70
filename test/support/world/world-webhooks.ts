import { worldId, type WorldRows } from './world-rows';

const URL = 'https://receiver.example/hook';

/** Endpoints of a service and of a coordinator, each with its secret and one delivery that was tried once. */
export function addWebhooks(rows: WorldRows): void {
  const owners = [
    ['service A', { audited_service_id: worldId('audited_service', 'A') }],
    ['coordinator', { account_id: worldId('account', 'coordinator') }],
  ] as const;
  for (const [name, owner] of owners) {
    // Of the service’s everything has come to an end; the coordinator’s is switched off.
    const isOff = name === 'coordinator';
    const webhook_endpoint_id = rows.add('webhook_endpoint', name, {
      audited_service_id: null,
      account_id: null,
      ...owner,
      url: URL,
      description: `Programme de ${name}`,
      topics: ['REPORT_ISSUED'],
      state: isOff ? 'DISABLED' : 'ENABLED',
      disabled_because: isOff ? 'OWNER' : null,
      last_sequence: 1,
    });
    // What is sealed with no key cannot be opened: the coordinator’s, which is asked for, has none.
    if (!isOff) rows.add('webhook_secret', name, { webhook_endpoint_id, sealed: `sealed ${name}` });
    const webhook_delivery_id = rows.add('webhook_delivery', name, {
      webhook_endpoint_id,
      sequence: 1,
      topic: 'REPORT_ISSUED',
      body: `{"type":"report_issued","data":"${name}"}`,
      state: 'FAILED',
      tries: 1,
      ended_at: '2027-01-08T08:00:00Z',
    });
    rows.add('webhook_attempt', name, {
      webhook_delivery_id,
      number: 1,
      outcome: 'REFUSED',
      status_code: 500,
      answer: `Réponse à ${name}`,
      began_at: '2027-01-08T08:00:00Z',
      duration_ms: 12,
    });
  }
}
