-- agencies: Who spends?
-- parameters: none
-- result: one row an agency, by id
--   id VARCHAR  identifier
--   name VARCHAR  name
--   sector VARCHAR  sector.id
--   department VARCHAR  department, or class of authority

select id, name, sector, department from agency order by id
