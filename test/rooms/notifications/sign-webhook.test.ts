import { Webhook } from 'standardwebhooks';
import { newSecretsKey, secretBox } from '../../../server/identity';
import {
  newWebhookSecret,
  openWebhookSecret,
  sealWebhookSecret,
  webhookHeaders,
} from '../../../server/notifications/webhooks/sign-webhook';
import { webhookBody } from '../../../server/notifications/webhooks/webhook-payload';

const BODY = webhookBody({
  topic: 'REPORT_ISSUED',
  occurredAt: '2027-01-11T08:00:00.000Z',
  sequence: 7,
  objectType: 'Audit',
  objectId: '6f1f8a44-7a8a-4d1c-9b43-0f3a4e9d2c11',
  campaignCode: 'C-1',
});

describe('a signed webhook', () => {
  it('is taken by the verifier of whoever has the secret, and by nobody else', () => {
    const secret = newWebhookSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const headers = webhookHeaders('id-1', BODY, [secret], new Date());
    expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(newWebhookSecret()).verify(BODY, headers)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(`${BODY} `, headers)).toThrow('No matching signature');
    expect(() => new Webhook(secret).verify(BODY, { ...headers, 'webhook-id': 'id-2' })).toThrow(
      'No matching signature',
    );
  });

  it('is signed twice while one secret takes over from another', () => {
    const [old, fresh] = [newWebhookSecret(), newWebhookSecret()];
    const headers = webhookHeaders('id-1', BODY, [fresh, old], new Date());
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [old, fresh])
      expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  });

  it('says where to look and nothing of what is there', () => {
    expect(JSON.parse(BODY)).toEqual({
      type: 'report_issued',
      timestamp: '2027-01-11T08:00:00.000Z',
      data: { sequence: 7, topic: 'REPORT_ISSUED', objectId: expect.any(String), campaignCode: 'C-1' },
    });
  });

  it('keeps its secret sealed for its endpoint alone', () => {
    const box = secretBox(newSecretsKey());
    const secret = newWebhookSecret();
    const sealed = sealWebhookSecret(box, 'a', secret);
    expect(sealed).not.toContain(secret.slice(6, 20));
    expect(openWebhookSecret(box, 'a', sealed)).toBe(secret);
    expect(() => openWebhookSecret(box, 'b', sealed)).toThrow();
  });
});
