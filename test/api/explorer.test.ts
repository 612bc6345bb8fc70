import { createContext, runInContext } from 'node:vm';
import { openApi, type Json, type TestApi } from '../support/api';
import { makeAccount } from '../support/factories';
import { createAccountOf, PASSWORD } from '../support/sign-in';

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
  await createAccountOf(api, (await makeAccount(api, { roles: ['ADMIN'] })).accountId, 'page@example.org');
});
afterAll(() => api.close());

/** What the page's script needs of a browser: a form, an output, a timer that only the test lets ring. */
async function openPage() {
  const origin = new URL(api.url).origin;
  const said = { textContent: '' };
  const timers: (() => void)[] = [];
  const requests: (string | null)[] = [];
  let submit: (event: Json) => Promise<void> = () => Promise.reject(new Error('no form'));
  const sandbox = createContext({
    location: { href: `${origin}/explorer`, origin },
    document: {
      addEventListener: (_type: string, handler: typeof submit) => (submit = handler),
      querySelector: () => said,
    },
    window: {
      fetch: (resource: string, options: RequestInit) => {
        requests.push(new Headers(options.headers).get('authorization'));
        return fetch(new URL(resource, origin), options);
      },
    },
    FormData: class {
      constructor(private readonly form: Json) {}
      [Symbol.iterator]() {
        return Object.entries(this.form.values as object)[Symbol.iterator]();
      }
    },
    setTimeout: (work: () => void) => timers.push(work),
    clearTimeout: () => undefined,
    Request,
    Headers,
    URL,
  });
  runInContext(await (await fetch(`${origin}/explorer/sign-in.js`)).text(), sandbox);
  const values = { email: 'page@example.org', password: PASSWORD, code: '' };
  return {
    said,
    timers,
    requests,
    submit: (changed: Partial<typeof values>) =>
      submit({
        target: { id: 'sign-in', values: { ...values, ...changed }, elements: { code: { value: '' } } },
        preventDefault: () => undefined,
      }),
    ask: async () => {
      const options = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ viewer { account { email } } }"}',
      };
      const { window } = sandbox as Json;
      return (await window.fetch('/graphql', options)).json();
    },
  };
}

describe('the explorer', () => {
  it('has a bar with address, password and code', async () => {
    const page = await (await fetch(new URL('/explorer', api.url))).text();
    for (const name of ['email', 'password', 'code']) expect(page).toContain(`name="${name}"`);
  });

  it('signs in, sends the token along, and renews it before it ends', async () => {
    const page = await openPage();
    expect((await page.ask()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
    await page.submit({});
    expect(page.said.textContent).toMatch(/^Connecté/);
    expect((await page.ask()).data.viewer.account.email).toBe('page@example.org');
    const before = page.requests.at(-1);

    page.timers.at(-1)?.();
    // The renewal has answered once it set the next timer.
    for (let turn = 0; page.timers.length < 2 && turn < 1000; turn += 1) await page.ask();
    expect(page.timers).toHaveLength(2);
    expect((await page.ask()).data.viewer.account.email).toBe('page@example.org');
    expect(page.requests.at(-1)).not.toBe(before);
  });

  it('says what stands in the way', async () => {
    const page = await openPage();
    await page.submit({ password: 'faux' });
    expect(page.said.textContent).toBe('Adresse ou mot de passe inconnus, ou compte fermé.');
    expect(page.timers).toEqual([]);
  });
});
