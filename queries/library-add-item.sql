-- library-add-item: Which item is begun?
-- parameters
--   id        the item
--   kind      scenario, definition or set
--   created   ISO time
-- result: one row, the row added
--   id VARCHAR  the item

insert into item (id, kind, created)
values ($id, $kind, cast($created as timestamp))
returning id
