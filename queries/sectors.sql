-- sectors: Into which sectors do agencies fall?
-- parameters: none
-- result: one row a sector, in order of presentation
--   id VARCHAR  identifier
--   name VARCHAR  name

select id, name from sector order by position, id
