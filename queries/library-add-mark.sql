-- library-add-mark: Which item is marked as deleted, or as no longer deleted?
-- parameters
--   id        the item
--   deleted   whether it is deleted
--   made      ISO time
-- result: one row, the row added; the latest of an item holds
--   turn INTEGER  number of the mark, from 1

insert into mark (item, turn, deleted, made)
select cast($id as varchar), coalesce(max(turn), 0) + 1, cast($deleted as boolean), cast($made as timestamp)
from mark
where item = $id
returning turn
