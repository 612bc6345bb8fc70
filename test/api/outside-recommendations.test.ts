import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCampaign, makeCoordinator, makeService } from '../support/factories';

const ROW = `outsideRecommendation { id version state sentOn answer outcomeReason isPublished isOverdue
  notes { text } criteria { id } availableTransitions { act isAvailable reason } }`;
const DRAFT = {
  body: 'MANUFACTURER',
  bodyName: 'Constructeur de scanners',
  title: 'Alerte sur la hauteur de table',
  text: 'Prévoir une alerte quand la hauteur de table s’écarte du réglage.',
};

let api: TestApi;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinator = api.as(await makeCoordinator(api));
});
afterAll(() => api.close());

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);
const create = (more: Record<string, unknown> = {}): Promise<Json> =>
  coordinator.act('outsideRecommendationCreate', { ...DRAFT, ...more }, ROW);

/** Acts on a recommendation in the version that it has. */
async function move(act: string, row: Json, more: Record<string, unknown> = {}): Promise<Json> {
  const input = { outsideRecommendationId: row.id, expectedVersion: row.version, ...more };
  return coordinator.act(`outsideRecommendation${act}`, input, ROW);
}

describe('a recommendation to an outside body', () => {
  it('is drafted, sent, answered and followed or not, with what was noted on the way', async () => {
    const campaignId = globalId('Campaign', await makeCampaign(api));
    const [criterion] = await api.sql<{ id: string }>('select id from criterion order by id limit 1');
    const criterionIds = [globalId('Criterion', criterion?.id ?? '')];
    const made = await create({ campaignId, criterionIds });
    expect(made.outsideRecommendation).toMatchObject({ state: 'DRAFT', criteria: [{ id: criterionIds[0] }] });
    expect(codesOf(await move('Send', made.outsideRecommendation))).toEqual(['ANSWER_DATE_MISSING']);
    const dated = await move('Update', made.outsideRecommendation, { ...DRAFT, dueOn: '2027-03-01' });
    expect(codesOf(await move('Publish', dated.outsideRecommendation, { isPublished: true }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const sent = await move('Send', dated.outsideRecommendation);
    expect(sent.outsideRecommendation).toMatchObject({
      state: 'SENT',
      sentOn: '2027-01-11',
      isOverdue: false,
    });
    const noted = await move('Note', sent.outsideRecommendation, { text: 'Relancé par téléphone.' });
    expect(noted.outsideRecommendation).toMatchObject({
      notes: [{ text: 'Relancé par téléphone.' }],
      version: 4,
    });
    const answered = await move('Answer', noted.outsideRecommendation, { answer: 'À l’étude.' });
    const adopted = await move('Adopt', answered.outsideRecommendation, { reason: 'Version 5 du logiciel.' });
    expect(adopted.outsideRecommendation).toMatchObject({
      state: 'ADOPTED',
      answer: 'À l’étude.',
      outcomeReason: 'Version 5 du logiciel.',
      availableTransitions: [],
    });
    expect(codesOf(await move('Decline', adopted.outsideRecommendation, { reason: 'Non.' }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('is late once its day has passed without an answer', async () => {
    expect(codesOf(await create({ dueOn: '2027-01-10' }))).toEqual(['DUE_DATE_PAST']);
    const made = await create({ dueOn: '2027-01-12' });
    const sent = await move('Send', made.outsideRecommendation);
    const before = api.clock.now();
    api.clock.set('2027-01-13T08:00:00Z');
    const { data } = await coordinator.run(
      'query ($id: ID!) { outsideRecommendation(id: $id) { isOverdue } }',
      {
        id: sent.outsideRecommendation.id,
      },
    );
    api.clock.set(before);
    expect(data.outsideRecommendation.isOverdue).toBe(true);
  });

  it('is read by all who sign in once it is published, its notes by the programme alone', async () => {
    const made = await create({ dueOn: '2027-03-01' });
    const sent = await move('Send', made.outsideRecommendation);
    const noted = await move('Note', sent.outsideRecommendation, { text: 'Interne.' });
    const readers = [
      (await makeAccount(api, { roles: ['OBSERVER'] })).accountId,
      (await makeService(api)).managerId,
    ];
    const seen = async (accountId: string): Promise<Json> =>
      (
        await api
          .as(accountId)
          .run('query ($id: ID!) { outsideRecommendation(id: $id) { title notes { text } } }', {
            id: made.outsideRecommendation.id,
          })
      ).data.outsideRecommendation;
    for (const reader of readers) expect(await seen(reader)).toBeNull();
    const published = await move('Publish', noted.outsideRecommendation, { isPublished: true });
    for (const reader of readers) expect(await seen(reader)).toEqual({ title: DRAFT.title, notes: [] });
    await move('Withdraw', published.outsideRecommendation, { reason: 'Sans objet.' });
    for (const reader of readers) expect(await seen(reader)).toBeNull();
    const input = { ...DRAFT };
    expect(codesOf(await api.as(readers[1] ?? '').act('outsideRecommendationCreate', input))).toEqual([
      'FORBIDDEN',
    ]);
  });
});
