import type { TestApi } from './api';

/** What the trail says of an object: the acts on it in their order, with their details. */
export function entriesOf(
  api: TestApi,
  objectId: string,
): Promise<
  {
    act: string;
    account_id: string | null;
    object_type: string;
    campaign_id: string | null;
    detail: unknown;
  }[]
> {
  return api.sql(
    `select e.act, e.account_id, e.object_type, e.campaign_id, coalesce(p.after, '{}')::jsonb as detail
     from trail_entry e join trail_leaf l on l.id = e.id
     left join trail_payload p on p.entry_id = e.id and p.position = 0
     where e.object_id = $1 order by l.chain_id, l.index`,
    [objectId],
  );
}
