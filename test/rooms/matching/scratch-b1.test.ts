import { openDataSource } from '../../support/data-source';
import { conflictsFor, availabilityFor } from '../../../server/matching';
import { assignmentFacts, recusalFacts } from '../../../server/audits/team-facts';
it('runs', async () => {
  const x = await (openDataSource as any)();
  const ds = x.dataSource ?? x;
  const sql: any = (t: string, v: any[]) => ds.query(t, v);
  const id = '00000000-0000-4000-8000-000000000000';
  console.log(await conflictsFor(sql, [{code:'C15',number:1,predicate:'DECLARATION_MISSING',label:{fr:'',en:''},steps:[{level:'BLOCK',window:{months:12}}]}], {auditId:id,auditedServiceId:id,campaignId:id}, [id], '2027-01-11'));
  console.log(await availabilityFor(sql, id, [id]), await assignmentFacts(sql,[id],new Date()), await recusalFacts(sql,[id],{personId:id} as any,new Date()));
  await (x.close ?? (() => ds.destroy()))();
});
