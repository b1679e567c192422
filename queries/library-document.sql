-- library-document: What does a version of an item hold?
-- parameters
--   kind      scenario, definition or set
--   id        the item
--   version   number of the version; null for the latest
-- result: one row; none where there is no such version
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
--   document VARCHAR  JSON of the document as it was saved

select i.id, i.kind, v.name, v.note, v.version,
  strftime(v.saved, '%Y-%m-%dT%H:%M:%S.%gZ') as saved,
  v.software, v.count_id, v.count_hash, v.result, v.document
from item i
join version v on v.item = i.id
where i.kind = $kind and i.id = $id and (cast($version as integer) is null or v.version = cast($version as integer))
order by v.version desc
limit 1
