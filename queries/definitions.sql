-- definitions: What may be counted as local?
-- parameters: none
-- result: one row a definition, the narrowest first
--   id VARCHAR  identifier
--   name VARCHAR  name
--   classes INTEGER[]  classes counted as local
--   meaning VARCHAR  what it takes local control to be

select id, name, classes, meaning from control_definition order by len(classes), id
