-- library-versions: Which versions of an item are kept?
-- parameters
--   kind   scenario, definition or set
--   id     the item
-- result: one row a version, the newest first
--   id VARCHAR  the item
--   kind VARCHAR  scenario, definition or set
--   name VARCHAR  its name then
--   note VARCHAR  text beside the version; empty for none
--   version INTEGER  number of the version, from 1
--   saved VARCHAR  ISO time
--   software VARCHAR  version of the software that saved it
--   count_id VARCHAR  count on screen when it was saved; null where none was named
--   count_hash VARCHAR  hash of that count; null where none was named
--   result VARCHAR  JSON of what it came to when saved; null for what is not worked out

select i.id, i.kind, v.name, v.note, v.version,
  strftime(v.saved, '%Y-%m-%dT%H:%M:%S.%gZ') as saved,
  v.software, v.count_id, v.count_hash, v.result
from item i
join version v on v.item = i.id
where i.kind = $kind and i.id = $id
order by v.version desc
