-- unclassed: Which lines does no rule of local control fit?
-- parameters: none
-- result: at most ten rows, one a line that has no class; none when every line has one
--   line VARCHAR  line.line
--   agency VARCHAR  agency.id
--   programme VARCHAR  programme as the source names it

select line, agency::varchar as agency, programme::varchar as programme
from line where class is null order by line limit 10
