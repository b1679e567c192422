-- sets: Which sets of places have a name?
-- parameters: none
-- result: one row a set, by id
--   id VARCHAR  identifier
--   name VARCHAR  name
--   kind VARCHAR  pilot, combined_authority, ...
--   members VARCHAR[]  GSS codes, sorted
--   year VARCHAR  year the membership is of
--   note VARCHAR  what the membership leaves out; null where nothing
--   source VARCHAR  where the membership is from

select id, name, kind, members, year, note, source from place_set order by id
