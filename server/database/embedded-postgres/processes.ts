import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { systemCode } from './error';

/** The operating-system account a command runs as; absent means the one we are. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** How a command ended: `failure` is set when it could not be run at all. */
export interface CommandOutcome {
  exitCode: number | null;
  output: string;
  failure?: string;
}

/** What is known about a process id. Linux only: `uid` and `startedAt`, in clock ticks since boot, else ''. */
export interface ProcessFacts {
  state: 'dead' | 'zombie' | 'live';
  command: string;
  parent: number;
  uid?: number;
  startedAt: string;
}

const DEAD: ProcessFacts = { state: 'dead', command: '', parent: 0, startedAt: '' };

// PG* and locale variables of the caller would change what initdb and postgres do.
const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_|DYLD_|TZ$)/.test(name)),
  ),
  LC_ALL: 'C',
});

/**
 * Runs a command to its end, as another account if one is given (needs root), from `/` so that an
 * unreachable working directory does not matter. Never rejects: read the outcome.
 *
 * @param onStart told the pid at once
 */
export function run(
  file: string,
  args: readonly string[],
  account?: Account,
  onStart?: (pid: number) => void,
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, args, {
      cwd: process.platform === 'win32' ? undefined : '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) =>
      resolve({ exitCode: null, output, failure: systemCode(error) ?? error.message }),
    );
    // 'close' brings the last output, but never comes where a server left running keeps the pipes open.
    child.on('close', (exitCode) => resolve({ exitCode, output }));
    child.on('exit', (exitCode) =>
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ exitCode, output });
      }, 500).unref(),
    );
  });
}

/** Looks a process id up. A zombie counts as neither dead nor live: PostgreSQL takes it for live. */
export async function describeProcess(pid: number): Promise<ProcessFacts> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return DEAD;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return DEAD;
  }
  if (process.platform === 'linux') return describeFromProc(pid);
  if (process.platform === 'win32') return { ...DEAD, state: 'live' };
  const { output } = await run('ps', ['-o', 'state=,ppid=,command=', '-p', String(pid)]);
  const [, state = '', parent = '0', command = ''] = /^\s*(\S+)\s+(\d+)\s+(.*)/.exec(output) ?? [];
  return { ...DEAD, state: state.startsWith('Z') ? 'zombie' : 'live', parent: Number(parent), command };
}

async function describeFromProc(pid: number): Promise<ProcessFacts> {
  try {
    const [status, stat, command] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The name (field 2) may hold spaces and brackets: count the fields after its closing one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      state: /^State:\s+[ZX]/m.test(status) ? 'zombie' : 'live',
      command: command.replaceAll('\0', ' ').trim(),
      parent: Number(fields[1]),
      uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]),
      startedAt: fields[19] ?? '',
    };
  } catch (error) {
    // It ended while we looked, or /proc hides the processes of others (hidepid).
    return systemCode(error) === 'ESRCH' ? DEAD : { ...DEAD, state: 'live' };
  }
}

/** Tells whether a process id is ours or that of an ancestor (npm, the shell, a container's init). */
export async function isOurLineage(pid: number): Promise<boolean> {
  for (let current = process.pid, steps = 0; current > 0 && steps < 64; steps += 1) {
    if (current === pid) return true;
    current = (await describeProcess(current)).parent;
  }
  return false;
}

/** Waits, in milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
