import { generateKeyPairSync } from 'node:crypto';
import { checkpointText, parseCheckpoint, signCheckpoint } from '../../../server/trail/checkpoint-note';
import { openNote, parseVerifierKey, signNote, verifierKeyText } from '../../../server/trail/signed-note';

// The example of Go's golang.org/x/mod/sumdb/note: key and signature were made by somebody else's code.
const KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const signer = { name: 'example.org', ...generateKeyPairSync('ed25519') };
const verifier = parseVerifierKey(verifierKeyText(signer.name, signer.publicKey));
const body = { chain: 'platform', size: 7, root: 'ab'.repeat(32) };

describe('a signed note', () => {
  it('of Go is read and checked', () => {
    expect(openNote(NOTE, [parseVerifierKey(KEY)])).toMatchObject({
      text: TEXT,
      signedBy: [{ name: 'PeterNeumann', keyId: 'c74f20a3' }],
    });
  });

  it('of ours is read and checked, and proves nothing to whom the key is unknown', () => {
    const note = signNote('a\n\nb\n', signer);
    expect(openNote(note, [verifier])).toMatchObject({ text: 'a\n\nb\n', signedBy: [verifier] });
    expect(openNote(note, [])).toMatchObject({ signedBy: [], signatures: [{ keyId: verifier.keyId }] });
  });

  it.each([
    ['with another text', NOTE.replace('problem is', 'problem was')],
    ['with another signature', NOTE.replace('x08go/ZJ', 'x08go/ZK')],
    ['without a signature', `${TEXT}\n`],
    ['without an empty line', NOTE.replace('\n\n', '\n')],
    ['with a hyphen for a dash', NOTE.replace('— ', '- ')],
    ['that does not end', NOTE.slice(0, -1)],
    ['with words after its signatures', `${NOTE}and more\n`],
  ])('%s is refused', (_how, note) => {
    expect(openNote(note, [parseVerifierKey(KEY)])).toBeNull();
  });

  it('cannot be made of a text without an end', () => {
    expect(() => signNote('no newline', signer)).toThrow('ends with a newline');
  });

  it.each([
    '',
    'PeterNeumann',
    KEY.replace('c74f20a3', 'c74f20a4'),
    KEY.replace('ARpc', 'AhpC'),
    `${KEY}AAAA`,
  ])('is not checked with the key %j', (key) => {
    expect(() => parseVerifierKey(key)).toThrow(/verifier key/);
  });
});

describe('a checkpoint', () => {
  it('says origin, size and root, and is read as it was written', () => {
    const note = signCheckpoint(body, signer);
    expect(note.split('\n').slice(0, 3)).toEqual([
      'vis-a-vis/trail/platform',
      '7',
      Buffer.from(body.root, 'hex').toString('base64'),
    ]);
    expect(parseCheckpoint(openNote(note, [verifier])?.text ?? '')).toEqual(body);
  });

  it.each([
    ['another origin', checkpointText(body).replace('vis-a-vis', 'vis')],
    ['a size with a zero before it', checkpointText(body).replace('\n7\n', '\n07\n')],
    ['a negative size', checkpointText(body).replace('\n7\n', '\n-7\n')],
    ['a root that is too short', checkpointText(body).replace(/.=\n$/, '=\n')],
    ['a root with spare bits', checkpointText(body).replace(/.=\n$/, 't=\n')],
    ['a line more', `${checkpointText(body)}more\n`],
    ['a line less', 'vis-a-vis/trail/platform\n7\n'],
  ])('with %s is none', (_what, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });
});
