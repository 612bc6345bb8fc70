import { readFileSync } from 'node:fs';
import { openApi } from '../support/api';
import { makeCoordinator, makeAuditor } from '../support/factories';
import { importFile } from '../support/import-factories';
it('big', async () => {
  const api = await openApi();
  const c = api.as(await makeCoordinator(api));
  const csv = readFileSync('/tmp/vav/big.csv', 'utf8');
  for (let i = 0; i < 2; i++) { const t = Date.now(); const r = await importFile(c, 'auditedServicesImport', csv); console.log(Date.now() - t, JSON.stringify({ ...r, problems: r.problems.length })); }
  const lines = readFileSync('scripts/demo/data/rpps.txt','utf8').split('\n');
  const r = await importFile(c, 'auditorsImport', lines.join('\n'));
  console.log(r.createdCount);
  const many = await Promise.all(Array.from({ length: 12 }, () => importFile(c, 'auditorsImport', lines.join('\n'))));
  console.log(many.map((m) => m.state).join());
  await api.sql('analyze');
  console.log((await api.sql(`explain select t.id, t.kind from (select f.*, a.id as auditor_id from affiliation f left join auditor a on a.person_id = f.person_id) t where t.auditor_id = any((select array_agg(id) from (select id from auditor limit 20) x)) order by t.from_date, t.id`)).map((r: any) => r['QUERY PLAN']).join('\n'));
  await api.close();
}, 120000);
