-- publish-imports: Of which files is each import of the count?
-- parameters: none
-- result: one row a file
--   id VARCHAR  amendment.id
--   source VARCHAR  source.id of the file

select distinct id, unnest(sources) as source
from amendment
order by id, source
