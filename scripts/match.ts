import { runMatch } from './match/run-match';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

// Standard output is for the result alone.
const voice = {
  say: (line: string) => console.log(line),
  tell: (line: string) => console.error(line),
};

runMatch(process.argv.slice(2), voice, stopping.signal)
  .then((code) => (process.exitCode = code))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
