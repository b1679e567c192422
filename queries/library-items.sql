-- library-items: Which items of a kind are kept, and how does each stand?
-- parameters
--   kind      scenario, definition or set
--   id        one item; null for all
--   deleted   whether deleted items are meant, or those that are not; null for both
-- result: one row an item, the latest saved first
--   id VARCHAR  the item
--   kind VARCHAR  scenario, definition or set
--   name VARCHAR  name in the latest version
--   note VARCHAR  text beside the latest version; empty for none
--   version INTEGER  number of the latest version
--   versions INTEGER  how many are kept
--   created VARCHAR  ISO time of the first version
--   updated VARCHAR  ISO time of the latest version
--   deleted BOOLEAN  whether it is marked as deleted
--   places VARCHAR[]  codes of the places it is about
--   count_id VARCHAR  count on screen when it was saved; null where none was named
--   count_hash VARCHAR  hash of that count; null where none was named

with latest as (
  select item, name, note, version, places, count_id, count_hash, saved,
    cast(count(*) over (partition by item) as integer) as versions
  from version
  qualify row_number() over (partition by item order by version desc) = 1
),
marked as (select item, arg_max(deleted, turn) as deleted from mark group by item)
select i.id, i.kind, v.name, v.note, v.version, v.versions,
  strftime(i.created, '%Y-%m-%dT%H:%M:%S.%gZ') as created,
  strftime(v.saved, '%Y-%m-%dT%H:%M:%S.%gZ') as updated,
  coalesce(m.deleted, false) as deleted,
  v.places, v.count_id, v.count_hash
from item i
join latest v on v.item = i.id
left join marked m on m.item = i.id
where i.kind = $kind
  and (cast($id as varchar) is null or i.id = $id)
  and (cast($deleted as boolean) is null or coalesce(m.deleted, false) = cast($deleted as boolean))
order by v.saved desc, i.id
