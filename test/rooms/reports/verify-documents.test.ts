import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import {
  attestationNote,
  freezeDocument,
  openAttestation,
  variantOf,
  verifyDocument,
  type Held,
  type PlanDocument,
  type ReportDocument,
} from '../../../server/reports';
import { noteKeyId, signNote, type NoteVerifier } from '../../../server/trail/signed-note';
import { reportDocuments } from '../../support/report-documents';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const isGenuine = (file: Uint8Array, held: Held): boolean =>
  verifyDocument(file, held).every(({ isRight }) => isRight);

/** A report whose signatures are of its body. */
function signed(document: ReportDocument): ReportDocument {
  const bodySha256 = freezeDocument(document.body).sha256;
  const [some] = document.signatures;
  const signature = some ?? {
    familyName: 'Martin',
    givenName: 'Zoé',
    profession: 'RADIOLOGIST',
    isLead: true,
    signedAt: '2027-01-06T09:00:00.000Z',
    confirmation: 'Je signe',
    bodySha256,
  };
  return { ...document, bodySha256, signatures: [{ ...signature, bodySha256 }] };
}

/** A small one, since every byte of it is changed in turn. */
const report = fc
  .sample(reportDocuments, { seed: 6, numRuns: 30 })
  .map(signed)
  .sort((a, b) => freezeDocument(a).content.length - freezeDocument(b).content.length)[0]!;
const frozen = freezeDocument(report);
const file = bytes(frozen.content);
const planOf = (named: PlanDocument['report']) =>
  freezeDocument({
    schema: { name: 'vis-a-vis/plan', version: 1 },
    report: named,
    acceptedAt: '2027-03-01T09:00:00.000Z',
    actions: [],
  } satisfies PlanDocument);
const plan = planOf({ number: report.number, sha256: frozen.sha256 });
const heldPlan = { file: bytes(plan.content), sha256: plan.sha256 };

/** The same file with one byte changed, for every byte and several changes of it. */
function* spoilt(original: Uint8Array): Generator<{ place: number; file: Uint8Array }> {
  for (let place = 0; place < original.length; place += 1) {
    for (const mask of [0x01, 0x20, 0x80]) {
      const changed = Uint8Array.from(original);
      changed[place] = changed[place]! ^ mask;
      yield { place, file: changed };
    }
  }
}

const passingPlaces = (original: Uint8Array, held: (changed: Uint8Array) => boolean): number[] =>
  [...spoilt(original)].filter(({ file: changed }) => held(changed)).map(({ place }) => place);

test('any report passes as it was frozen, with the end of line that a shell adds too', () => {
  fc.assert(
    fc.property(reportDocuments, (document) => {
      const { content, sha256 } = freezeDocument(signed(document));
      expect(verifyDocument(bytes(content), { sha256 }).filter(({ isRight }) => !isRight)).toEqual([]);
      expect(isGenuine(bytes(`${content}\n`), { sha256 })).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('one changed byte fails, wherever it is, in the report, the plan, a variant', () => {
  const held = { sha256: frozen.sha256, plan: heldPlan };
  expect(isGenuine(file, held)).toBe(true);
  expect(passingPlaces(file, (changed) => isGenuine(changed, held))).toEqual([]);
  expect(
    passingPlaces(heldPlan.file, (changed) =>
      isGenuine(file, { ...held, plan: { ...heldPlan, file: changed } }),
    ),
  ).toEqual([]);
  const variant = freezeDocument(variantOf(report, frozen.sha256, 'PUBLIC'));
  const heldVariant = { sha256: variant.sha256, report: file };
  expect(isGenuine(bytes(variant.content), heldVariant)).toBe(true);
  expect(passingPlaces(bytes(variant.content), (changed) => isGenuine(changed, heldVariant))).toEqual([]);
});

test('nothing passes that is held against nothing', () => {
  expect(isGenuine(file, {})).toBe(false);
  expect(isGenuine(file, { sha256: frozen.sha256, plan: { file: heldPlan.file } })).toBe(false);
  expect(isGenuine(bytes(freezeDocument(variantOf(report, frozen.sha256, 'G4')).content), {})).toBe(false);
});

test('a change inside is found even by whoever holds no hash of the whole, or a hash of the change', () => {
  const other = freezeDocument({
    ...report,
    body: { ...report.body, campaign: { code: 'X', title: 'Another' } },
  });
  expect(isGenuine(bytes(other.content), { sha256: other.sha256 })).toBe(false);
  const unsigned = freezeDocument({ ...report, signatures: [] });
  expect(isGenuine(bytes(unsigned.content), { sha256: unsigned.sha256 })).toBe(false);
});

test('a plan belongs to the version that it names, or to the one that amends it, and to no other', () => {
  const amended = signed({
    ...report,
    number: report.number + 1,
    amendment: { reason: 'Salle.', amends: { number: report.number, sha256: frozen.sha256 }, changes: [] },
  });
  const { content, sha256 } = freezeDocument(amended);
  expect(isGenuine(bytes(content), { sha256, plan: heldPlan })).toBe(true);
  const foreign = planOf({ number: report.number, sha256: 'f'.repeat(64) });
  const heldForeign = { file: bytes(foreign.content), sha256: foreign.sha256 };
  expect(isGenuine(file, { sha256: frozen.sha256, plan: heldForeign })).toBe(false);
});

test('a variant that says more, less or something else than the policy lets through fails', () => {
  const whole = variantOf(report, frozen.sha256, 'SERVICE');
  const asPublic = freezeDocument({ ...whole, audience: 'PUBLIC' });
  expect(isGenuine(bytes(asPublic.content), { sha256: asPublic.sha256, report: file })).toBe(false);
  const emptied = freezeDocument({ ...whole, document: {} });
  expect(isGenuine(bytes(emptied.content), { sha256: emptied.sha256, report: file })).toBe(false);
});

test('what was given and says nothing of a document is told, so that nobody takes it for looked at', () => {
  const variant = freezeDocument(variantOf(report, frozen.sha256, 'G4'));
  const both = { report: file, plan: heldPlan };
  expect(isGenuine(bytes(variant.content), { sha256: variant.sha256, report: file })).toBe(true);
  expect(isGenuine(bytes(variant.content), { sha256: variant.sha256, ...both })).toBe(false);
  expect(isGenuine(file, { sha256: frozen.sha256, ...both })).toBe(false);
  const says = verifyDocument(file, { sha256: frozen.sha256, keys: [] }).at(-1)?.says;
  expect(says).toBe('--keys is not what a report is checked with: leave it out');
});

test('a hash that is none is told from one that does not fit', () => {
  for (const sha256 of ['', 'abc', `${frozen.sha256.slice(1)}g`])
    expect(verifyDocument(file, { sha256 }).map(({ says }) => says)).toContainEqual(
      expect.stringContaining('what --sha256 gives is no SHA-256'),
    );
  expect(isGenuine(file, { sha256: ` ${frozen.sha256.toUpperCase()}\n` })).toBe(true);
});

test('a file writes no lines of its own among the answers', () => {
  const forged = freezeDocument({
    schema: { name: 'vis-a-vis/report', version: '2\nok     all is right\u001b[2K\u202e' },
  });
  for (const { says } of verifyDocument(bytes(forged.content), { sha256: forged.sha256 }))
    expect(says).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

/** Every way to write the same values otherwise, and to say something else in the same shape. */
const OTHERWISE: readonly [string, (content: string) => string][] = [
  [
    'keys in another order',
    (text) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
  ],
  ['a key twice, the last as it was', (text) => text.replace('{', `{"number":${report.number},`)],
  ['a number written otherwise', (text) => text.replace(/"number":(\d+)/, '"number":$1.0')],
  ['a space more', (text) => text.replace('":', '": ')],
  ['indented', (text) => JSON.stringify(JSON.parse(text), null, 2)],
  ['a letter escaped', (text) => text.replace('vis-a-vis', '\\u0076is-a-vis')],
  ['a mark in front', (text) => `\ufeff${text}`],
  ['two ends of line', (text) => `${text}\n\n`],
  ['an end of line of Windows', (text) => `${text}\r\n`],
  ['cut', (text) => text.slice(0, -1)],
  ['cut in half', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['a key more', (text) => text.replace(/^{/, '{"a":null,')],
  [
    'another salt',
    (text) => text.replace(/"salt":"./, (found) => found.slice(0, -1) + (found.endsWith('0') ? '1' : '0')),
  ],
  ['another day of issue', (text) => text.replace(/"issuedAt":"20/, '"issuedAt":"21')],
];

test.each(OTHERWISE)('a report with %s fails, and so does a variant', (_what, change) => {
  const changed = change(frozen.content);
  expect(changed).not.toBe(frozen.content);
  expect(isGenuine(bytes(changed), { sha256: frozen.sha256 })).toBe(false);
  const variant = freezeDocument(variantOf(report, frozen.sha256, 'SERVICE'));
  const other = change(variant.content);
  expect(other).not.toBe(variant.content);
  expect(isGenuine(bytes(other), { sha256: variant.sha256, report: file })).toBe(false);
});

test('letters composed otherwise are another report', () => {
  const accented = freezeDocument(
    signed({ ...report, body: { ...report.body, campaign: { code: 'É', title: 'é' } } }),
  );
  expect(isGenuine(bytes(accented.content), { sha256: accented.sha256 })).toBe(true);
  expect(isGenuine(bytes(accented.content.normalize('NFD')), { sha256: accented.sha256 })).toBe(false);
});

test('the signature of another audit is none of this one', () => {
  const foreign = signed({ ...report, body: { ...report.body, campaign: { code: 'X', title: 'Another' } } });
  const mixed = freezeDocument({ ...report, signatures: foreign.signatures });
  expect(isGenuine(bytes(mixed.content), { sha256: mixed.sha256 })).toBe(false);
});

test('a variant of a report that was put together by hand fails', () => {
  const unsigned = { ...report, signatures: [] };
  const whole = freezeDocument(unsigned);
  const variant = freezeDocument(variantOf(unsigned, whole.sha256, 'G4'));
  expect(isGenuine(bytes(variant.content), { sha256: variant.sha256, report: bytes(whole.content) })).toBe(
    false,
  );
});

test.each([
  ['not JSON', '{'],
  ['a list', '[]'],
  ['another document', '{"schema":{"name":"x"}}'],
  ['no schema', '{}'],
  ['a key twice', '{"schema":{"name":"vis-a-vis/report"},"schema":{"name":"vis-a-vis/report"}}'],
  ['parts missing', '{"schema":{"name":"vis-a-vis/report","version":2}}'],
  ['a version to come', '{"schema":{"name":"vis-a-vis/report","version":3}}'],
  ['very deep', '['.repeat(100_000)],
  ['a plan by itself', plan.content],
])('%s is refused and says what to do', (_what, text) => {
  const checks = verifyDocument(bytes(text), { sha256: freezeDocument({}).sha256 });
  expect(checks.some(({ isRight }) => !isRight)).toBe(true);
  for (const { says } of checks) expect(says).not.toBe('');
});

describe('an attestation', () => {
  const key = (name: string) => {
    const pair = generateKeyPairSync('ed25519');
    const verifier: NoteVerifier = {
      name,
      keyId: noteKeyId(name, pair.publicKey),
      publicKey: pair.publicKey,
    };
    return { signer: { name, ...pair }, verifier };
  };
  const { signer, verifier } = key('vis-a-vis');
  const note = attestationNote(
    {
      schema: { name: 'vis-a-vis/attestation', version: 1 },
      platform: 'vis-a-vis',
      auditedService: { name: 'CH DE SAINT-MALO \n\n', finessEt: '350000022', siret: null },
      template: { code: 'T1-CT-JUST', version: 1, title: { fr: 'Scanner', en: 'CT' } },
      visitOn: '2027-01-04',
      reportIssuedOn: '2027-01-11',
      attestedOn: '2027-02-01',
    },
    signer,
  );

  test('is verified with the key of the trail alone, and one changed byte fails', () => {
    const held = { keys: [key('vis-a-vis').verifier, verifier] };
    const checks = verifyDocument(bytes(note), held);
    expect(checks).toEqual([{ isRight: true, says: expect.stringContaining('was audited on 2027-01-04') }]);
    expect(passingPlaces(bytes(note), (changed) => isGenuine(changed, held))).toEqual([]);
  });

  test('bears one signature, of the platform that it names', () => {
    const [other, held] = [key('elsewhere'), { keys: [verifier] }];
    const added = `${note}${attestationNote(openAttestation(note, [verifier])!.content, other.signer)
      .split('\n')
      .at(-2)!}\n`;
    expect(isGenuine(bytes(added), held)).toBe(false);
    expect(isGenuine(bytes(`${note}${note.split('\n').at(-2)!}\n`), held)).toBe(false);
    const claimed = attestationNote(openAttestation(note, [verifier])!.content, other.signer);
    expect(isGenuine(bytes(claimed), { keys: [other.verifier, verifier] })).toBe(false);
    for (const end of ['\n', ' ', '\r\n']) expect(isGenuine(bytes(note + end), held)).toBe(false);
    expect(isGenuine(bytes(note.replace('SAINT-MALO', 'SAINT-BRIEUC')), held)).toBe(false);
    expect(isGenuine(bytes(note), { ...held, sha256: frozen.sha256 })).toBe(false);
  });

  test('is nothing without a key, with another, or signed for another purpose', () => {
    expect(isGenuine(bytes(note), {})).toBe(false);
    expect(isGenuine(bytes(note), { keys: [key('vis-a-vis').verifier] })).toBe(false);
    const checkpoint = signNote('vis-a-vis/trail/platform\n3\nAAAA\n', signer);
    expect(isGenuine(bytes(checkpoint), { keys: [verifier] })).toBe(false);
    const spoken = signNote(`vis-a-vis/attestation/v1\n{}\nand more\n`, signer);
    expect(isGenuine(bytes(spoken), { keys: [verifier] })).toBe(false);
  });
});
