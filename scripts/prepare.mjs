// Runs before `npm start`, `npm test` and the like: installs what is missing and builds what has changed.
// Plain Node, no dependency: on a fresh clone nothing is installed yet.
//
//   node scripts/prepare.mjs [--no-build]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

const SOURCE_FOLDERS = ['server', 'schema', 'scripts'];
const SOURCE_FILES = ['ormconfig.ts', 'tsconfig.json', 'scripts/tsconfig.build.json', 'package-lock.json'];
const BUILD_STAMP = inRoot('dist', '.built');
const COMPILER = inRoot('node_modules', 'typescript', 'bin', 'tsc');
const MINIMUM_NODE = [20, 19];

const say = (line) => console.log(line);

function stop(line) {
  console.error(line);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  stop(
    `Vis-à-vis needs Node ${MINIMUM_NODE.join('.')} or later and this is ${process.versions.node}: ` +
      'install a current version from https://nodejs.org and run the command again.',
  );
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/**
 * Says why an installation is needed, or undefined. npm records what it installed in
 * node_modules/.package-lock.json, and does so last: a broken-off installation has no such record.
 * Content decides and not dates alone, which a mere `git checkout` moves.
 */
function whyInstall(withDevelopment) {
  let installed;
  try {
    installed = readJson(inRoot('node_modules', '.package-lock.json')).packages;
  } catch {
    return 'nothing is installed yet';
  }
  const wanted = readJson(inRoot('package-lock.json')).packages;
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue;
    const found = installed[place];
    if (found) {
      if (found.version === entry.version && found.integrity === entry.integrity) continue;
      return `${place.replace('node_modules/', '')} has changed`;
    }
    // Left out on purpose: what is for another platform, or for development only.
    if (entry.optional || (!withDevelopment && (entry.dev || entry.devOptional))) continue;
    return `${place.replace('node_modules/', '')} is missing`;
  }
  return undefined;
}

async function install(reason, withDevelopment) {
  say(`Installing the packages of package-lock.json with npm ci, a minute or so (${reason}).`);
  const args = ['ci', withDevelopment ? '--include=dev' : '--omit=dev', '--include=optional'];
  args.push('--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  // The npm that called us, and not whichever comes first in the PATH.
  const npm = process.env.npm_execpath;
  const failure =
    npm && /\.c?js$/.test(npm) ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (failure) stop(`npm ci did not succeed (${failure}): see above, then run the command again.`);
}

function* sources() {
  for (const name of SOURCE_FILES) yield name;
  for (const folder of SOURCE_FOLDERS) yield* sourcesIn(folder);
}

function* sourcesIn(folder) {
  let entries;
  try {
    entries = fs.readdirSync(inRoot(folder), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesIn(name);
    else if (/\.(ts|json)$/.test(entry.name)) yield name;
  }
}

/** Changes when a source is edited, added or deleted, or a package (the compiler, say) changes. */
function fingerprint() {
  const digest = createHash('sha256');
  for (const name of [...sources()].sort()) {
    const found = fs.statSync(inRoot(name), { throwIfNoEntry: false });
    if (found) digest.update(`${name}\0${found.size}\0${found.mtimeMs}\n`);
  }
  return digest.digest('hex');
}

const isBuilt = () => {
  try {
    return fs.readFileSync(BUILD_STAMP, 'utf8') === fingerprint();
  } catch {
    return false;
  }
};

async function build() {
  say('Building.');
  // Taken before: what is edited meanwhile is built next time.
  const stamp = fingerprint();
  const failure = await run(process.execPath, [COMPILER, '-p', 'scripts/tsconfig.build.json']);
  if (failure) stop(`The build did not succeed (${failure}): see above.`);
  removeOrphans();
  fs.writeFileSync(BUILD_STAMP, stamp);
}

// The compiler never deletes: the output of a deleted migration would still run.
function removeOrphans() {
  for (const folder of SOURCE_FOLDERS) {
    if (!fs.existsSync(inRoot('dist', folder))) continue;
    for (const name of fs.readdirSync(inRoot('dist', folder), { recursive: true })) {
      const source = /^(.*)\.js(\.map)?$/.exec(name)?.[1];
      if (source && !fs.existsSync(inRoot(folder, `${source}.ts`))) fs.rmSync(inRoot('dist', folder, name));
    }
  }
}

/** When a process started, in ticks since boot; '' where that cannot be read, null if it has ended. */
function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return '';
  }
}

const CLAIMS = inRoot('dist');
const CLAIM = '.preparing-';
const claims = new Set();

// The file of a claim, named after the process it belongs to. All of ours go when we end.
function claimOf(pid) {
  const name = `${CLAIM}${pid}-${startOf(pid)}`;
  claims.add(name);
  return path.join(CLAIMS, name);
}

/**
 * Waits until no other process prepares this folder. Everyone puts down a claim of their own, then looks
 * for others; of two who see each other the first by name stays. Claims of the dead are removed.
 */
async function claim() {
  const file = claimOf(process.pid);
  process.on('exit', () => claims.forEach((name) => fs.rmSync(path.join(CLAIMS, name), { force: true })));
  let told = false;
  for (;;) {
    fs.mkdirSync(CLAIMS, { recursive: true });
    fs.writeFileSync(file, '');
    const others = fs.readdirSync(CLAIMS).filter((name) => {
      if (!name.startsWith(CLAIM) || claims.has(name)) return false;
      const [pid, startedAt] = name.slice(CLAIM.length).split('-');
      if (startOf(Number(pid)) === startedAt) return true;
      fs.rmSync(path.join(CLAIMS, name), { force: true });
      return false;
    });
    if (others.length === 0) return;
    if (!told)
      say(`Waiting for another command that prepares this folder (process ${others[0].split('-')[1]}).`);
    told = true;
    if (others.some((name) => name < path.basename(file))) fs.rmSync(file, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
  }
}

/** Runs a command and says why it failed, or undefined. It has a claim too: it may outlive us. */
function run(command, args) {
  return new Promise((resolve) => {
    const shell = command === 'npm' && process.platform === 'win32';
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell });
    if (child.pid !== undefined) fs.writeFileSync(claimOf(child.pid), '');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
}

async function prepare() {
  checkNode();
  const built = () => process.argv.includes('--no-build') || isBuilt();
  // A server in production needs the compiler only while there is something to compile.
  const withDevelopment = () => process.env.NODE_ENV !== 'production' || !built();
  if (built() && !whyInstall(withDevelopment())) return;

  await claim();
  const reason = whyInstall(withDevelopment());
  if (reason) await install(reason, withDevelopment());
  if (!built()) await build();
}

prepare().catch((error) => {
  const foreign = ['EACCES', 'EPERM', 'EROFS'].includes(error.code);
  const advice = foreign ? ' (was it made by root? start as its owner, or give yourself the folder)' : '';
  stop(`The project cannot be prepared: ${error.message}${advice}`);
});
