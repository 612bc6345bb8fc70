/** After the last suite: drops the template, and stops the server that this run started. */
export default async function stopDatabase(): Promise<void> {
  const server = globalThis.testServer;
  if (!server) return;
  await server.admin.query(`drop database if exists ${server.template} with (force)`);
  await server.admin.end();
  await server.embedded?.stop();
}
